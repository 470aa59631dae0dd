import type { Kysely } from 'kysely';
import { indexAgain } from '../../library/replace-resources.js';
import type { Tables } from '../tables.js';

/** Words of the library are found by their plurals too: what was indexed before is indexed anew. */
export const up = async (db: Kysely<unknown>): Promise<void> => indexAgain(db.withTables<Tables>());
