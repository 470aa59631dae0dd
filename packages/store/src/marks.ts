import type { Reading, Writing } from './tables.js';

const TALLY = 'tally';
/** `counting`: a tally is under way; `current`: every post has its outcome; `stale`: something has changed since. */
type TallyMark = 'counting' | 'current' | 'stale';

const readMark = async (db: Reading): Promise<string | null> => {
  const row = await db.selectFrom('marks').select('value').where('name', '=', TALLY).executeTakeFirst();
  return row?.value ?? null;
};

const writeMark = async (trx: Writing, value: TallyMark): Promise<void> => {
  await trx
    .insertInto('marks')
    .values({ name: TALLY, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
};

/** Says that outcomes are being counted from now on. */
export const markTallyBegun = (trx: Writing): Promise<void> => writeMark(trx, 'counting');

/** Says that every post has its outcome now, unless a post, verdict or placement changed during the count. */
export const markTallyDone = async (trx: Writing): Promise<void> => {
  if ((await readMark(trx)) === 'counting') await writeMark(trx, 'current');
};

/** Says that a post, a verdict or a placement has changed. */
export const markTallyStale = (trx: Writing): Promise<void> => writeMark(trx, 'stale');

/** Whether nothing that a tally counts has changed since the last one began; false before the first. */
export const tallyIsCurrent = async (db: Reading): Promise<boolean> => (await readMark(db)) === 'current';
