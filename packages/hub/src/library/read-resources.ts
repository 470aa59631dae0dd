import { type Resource, resource } from '@marsad/records';
import { sql } from 'kysely';
import type { Reading } from '../ledger/tables.js';
import { HUB } from './replace-resources.js';
import { indexQuestion } from './word-keys.js';

/** A resource and the city that lists it; null: the hub. */
export type ListedResource = Resource & { from: string | null };

type Row = { owner: string; resource: string };

const parsed = ({ owner, resource: text }: Row): ListedResource => ({
  ...resource.parse(JSON.parse(text)),
  from: owner === HUB ? null : owner,
});

/** All resources: the hub's own first, then by city, each list in its own order. */
export const readResources = async (db: Reading): Promise<ListedResource[]> =>
  (await db.selectFrom('resources').select(['owner', 'resource']).orderBy('owner').orderBy('position').execute()).map(
    parsed,
  );

/** What narrows a search. */
export interface Narrowed {
  kind?: Resource['kind'] | undefined;
  /** ISO 639-3 code of a language that it is in */
  language?: string | undefined;
  limit?: number;
}

/**
 * Resources that hold every word of a question (the last one may be only begun), in any language and spelling: the best
 * first, words of titles and tags before those of texts. All of them for an empty question.
 */
export const searchResources = async (
  db: Reading,
  question: string,
  { kind, language, limit = 50 }: Narrowed = {},
): Promise<ListedResource[]> => {
  const asked = indexQuestion(question);
  const rows =
    asked === ''
      ? await readResources(db)
      : (
          await sql<Row>`
            select resources.owner, resources.resource from resource_words
            join resources on resources.position = resource_words.rowid
            where resource_words match ${asked}
            order by bm25(resource_words, 10, 5, 1), resources.owner, resources.id`.execute(db)
        ).rows.map(parsed);
  return rows
    .filter((found) => kind === undefined || found.kind === kind)
    .filter((found) => language === undefined || found.languages.includes(language))
    .slice(0, limit);
};
