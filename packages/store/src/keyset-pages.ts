/** Posts a page when the caller does not say. */
export const PAGE_SIZE = 1000;

/**
 * Reads a table in pages ordered by id. Each page begins after the last id of the one before, so that rows which change
 * or leave between two pages neither repeat nor hide others.
 * @throws {RangeError} when `pageSize` is not a whole number of at least 1
 */
export async function* keysetPages<Row>(
  pageSize: number,
  readAfter: (id: string, limit: number) => Promise<Row[]>,
  idOf: (row: Row) => string,
): AsyncGenerator<Row[]> {
  if (!Number.isInteger(pageSize) || pageSize < 1) {
    throw new RangeError(`page size: expected a whole number of at least 1, got ${pageSize}`);
  }
  let after = '';
  for (;;) {
    const page = await readAfter(after, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < pageSize) return;
    after = idOf(last);
  }
}
