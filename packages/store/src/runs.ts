import { instant } from '@marsad/records';
import { z } from 'zod';
import { storedInstant } from './instant.js';
import type { Reading, Writing } from './tables.js';

const keptRun = z.strictObject({
  id: z.string().min(1),
  startedAt: instant,
  finishedAt: instant,
  /** the run report as JSON; whoever made it knows its shape */
  report: z.unknown(),
});
/** One run of the program, as its report told it. */
export type KeptRun = z.infer<typeof keptRun>;

/** Keeps the report of a run, in place of one with the same id. Times come back with milliseconds. */
export const saveRun = async (trx: Writing, run: KeptRun): Promise<void> => {
  const { id, startedAt, finishedAt, report } = keptRun.parse(run);
  const row = {
    started_at: storedInstant(startedAt),
    finished_at: storedInstant(finishedAt),
    report: JSON.stringify(report ?? null),
  };
  await trx
    .insertInto('runs')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
};

/** The run that began last, or null before the first. */
export const lastRun = async (db: Reading): Promise<KeptRun | null> => {
  const row = await db
    .selectFrom('runs')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return keptRun.parse({
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    report: JSON.parse(row.report),
  });
};
