import { InputError, MarsadError, NewerDatabaseError, UnreachableError } from '@marsad/records';

/** What the command's exit code says (README, "Exit codes"). */
export const EXIT = {
  done: 0,
  foundWrong: 1,
  couldNotRun: 2,
  unreachable: 3,
  newerDatabase: 57,
  interrupted: 130,
} as const;

/** The exit code for an error that ended a command. */
export const exitCodeOf = (error: unknown): number => {
  if (error instanceof NewerDatabaseError) return EXIT.newerDatabase;
  if (error instanceof UnreachableError) return EXIT.unreachable;
  if (error instanceof InputError) return EXIT.couldNotRun;
  if (error instanceof MarsadError) return error.code === 'interrupted' ? EXIT.interrupted : EXIT.couldNotRun;
  return EXIT.couldNotRun;
};
