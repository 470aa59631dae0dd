import { type Block, block, type Findings, findings } from '@marsad/records';
import { inChunks } from './in-chunks.js';
import { keepFindings, readFindings } from './marks.js';
import type { Reading, Writing } from './tables.js';

/** Replaces the blocks, and what was found beyond single ones, by those of a new tally, all at once; their order is kept. */
export const replaceBlocks = async (trx: Writing, blocks: readonly Block[], found: Findings = {}): Promise<void> => {
  await trx.deleteFrom('blocks').execute();
  const rows = blocks.map((value, position) => ({ position, block: JSON.stringify(value) }));
  for (const chunk of inChunks(rows)) await trx.insertInto('blocks').values(chunk).execute();
  await keepFindings(trx, JSON.stringify(found));
};

/** What the last tally found beyond single blocks; nothing before the first. */
export const readBlockFindings = async (db: Reading): Promise<Findings> => {
  const kept = await readFindings(db);
  return kept === null ? {} : findings.parse(JSON.parse(kept));
};

/** The blocks of the last tally, in the order in which they were given. */
export const readBlocks = async (db: Reading): Promise<Block[]> => {
  const rows = await db.selectFrom('blocks').select('block').orderBy('position').execute();
  return rows.map((row) => block.parse(JSON.parse(row.block)));
};
