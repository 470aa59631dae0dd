import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '@marsad/records';
import type { VerdictCounts } from './count-verdicts.js';
import { partOf } from './write-lines.js';

/** What must be the same for the lines of one output: who judged, and with which options. */
export interface CardHead {
  command: string;
  /** version of Marsad */
  marsad: string;
  /** `sha256` over the files of the model and the lexicons it reads */
  model: { name: string; version: string; sha256: string };
  /** the options that have a say in the lines, as they were given */
  options: Readonly<Record<string, unknown>>;
}

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
    remedy: 'Give the same model and options again, or begin anew without --resume.',
  });

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
  if (before !== textOf(head)) {
    throw otherRun(`expected the model and options that ${path} tells of, got others: ${JSON.stringify(head)}`);
  }
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
