import type { Tier } from '@marsad/records';
import type { Generated, Kysely, Transaction } from 'kysely';

/** What becomes of a version: its figures are shown, a newer one is, or the city took it back. */
export type VersionState = 'held' | 'superseded' | 'withdrawn';

/**
 * The columns as the newest migration leaves them. Times are ISO 8601 in UTC; lists and objects are JSON text. (Types, not
 * interfaces: Kysely wants an index signature.)
 */
export type Tables = {
  /** one row; `changes` grows with every change of what is remembered of cities */
  hub: { id: string; names: string; changes: number };
  cities: { id: string; invited_at: string; remembered: string };
  /** files of the city's sets of keys as it signed them, to go along with its notices */
  key_sets: { city: string; version: number; envelope: Buffer };
  versions: {
    city: string;
    version: number;
    statement_hash: string;
    manifests: string;
    tier: Tier;
    state: VersionState;
    /** name of the file below packages/ */
    package: string;
    issued: string;
    expires: string;
    received_at: string;
    summary: string;
  };
  /** by package, of versions that are held: what the region needs of it */
  told: { package: string; told: string };
  /** `raised_here` is 0 for those that came attached to a copy */
  contests: { city: string; id: string; contest: string; answered: number; raised_here: number };
  hops: {
    position: Generated<number>;
    city: string;
    version: number;
    tier: Tier;
    recipient: string;
    passed_at: string;
  };
  /** `owner` is a city's id, or empty for the hub itself */
  resources: { position: Generated<number>; owner: string; id: string; resource: string };
  resource_words: { rowid: number; titles: string; tags: string; texts: string };
};

/** A ledger outside a transaction: only for reads, and for opening transactions. */
export type Database = Kysely<Tables>;
/** A ledger inside a transaction: what every writing query takes. */
export type Writing = Transaction<Tables>;
/** Reads may happen in either. */
export type Reading = Kysely<Tables>;
