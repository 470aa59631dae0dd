import { availableParallelism } from 'node:os';
import { MarsadError } from '@marsad/records';
import { Command, CommanderError } from 'commander';
import { commandsFor } from './commands/all.js';
import type { CommandContext } from './commands/command.js';
import { realEffects } from './effects.js';
import { EXIT, exitCodeOf } from './exit-codes.js';
import { printable, processTerminal } from './terminal.js';
import { MARSAD_VERSION } from './version.js';

interface GlobalFlags {
  quiet?: boolean;
  json?: boolean;
  color: boolean;
}

const withGlobalFlags = (command: Command): void => {
  command
    .option('--quiet', 'say nothing but warnings')
    .option('--json', 'print one final JSON report on one line of standard output')
    .option('--no-color', 'plain words, no colours (NO_COLOR works too)');
  command.commands.forEach(withGlobalFlags);
};

/** Aborts on the first Ctrl-C or termination signal, so that work ends at a safe point; the second ends at once. */
const interruptSignal = (): { signal: AbortSignal; release(): void } => {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort(new MarsadError('interrupted', 'interrupted; what was done is saved'));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
};

/** Ends quietly when whoever reads standard output has gone, as `head` does: what is left to say has no reader. */
const endWithReader = (error: Error & { code?: string }): void => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
};

const explain = (error: unknown): string => {
  if (error instanceof MarsadError) {
    return error.remedy === undefined ? error.message : `${error.message}\n→ ${error.remedy}`;
  }
  return `unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
};

/**
 * The `marsad` command.
 * @param argv what follows the program's name
 * @returns the exit code
 */
export const main = async (argv: readonly string[]): Promise<number> => {
  let exitCode: number = EXIT.done;
  let flags: GlobalFlags = { color: true };
  const program = new Command('marsad')
    .description('A city’s observatory of public online hate, extremism and polarisation')
    .version(MARSAD_VERSION)
    .exitOverride()
    .showHelpAfterError('(see --help)')
    .configureOutput({ writeErr: (text) => process.stderr.write(printable(text)) });

  const run = async (work: (context: CommandContext) => Promise<number>): Promise<void> => {
    const colour = flags.color && !process.env.NO_COLOR;
    const terminal = processTerminal({ quiet: flags.quiet === true, colour });
    const { signal, release } = interruptSignal();
    // Not taken off again: the error may come after the command's end. Off first, so that there is one however often main runs.
    process.stdout.off('error', endWithReader).on('error', endWithReader);
    try {
      exitCode = await work({
        terminal,
        effects: realEffects(Math.min(4, availableParallelism())),
        json: flags.json === true,
        signal,
      });
    } catch (error) {
      terminal.warn(`${terminal.colours.red('marsad:')} ${explain(error)}`);
      exitCode = signal.aborted ? EXIT.interrupted : exitCodeOf(error);
    } finally {
      release();
    }
  };

  for (const register of await commandsFor(argv)) register(program, run);
  withGlobalFlags(program);
  program.hook('preAction', (_program, command) => {
    flags = flagsOf(command);
  });

  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end well; any other word of commander's is about usage.
    return error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun;
  }
  return exitCode;
};

/** The global flags wherever they stand: before the command's name or after it. */
const flagsOf = (command: Command): GlobalFlags => {
  const own = command.opts<GlobalFlags>();
  if (command.parent === null) return own;
  const outer = flagsOf(command.parent);
  return {
    quiet: own.quiet === true || outer.quiet === true,
    json: own.json === true || outer.json === true,
    color: own.color && outer.color,
  };
};
