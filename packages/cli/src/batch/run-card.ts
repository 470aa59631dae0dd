import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import type { VerdictCounts } from './count-verdicts.js';
import { partOf } from './write-lines.js';

/**
 * What must be the same for the lines of one output: the command, the version of Marsad, who judged (`sha256` over the files
 * of the model and the lexicons it reads), and the options that have a say in the lines, as they were given.
 */
const cardHead = z.object({
  command: z.string(),
  marsad: z.string(),
  model: z.object({ name: z.string(), version: z.string(), sha256: z.string() }),
  options: z.record(z.string(), z.unknown()),
});
export type CardHead = Readonly<z.infer<typeof cardHead>>;

/** What was read: `sha256` and bytes of the file as it lies there, packed or not. */
export interface CardInput {
  name: string;
  bytes: number;
  sha256: string;
}

/** The run card of an output, with which its lines can be made again. */
export interface RunCard extends CardHead, VerdictCounts {
  input: CardInput;
  output: { name: string; lines: number };
  /** ISO 8601 UTC, by the clock that was handed in; of a resumed run the last part */
  begun: string;
  ended: string;
}

/** Where the card of an output lies. */
const cardOf = (output: string): string => `${output}.run.json`;
const unfinishedCardOf = (output: string): string => cardOf(partOf(output));

const textOf = (card: CardHead | RunCard): string => `${JSON.stringify(card, null, 2)}\n`;

const otherRun = (why: string, cause?: unknown): InputError =>
  new InputError('resume-other-run', `--resume: ${why}`, {
    cause,
    remedy: 'Give the same input, model and options again, or begin anew without --resume.',
  });

const said = (value: unknown): string => (value === undefined ? 'not given' : [value].flat().join(' '));

/** What of a run is another than before, a sentence part each. */
const differencesOf = (before: CardHead, now: CardHead): string[] => {
  const models = [before, now].map(({ model }) => `${model.name} ${model.version}`);
  const names = [...new Set([...Object.keys(before.options), ...Object.keys(now.options)])].sort();
  const options = names.map((name) => [`--${name}`, said(before.options[name]), said(now.options[name])]);
  const differing = [
    ['command', before.command, now.command],
    ['Marsad', before.marsad, now.marsad],
    ['model', ...models],
    ...options,
  ]
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => `${what} (was ${was}, is ${is})`);
  // The files of another model are others, too: only of the same model is it news.
  return models[0] !== models[1] || before.model.sha256 === now.model.sha256
    ? differing
    : [...differing, `the files of model ${models[0]} or its lexicons (they were changed)`];
};

const headOf = (card: string): CardHead | undefined => {
  try {
    return cardHead.parse(JSON.parse(card));
  } catch {
    return undefined;
  }
};

/**
 * Lays the head of the card beside the unfinished output; with `resume`, makes sure instead that the lines already
 * written came from the same model and options.
 * @throws InputError `resume-other-run`
 */
export const beginCard = async (output: string, head: CardHead, resume: boolean): Promise<void> => {
  const path = unfinishedCardOf(output);
  if (!resume) {
    await writeFile(path, textOf(head));
    return;
  }
  const before = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw otherRun(`expected ${path}, which says what judged the lines already written, but it cannot be read`, cause);
  });
  if (before === textOf(head)) return;
  const known = headOf(before);
  if (!known) throw otherRun(`expected ${path} to say what judged the lines already written, but it is no run card`);
  throw otherRun(
    `the lines already written were made otherwise (${path}); what differs: ${differencesOf(known, head).join('; ')}`,
  );
};

/** What `--resume` reads of the card beside a whole output. */
const wholeCard = cardHead.extend({ input: z.object({ name: z.string(), sha256: z.string() }) });

const wholeCardOf = (card: string): z.infer<typeof wholeCard> | undefined => {
  try {
    return wholeCard.parse(JSON.parse(card));
  } catch {
    return undefined;
  }
};

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

/**
 * Makes sure by the card beside a whole output that its lines came from this input, model and options. Standard input (`-`)
 * cannot be read twice and is not compared.
 * @throws InputError `resume-other-run`
 */
export const checkWhole = async (output: string, head: CardHead, input: string): Promise<void> => {
  const path = cardOf(output);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw otherRun(`expected ${path}, which says what judged the lines of ${output}, but it cannot be read`, cause);
  });
  const card = wholeCardOf(text);
  if (!card) throw otherRun(`expected ${path} to say what judged the lines of ${output}, but it is no run card`);
  const { input: before, ...known } = card;
  const differing = differencesOf(known, head);
  if (input !== '-' && (await sha256Of(input)) !== before.sha256)
    differing.unshift(`the input (was ${before.name}, is ${basename(input)} with other bytes)`);
  if (differing.length > 0)
    throw otherRun(`${output} is whole and was made otherwise (${path}); what differs: ${differing.join('; ')}`);
};

/** Writes the whole card beside the whole output and takes the unfinished one away. */
export const finishCard = async (
  output: string,
  head: CardHead,
  input: CardInput,
  counts: VerdictCounts,
  times: { begun: Date; ended: Date },
): Promise<void> => {
  const card: RunCard = {
    ...head,
    input,
    output: { name: basename(output), lines: counts.rows },
    ...counts,
    begun: times.begun.toISOString(),
    ended: times.ended.toISOString(),
  };
  const path = unfinishedCardOf(output);
  await writeFile(path, textOf(card));
  await rename(path, cardOf(output));
};

/** Takes an unfinished output away that holds no line yet, and its card. */
export const dropUnfinished = async (output: string): Promise<void> => {
  await rm(partOf(output), { force: true });
  await rm(unfinishedCardOf(output), { force: true });
};
