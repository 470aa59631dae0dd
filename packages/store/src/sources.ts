import type { SourceEvent } from '@marsad/records';
import { z } from 'zod';
import { inChunks } from './in-chunks.js';
import { storedInstant } from './instant.js';
import { insertSourceEvents } from './source-log.js';
import type { Reading, Writing } from './tables.js';

const keptSource = z.strictObject({ id: z.string(), kind: z.string(), name: z.string(), home: z.string().nullable() });
/** A source as the store remembers it. `home` is the neighbourhood it is about as a whole. */
export type KeptSource = z.infer<typeof keptSource>;

/**
 * Remembers these sources as they are now; sources kept earlier stay, for their posts may still be there. Those that are
 * new get an entry in their log.
 */
export const keepSources = async (trx: Writing, sources: readonly KeptSource[], now: string): Promise<void> => {
  const known = new Set((await readSources(trx)).map(({ id }) => id));
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
  const added: SourceEvent = { day: storedInstant(now).slice(0, 10), kind: 'added', detail: null };
  await insertSourceEvents(
    trx,
    [...byId.keys()].filter((id) => !known.has(id)).map((sourceId) => ({ sourceId, ...added })),
  );
};

/** Every source ever kept, sorted by id. */
export const readSources = async (db: Reading): Promise<KeptSource[]> => {
  const rows = await db.selectFrom('sources').select(['id', 'kind', 'name', 'home']).orderBy('id').execute();
  return rows.map((row) => keptSource.parse(row));
};
