import { INTERFACE_LANGUAGES, type Resource, resource as resourceSchema } from '@marsad/records';
import { sql } from 'kysely';
import type { Reading, Writing } from '../ledger/tables.js';
import { indexedWords } from './word-keys.js';

/** Owner of the resources that the hub lists itself. */
export const HUB = '';

const folded = (texts: readonly (string | undefined)[]): string =>
  texts.flatMap((text) => (text === undefined ? [] : indexedWords(text))).join(' ');

/** Puts the words of a resource into the index. */
const indexResource = async (db: Reading, rowid: number, resource: Resource): Promise<void> => {
  const words = {
    titles: folded(INTERFACE_LANGUAGES.map((language) => resource.titles[language])),
    tags: folded([resource.kind, ...resource.tags]),
    texts: folded(INTERFACE_LANGUAGES.map((language) => resource.text?.[language])),
  };
  await db
    .insertInto('resource_words')
    .values({ rowid, ...words })
    .execute();
};

/** Makes the index of all resources anew, as after a change of what is indexed. */
export const indexAgain = async (db: Reading): Promise<void> => {
  await db.deleteFrom('resource_words').execute();
  for (const { position, resource: text } of await db
    .selectFrom('resources')
    .select(['position', 'resource'])
    .execute())
    await indexResource(db, position, resourceSchema.parse(JSON.parse(text)));
};

/** Puts the resources of a city, or of the hub, in place of those it listed before, and their words into the index. */
export const replaceResources = async (trx: Writing, owner: string, resources: readonly Resource[]): Promise<void> => {
  await sql`delete from resource_words where rowid in (select position from resources where owner = ${owner})`.execute(
    trx,
  );
  await trx.deleteFrom('resources').where('owner', '=', owner).execute();
  for (const resource of resources) {
    const { insertId } = await trx
      .insertInto('resources')
      .values({ owner, id: resource.id, resource: JSON.stringify(resource) })
      .executeTakeFirstOrThrow();
    await indexResource(trx, Number(insertId), resource);
  }
};
