import type { Command } from 'commander';
import type { Effects } from '../effects.js';
import type { Terminal } from '../terminal.js';

/** What a command is run with. */
export interface CommandContext {
  terminal: Terminal;
  effects: Effects;
  /** --json: one final JSON report on one line of standard output */
  json: boolean;
  /** aborted by the first Ctrl-C; state is saved and the command ends with 130 */
  signal: AbortSignal;
}

/** Registers one command; `run` is called with its work and ends the program with the exit code that comes back. */
export type RegisterCommand = (
  program: Command,
  run: (work: (context: CommandContext) => Promise<number>) => Promise<void>,
) => void;
