import { realpath, stat } from 'node:fs/promises';
import { InputError } from '@marsad/records';
import type { Command } from 'commander';
import { judgeFile } from '../batch/judge-file.js';
import { readBatchRows } from '../batch/read-rows.js';
import { type LineSink, lineSinkToFile, lineSinkToStdout, partOf } from '../batch/write-lines.js';
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

const refuseSameFile = async (input: string, output: string): Promise<void> => {
  const [from, to] = await Promise.all([input, output].map((path) => realpath(path).catch(() => undefined)));
  if (from !== undefined && from === to) {
    throw new InputError('same-file', `-o ${output}: expected another file than the input, got the input itself`, {
      remedy: 'Name another output; nothing was written.',
    });
  }
};

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;

/**
 * Streams the rows of a file through `judge` into JSON lines, with progress, resuming and a final report.
 * @throws InputError when the input is missing, is also the output, or has no such column
 */
export const runBatch = async (
  name: string,
  input: string,
  flags: BatchFlags,
  context: CommandContext,
  judge: (posts: { id: string; text: string }[]) => Promise<unknown[]>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<number> => {
  const { terminal, effects, signal } = context;
  const format = formatOf(flags.format);
  const toFile = flags.output !== undefined && flags.output !== '-' ? flags.output : undefined;
  if (flags.resume && toFile === undefined) {
    throw new InputError('resume-needs-file', '--resume: expected -o FILE to go on with, got standard output');
  }
  let sink: LineSink = lineSinkToStdout((text) => terminal.out(text));
  if (toFile !== undefined) {
    await refuseSameFile(input, toFile);
    const unfinished = await exists(partOf(toFile));
    if (flags.resume && !unfinished && (await exists(toFile))) {
      terminal.say(`${toFile} is whole already: nothing to go on with`);
      return EXIT.done;
    }
    if (!flags.resume && unfinished)
      terminal.warn(`${partOf(toFile)} of an earlier run is begun anew (--resume keeps it)`);
    sink = await lineSinkToFile(toFile, flags.resume === true);
    if (sink.alreadyWritten.lines > 0)
      terminal.say(`going on after ${sink.alreadyWritten.lines} lines already written`);
  }
  const onProgress = progressLine(terminal, effects.clock);
  try {
    const { stage } = await judgeFile(
      readBatchRows({
        path: input,
        ...(format ? { format } : {}),
        ...(flags.text === undefined ? {} : { textField: flags.text }),
        ...(flags.id === undefined ? {} : { idField: flags.id }),
      }),
      judge,
      sink,
      { name, clock: effects.clock, signal, onDone: (done) => onProgress({ stage: name, done }) },
    );
    // With the lines on standard output, a report there would be one line too many.
    finishStages({ ...context, json: context.json && toFile !== undefined }, [stage], {
      ...more,
      alreadyWritten: sink.alreadyWritten.lines,
    });
    return EXIT.done;
  } catch (error) {
    if (signal.aborted && toFile !== undefined) {
      terminal.warn(`what was judged is in ${partOf(toFile)}; the same command with --resume goes on from there`);
    }
    throw error;
  }
};
