import { InputError } from '@marsad/records';
import type { Command } from 'commander';
import { type LineSink, lineSinkToFile, lineSinkToStdout } from '../batch/write-lines.js';
import type { Terminal } from '../terminal.js';

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

/** @throws InputError unless it is `csv`, `jsonl` or absent */
export const batchFormat = (format: string | undefined): 'csv' | 'jsonl' | undefined => {
  if (format === undefined || format === 'csv' || format === 'jsonl') return format;
  throw new InputError('bad-format', `--format: expected csv or jsonl, got "${format}"`);
};

/** The sink that the flags ask for. */
export const batchSink = async (flags: BatchFlags, terminal: Terminal): Promise<LineSink> => {
  if (flags.output === undefined || flags.output === '-') {
    if (flags.resume)
      throw new InputError('resume-needs-file', '--resume: expected -o FILE to go on with, got standard output');
    return lineSinkToStdout((text) => terminal.out(text));
  }
  return lineSinkToFile(flags.output, flags.resume === true);
};
