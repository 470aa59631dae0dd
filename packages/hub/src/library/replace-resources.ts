import { INTERFACE_LANGUAGES, type Resource } from '@marsad/records';
import { sql } from 'kysely';
import type { Writing } from '../ledger/tables.js';
import { foldWords } from './fold-words.js';

/** Owner of the resources that the hub lists itself. */
export const HUB = '';

const folded = (texts: readonly (string | undefined)[]): string =>
  texts.flatMap((text) => (text === undefined ? [] : foldWords(text))).join(' ');

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
    const words = {
      titles: folded(INTERFACE_LANGUAGES.map((language) => resource.titles[language])),
      tags: folded([resource.kind, ...resource.tags]),
      texts: folded(INTERFACE_LANGUAGES.map((language) => resource.text?.[language])),
    };
    await trx
      .insertInto('resource_words')
      .values({ rowid: Number(insertId), ...words })
      .execute();
  }
};
