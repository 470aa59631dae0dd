import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '@marsad/records';
import type { Command } from 'commander';
import { checkOutput } from '../batch/check-output.js';
import { VerdictCounter, type VerdictCounts } from '../batch/count-verdicts.js';
import { type Judge, judgeFile } from '../batch/judge-file.js';
import { readBatchRows } from '../batch/read-rows.js';
import { beginCard, type CardHead, checkWhole, dropUnfinished, finishCard } from '../batch/run-card.js';
import { type LineSink, lineSinkToFile, lineSinkToStdout, lineSinkToStream, partOf } from '../batch/write-lines.js';
import { EXIT } from '../exit-codes.js';
import { progressLine } from '../report/progress.js';
import type { CommandContext } from './command.js';
import { finishStages } from './finish.js';

export interface BatchFlags {
  output?: string;
  format?: string;
  text?: string;
  id?: string;
  resume?: boolean;
}

/** The options of every command that goes from a file of rows to a file of JSON lines. */
export const withBatchOptions = (command: Command): Command =>
  command
    .option('-o, --output <file>', 'where to write JSON lines (standard output when absent or -)')
    .option('--format <format>', 'csv or jsonl (guessed when absent)')
    .option('--text <field>', 'column that holds the text')
    .option('--id <field>', 'column that holds the id')
    .option('--resume', 'go on after an interrupted run: keep the lines already in OUT.part');

const formatOf = (format: string | undefined): 'csv' | 'jsonl' | undefined => {
  if (format === undefined || format === 'csv' || format === 'jsonl') return format;
  throw new InputError('bad-format', `--format: expected csv or jsonl, got "${format}"`);
};

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;

/** What a command may add to its batch. */
export interface BatchExtras {
  /** fields of the final JSON report */
  report?: Readonly<Record<string, unknown>>;
  /** makes the batch count verdicts, and write a run card beside its output */
  card?: CardHead;
  /** told of the counts of the whole output when it is written */
  onCounts?: (counts: VerdictCounts) => void;
}

/** Says after how many of the file's bytes it is, so that the time left can be told before the rows are counted. */
const totalOf = (done: number, before: number, readShare: number): { total?: number } =>
  readShare > 0 ? { total: Math.max(done, Math.round((done + before) / readShare) - before) } : {};

/**
 * Streams the rows of a file through `judge` into JSON lines, with progress, resuming, a final report and a run card.
 * @throws InputError when the input is missing or has no such column, when the output is the input or somebody's other file,
 * or when `--resume` meets the lines of another run
 */
export const runBatch = async (
  name: string,
  input: string,
  flags: BatchFlags,
  context: CommandContext,
  judge: Judge,
  extras: BatchExtras = {},
): Promise<number> => {
  const { terminal, effects, signal } = context;
  const { card } = extras;
  const format = formatOf(flags.format);
  const named = flags.output !== undefined && flags.output !== '-' ? flags.output : undefined;
  const there = named === undefined ? 'stream' : await checkOutput(input, named);
  const toFile = there === 'stream' ? undefined : named;
  const resume = flags.resume === true;
  if (resume && toFile === undefined) {
    throw new InputError('resume-needs-file', '--resume: expected -o FILE to go on with, got no file');
  }
  const begun = effects.clock();
  const counter = new VerdictCounter();
  let sink: LineSink;
  if (toFile === undefined) {
    sink = named === undefined ? lineSinkToStdout((text) => terminal.out(text)) : await lineSinkToStream(named);
  } else {
    const unfinished = await exists(partOf(toFile));
    if (resume && !unfinished && there === 'former') {
      if (card) await checkWhole(toFile, card, input);
      terminal.say(`${toFile} is whole already: nothing to go on with`);
      const tellsCounts = card !== undefined && (context.json || extras.onCounts !== undefined);
      if (!tellsCounts) return EXIT.done;
      await counter.addLinesOf(toFile);
      const counts = counter.toJSON();
      if (context.json) {
        terminal.out(`${JSON.stringify({ ...extras.report, alreadyWritten: counts.rows, counts, stages: [] })}\n`);
      }
      extras.onCounts?.(counts);
      return EXIT.done;
    }
    if (there === 'former') terminal.say(`${toFile} of an earlier run is replaced when the new lines are whole`);
    if (!resume && unfinished) terminal.warn(`${partOf(toFile)} of an earlier run is begun anew (--resume keeps it)`);
    if (card && resume && unfinished) await beginCard(toFile, card, true);
    sink = await lineSinkToFile(toFile, resume);
    if (card && !(resume && unfinished)) await beginCard(toFile, card, false);
    if (sink.alreadyWritten.lines > 0) {
      terminal.say(`going on after ${sink.alreadyWritten.lines} lines already written`);
      if (card) await counter.addLinesOf(partOf(toFile));
    }
  }
  const before = sink.alreadyWritten.lines;
  const size = input === '-' ? 0 : ((await stat(input).catch(() => undefined))?.size ?? 0);
  const hash = createHash('sha256');
  let bytes = 0;
  const onProgress = progressLine(terminal, effects.clock);
  try {
    const { stage } = await judgeFile(
      readBatchRows({
        path: input,
        ...(format ? { format } : {}),
        ...(flags.text === undefined ? {} : { textField: flags.text }),
        ...(flags.id === undefined ? {} : { idField: flags.id }),
        onBytes: (chunk) => {
          bytes += chunk.length;
          if (card) hash.update(chunk);
        },
      }),
      async (posts) => {
        const judged = await judge(posts);
        for (const tally of judged.tallies) counter.add(tally, tally.posts);
        return judged;
      },
      sink,
      {
        name,
        clock: effects.clock,
        signal,
        onDone: (done) => onProgress({ stage: name, done, ...totalOf(done, before, size > 0 ? bytes / size : 0) }),
      },
    );
    const foreign = stage.dropped['not-utf-8'] ?? 0;
    if (foreign > 0) {
      terminal.warn(
        `${input}: ${foreign === 1 ? '1 row is' : `${foreign} rows are`} not in UTF-8 and not judged: an error in place names line and, as far as can be told, encoding`,
      );
      terminal.warn('→ convert the file first, such as with `iconv -f windows-1252 -t utf-8 IN > CONVERTED`');
    }
    counter.addErrors(stage.dropped);
    const counts = counter.toJSON();
    if (card && toFile !== undefined) {
      const read = { name: input === '-' ? '-' : basename(input), bytes, sha256: hash.digest('hex') };
      await finishCard(toFile, card, read, counts, { begun, ended: effects.clock() });
    }
    // With the lines on standard output, a report there would be one line too many.
    finishStages({ ...context, json: context.json && named !== undefined }, [stage], {
      ...extras.report,
      alreadyWritten: before,
      ...(card ? { counts } : {}),
    });
    extras.onCounts?.(counts);
    return EXIT.done;
  } catch (error) {
    if (toFile !== undefined) {
      const part = await stat(partOf(toFile)).catch(() => undefined);
      if (part?.size === 0) await dropUnfinished(toFile);
      else if (part) {
        terminal.warn(`what was judged is in ${partOf(toFile)}; the same command with --resume goes on from there`);
      }
    }
    throw error;
  }
};
