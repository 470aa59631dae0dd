/**
 * One spelling for every time the ledger compares: `2026-01-01T00:00:00Z` would otherwise sort after
 * `2026-01-01T00:00:00.500Z`.
 * @returns ISO 8601 in UTC with milliseconds
 * @throws {RangeError} when the text is no time
 */
export const storedInstant = (time: string): string => {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) throw new RangeError(`expected an ISO 8601 time, got ${JSON.stringify(time)}`);
  return new Date(milliseconds).toISOString();
};
