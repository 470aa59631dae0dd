import { isoWeek, modelName, names, protectionRules, type Tier } from '@marsad/records';
import { z } from 'zod';
import type { Reading, Tables, VersionState, Writing } from '../tables.js';

const count = z.number().int().nonnegative();

/** What is said of a version without opening its package, also once it is withdrawn and its package gone. */
const versionSummary = z.object({
  names,
  fictional: z.boolean(),
  format: z.string(),
  weeks: z.tuple([isoWeek, isoWeek]).nullable(),
  model: modelName,
  measuredLanguages: z.array(z.string()),
  languages: z.array(z.string()),
  rules: protectionRules,
  areas: z.object({ count, version: z.string().optional() }),
  /** sources by kind */
  sources: z.record(z.string(), count),
  /** behind corrected figures */
  labels: count,
  /** of the ids of sources and of areas: equal where these are */
  sourceIds: z.string(),
  areaIds: z.string(),
});
export type VersionSummary = z.infer<typeof versionSummary>;

const manifests = z.object({ public: z.string(), partner: z.string().optional(), restricted: z.string().optional() });

/** A signed version of a city's snapshot that was taken. */
export interface KeptVersion {
  city: string;
  version: number;
  statementHash: string;
  manifests: z.infer<typeof manifests>;
  /** the narrowest tier whose files are here */
  tier: Tier;
  state: VersionState;
  /** name of the file below packages/ */
  package: string;
  issued: string;
  expires: string;
  receivedAt: string;
  summary: VersionSummary;
}

const parsed = (row: Tables['versions']): KeptVersion => ({
  city: row.city,
  version: row.version,
  statementHash: row.statement_hash,
  manifests: manifests.parse(JSON.parse(row.manifests)),
  tier: row.tier,
  state: row.state,
  package: row.package,
  issued: row.issued,
  expires: row.expires,
  receivedAt: row.received_at,
  summary: versionSummary.parse(JSON.parse(row.summary)),
});

/** Versions by city and number, oldest first; of one city when it is named. */
export const readVersions = async (db: Reading, city?: string): Promise<KeptVersion[]> => {
  let query = db.selectFrom('versions').selectAll().orderBy('city').orderBy('version');
  if (city !== undefined) query = query.where('city', '=', city);
  return (await query.execute()).map(parsed);
};

/** Keeps a version; one that was kept before is replaced (a copy of a narrower tier came). */
export const saveVersion = async (trx: Writing, version: KeptVersion): Promise<void> => {
  const row: Tables['versions'] = {
    city: version.city,
    version: version.version,
    statement_hash: version.statementHash,
    manifests: JSON.stringify(version.manifests),
    tier: version.tier,
    state: version.state,
    package: version.package,
    issued: version.issued,
    expires: version.expires,
    received_at: version.receivedAt,
    summary: JSON.stringify(version.summary),
  };
  await trx
    .insertInto('versions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['city', 'version']).doUpdateSet(row))
    .execute();
};

/**
 * Brings the states of a city's versions in line: those taken back are withdrawn, of the others the newest is held unless a
 * newer one was taken back, since figures that a newer version replaced do not come back.
 */
export const settleStates = async (trx: Writing, city: string, withdrawn: readonly number[]): Promise<void> => {
  const versions = await readVersions(trx, city);
  const newest = versions.at(-1)?.version;
  for (const { version, state } of versions) {
    const settled: VersionState = withdrawn.includes(version)
      ? 'withdrawn'
      : version === newest
        ? 'held'
        : 'superseded';
    if (settled === state) continue;
    await trx
      .updateTable('versions')
      .set({ state: settled })
      .where('city', '=', city)
      .where('version', '=', version)
      .execute();
  }
};
