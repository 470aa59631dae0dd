import type { Reading, Writing } from '../tables.js';

/** What was kept of a package as JSON; undefined where nothing was. */
export const readTold = async (db: Reading, name: string): Promise<unknown> => {
  const row = await db.selectFrom('told').select('told').where('package', '=', name).executeTakeFirst();
  return row && JSON.parse(row.told);
};

/** Keeps what the region needs of a package, in place of what was. */
export const saveTold = async (trx: Writing, name: string, value: object): Promise<void> => {
  const told = JSON.stringify(value);
  await trx
    .insertInto('told')
    .values({ package: name, told })
    .onConflict((conflict) => conflict.column('package').doUpdateSet({ told }))
    .execute();
};

/** Forgets it of packages whose figures do not stand any more: replaced or withdrawn. */
export const dropTold = async (trx: Writing): Promise<void> => {
  await trx
    .deleteFrom('told')
    .where('package', 'not in', (eb) => eb.selectFrom('versions').select('package').where('state', '=', 'held'))
    .execute();
};
