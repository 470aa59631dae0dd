/** Why a request gave nothing. `retry`: the same request may do better later. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  /** kebab-case, such as `time-out` */
  readonly reason: string;
  readonly retry: boolean;

  constructor(reason: string, message: string, options: { retry: boolean; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason;
    this.retry = options.retry;
  }
}

const REASONS: readonly (readonly [RegExp, string, boolean, string])[] = [
  [/^(?:ENOTFOUND|EAI_)/, 'host-not-found', true, 'no such host'],
  [
    /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL)/,
    'unreachable',
    true,
    'the host does not answer',
  ],
  [/TIMEOUT|TIMEDOUT|^TimeoutError/i, 'time-out', true, 'the answer took too long'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|^INVALID_(?:CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$/,
    'bad-certificate',
    false,
    'the certificate cannot be trusted',
  ],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|ECONNABORTED)/, 'connection-lost', true, 'the connection broke'],
  [
    /^(?:HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RESPONSE|UND_ERR_RES_CONTENT|Z_|ERR__ERROR_FORMAT|ERR_BROTLI)/,
    'bad-answer',
    false,
    'the answer is broken',
  ],
];

/** The codes of an error and of the errors it wraps: a failed dial to several addresses wraps one error each. */
const codesOf = (error: unknown, depth = 0): string[] => {
  if (!(error instanceof Error) || depth > 4) return [];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [code, ...inner.flatMap((cause) => codesOf(cause, depth + 1))];
};

const wrapped = (error: unknown, depth = 0): FetchFailure | undefined => {
  if (error instanceof FetchFailure) return error;
  if (!(error instanceof Error) || depth > 4) return undefined;
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  for (const cause of inner) {
    const found = wrapped(cause, depth + 1);
    if (found) return found;
  }
  return undefined;
};

/** Whatever a request threw, as a failure with a reason. */
export const toFailure = (error: unknown, url: string): FetchFailure => {
  const known = wrapped(error);
  if (known) return known;
  const codes = codesOf(error);
  for (const [pattern, reason, retry, words] of REASONS) {
    const code = codes.find((candidate) => pattern.test(candidate));
    if (code !== undefined) return new FetchFailure(reason, `${url}: ${words} (${code})`, { retry, cause: error });
  }
  return new FetchFailure('bad-answer', `${url}: ${error instanceof Error ? error.message : String(error)}`, {
    retry: false,
    cause: error,
  });
};
