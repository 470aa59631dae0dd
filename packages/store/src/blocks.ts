import { type Block, block, type Findings, findings, type GateMemory, gateMemory } from '@marsad/records';
import { inChunks } from './in-chunks.js';
import { keepFindings, keepMemory, readFindings, readMemory } from './marks.js';
import type { Reading, Writing } from './tables.js';

/** What a tally found beside its blocks. */
export interface BesideBlocks {
  /** beyond single blocks; nothing, when left out */
  findings?: Findings | undefined;
  /** what the publish gate must remember beside the blocks; what it remembered before, when left out */
  memory?: GateMemory | undefined;
}

/** Replaces the blocks, and what was found beside them, by those of a new tally, all at once; their order is kept. */
export const replaceBlocks = async (
  trx: Writing,
  blocks: readonly Block[],
  { findings: found = {}, memory }: BesideBlocks = {},
): Promise<void> => {
  await trx.deleteFrom('blocks').execute();
  const rows = blocks.map((value, position) => ({ position, block: JSON.stringify(value) }));
  for (const chunk of inChunks(rows)) await trx.insertInto('blocks').values(chunk).execute();
  await keepFindings(trx, JSON.stringify(found));
  if (memory !== undefined) await keepMemory(trx, JSON.stringify(memory));
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

/** What the publish gate remembers beside the blocks; null before the first tally that kept it. */
export const readGateMemory = async (db: Reading): Promise<GateMemory | null> => {
  const kept = await readMemory(db);
  return kept === null ? null : gateMemory.parse(JSON.parse(kept));
};
