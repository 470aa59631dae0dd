import type { Reading, Writing } from './tables.js';

const TALLY = 'tally';
const ARRIVALS = 'arrivals';
const COUNTED_AS = 'counted-as';
const ELECTED = 'elected';
const FINDINGS = 'findings';
const GATE_MEMORY = 'gate-memory';
/** `counting`: a tally is under way; `current`: every post has its outcome; `stale`: something has changed since. */
type TallyMark = 'counting' | 'current' | 'stale';

const readMark = async (db: Reading, name: string): Promise<string | null> => {
  const row = await db.selectFrom('marks').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
};

const writeMark = async (trx: Writing, name: string, value: string): Promise<void> => {
  await trx
    .insertInto('marks')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
};

const writeTally = (trx: Writing, value: TallyMark): Promise<void> => writeMark(trx, TALLY, value);

/** Says that outcomes are being counted from now on. */
export const markTallyBegun = (trx: Writing): Promise<void> => writeTally(trx, 'counting');

/** Says that every post has its outcome now, unless a post, verdict or placement changed during the count. */
export const markTallyDone = async (trx: Writing): Promise<void> => {
  if ((await readMark(trx, TALLY)) === 'counting') await writeTally(trx, 'current');
};

/** Says that a post, a verdict or a placement has changed. */
export const markTallyStale = (trx: Writing): Promise<void> => writeTally(trx, 'stale');

/** Whether nothing that a tally counts has changed since the last one began; false before the first. */
export const tallyIsCurrent = async (db: Reading): Promise<boolean> => (await readMark(db, TALLY)) === 'current';

/** The way in which the weeks that are kept were counted; null before the first tally. */
export const readCountedAs = (db: Reading): Promise<string | null> => readMark(db, COUNTED_AS);

/** Says how the weeks that are kept were counted. */
export const writeCountedAs = (trx: Writing, countedAs: string): Promise<void> => writeMark(trx, COUNTED_AS, countedAs);

/** How many posts were ever stored, those that an edit replaced included. */
export const readArrivals = async (db: Reading): Promise<number> => Number((await readMark(db, ARRIVALS)) ?? 0);

/** Keeps how many posts were ever stored. */
export const keepArrivals = (trx: Writing, arrivals: number): Promise<void> =>
  writeMark(trx, ARRIVALS, String(arrivals));

/** How many posts had ever been stored at the last election of originals; null before the first. */
export const readElected = async (db: Reading): Promise<number | null> => {
  const arrivals = await readMark(db, ELECTED);
  return arrivals === null ? null : Number(arrivals);
};

/** Says that an election of originals has seen all posts stored so far. */
export const markElected = async (trx: Writing): Promise<void> =>
  writeMark(trx, ELECTED, String(await readArrivals(trx)));

/** What the last tally found beyond single blocks, as text; null before the first. */
export const readFindings = (db: Reading): Promise<string | null> => readMark(db, FINDINGS);

/** Keeps what a tally found beyond single blocks. */
export const keepFindings = (trx: Writing, findings: string): Promise<void> => writeMark(trx, FINDINGS, findings);

/** What the publish gate remembers beside the blocks, as text; null before the first tally that kept it. */
export const readMemory = (db: Reading): Promise<string | null> => readMark(db, GATE_MEMORY);

/** Keeps what the publish gate remembers. */
export const keepMemory = (trx: Writing, memory: string): Promise<void> => writeMark(trx, GATE_MEMORY, memory);
