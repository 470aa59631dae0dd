/** Rows per statement: wide rows stay well under the 32,766 bound values SQLite allows (PostgreSQL: 65,535). */
const ROWS_PER_STATEMENT = 500;

/** Cuts a list into runs of at most `size`, in order. */
export function* inChunks<T>(list: readonly T[], size: number = ROWS_PER_STATEMENT): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}
