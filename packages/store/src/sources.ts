import { z } from 'zod';
import { inChunks } from './in-chunks.js';
import type { Reading, Writing } from './tables.js';

const keptSource = z.strictObject({ id: z.string(), kind: z.string(), name: z.string(), home: z.string().nullable() });
/** A source as the store remembers it. `home` is the neighbourhood it is about as a whole. */
export type KeptSource = z.infer<typeof keptSource>;

/** Remembers these sources as they are now; sources kept earlier stay, for their posts may still be there. */
export const keepSources = async (trx: Writing, sources: readonly KeptSource[]): Promise<void> => {
  const byId = new Map(sources.map(({ id, kind, name, home }) => [id, { id, kind, name, home }]));
  for (const rows of inChunks([...byId.values()])) {
    await trx
      .insertInto('sources')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          name: eb.ref('excluded.name'),
          home: eb.ref('excluded.home'),
        })),
      )
      .execute();
  }
};

/** Every source ever kept, sorted by id. */
export const readSources = async (db: Reading): Promise<KeptSource[]> => {
  const rows = await db.selectFrom('sources').select(['id', 'kind', 'name', 'home']).orderBy('id').execute();
  return rows.map((row) => keptSource.parse(row));
};
