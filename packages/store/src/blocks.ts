import { type Block, block } from '@marsad/records';
import { inChunks } from './in-chunks.js';
import type { Reading, Writing } from './tables.js';

/** Replaces the blocks by those of a new tally, all at once; their order is kept. */
export const replaceBlocks = async (trx: Writing, blocks: readonly Block[]): Promise<void> => {
  await trx.deleteFrom('blocks').execute();
  const rows = blocks.map((value, position) => ({ position, block: JSON.stringify(value) }));
  for (const chunk of inChunks(rows)) await trx.insertInto('blocks').values(chunk).execute();
};

/** The blocks of the last tally, in the order in which they were given. */
export const readBlocks = async (db: Reading): Promise<Block[]> => {
  const rows = await db.selectFrom('blocks').select('block').orderBy('position').execute();
  return rows.map((row) => block.parse(JSON.parse(row.block)));
};
