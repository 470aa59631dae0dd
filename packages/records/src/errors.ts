/** What a caller should do about an error: try again later, leave this item out, or stop the run. */
export type ErrorAction = 'retry' | 'skip' | 'stop';

/**
 * An error a caller treats differently from a bug. The message says what was expected, what came and where; `remedy`
 * says what the user can do about it.
 */
export class MarsadError extends Error {
  override readonly name: string = 'MarsadError';
  readonly code: string;
  readonly action: ErrorAction;
  readonly remedy: string | undefined;

  constructor(code: string, message: string, options: { action?: ErrorAction; remedy?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.action = options.action ?? 'stop';
    this.remedy = options.remedy;
  }
}

/** What a user wrote (config, boundaries, command line) cannot be used. Exit code 2. */
export class InputError extends MarsadError {
  override readonly name = 'InputError';
}

/** A source, server or database could not be reached. Exit code 3 when nothing else worked. */
export class UnreachableError extends MarsadError {
  override readonly name = 'UnreachableError';
}

/** The database was written by a newer program. Exit code 57. */
export class NewerDatabaseError extends MarsadError {
  override readonly name = 'NewerDatabaseError';
}
