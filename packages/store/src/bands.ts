import { sql } from 'kysely';
import type { Reading, Writing } from './tables.js';

/** One of the keys under which an original is found, and the arrival of that original. */
export interface Band {
  key: number;
  arrival: number;
}

// Thousands of these short rows go in and out with every batch. As one JSON text they take half the time of bound values;
// `json_each` is SQLite's (another engine has its own).

/** Which originals are filed under these keys. */
export const readBands = async (db: Reading, keys: readonly number[]): Promise<Band[]> => {
  if (keys.length === 0) return [];
  const { rows } = await sql<Band>`
    select key, arrival from bands where key in (select value from json_each(${JSON.stringify(keys)}))`.execute(db);
  return rows;
};

/** Files originals under their keys. */
export const insertBands = async (trx: Writing, bands: readonly Band[]): Promise<void> => {
  if (bands.length === 0) return;
  // In the order of the table, so that neighbours are written together.
  const sorted = bands.toSorted((a, b) => a.key - b.key || a.arrival - b.arrival);
  const rows = JSON.stringify(sorted.map(({ key, arrival }) => [key, arrival]));
  await sql`insert into bands (key, arrival) select value ->> 0, value ->> 1 from json_each(${rows})`.execute(trx);
};

/** Takes an original away from under these keys. */
export const deleteBands = async (trx: Writing, arrival: number, keys: readonly number[]): Promise<void> => {
  if (keys.length === 0) return;
  await trx.deleteFrom('bands').where('key', 'in', keys).where('arrival', '=', arrival).execute();
};
