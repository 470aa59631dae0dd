import {
  cityOfPackage,
  judgePackage,
  openSnapshotFiles,
  packageBytes,
  type Refusal,
} from '@marsad/observatory/snapshot';
import { InputError, TIERS, type Tier } from '@marsad/records';
import { contestsIn, takeContests } from '../contests/attachment.js';
import { keepPackage, packageName, sweepPackages } from '../held/package-folder.js';
import { tellPackage } from '../held/told-of-package.js';
import { readCity, saveCity } from '../ledger/rows/cities.js';
import { saveKeySets } from '../ledger/rows/key-sets.js';
import { dropTold, saveTold } from '../ledger/rows/told.js';
import { readVersions, saveVersion, settleStates } from '../ledger/rows/versions.js';
import type { Writing } from '../ledger/tables.js';
import { replaceResources } from '../library/replace-resources.js';
import { changeHub, type Hub } from '../open-hub.js';
import { parseSnapshot } from './parse-snapshot.js';
import { profileIn } from './profile-in.js';
import { summarise } from './summarise.js';

type Files = ReadonlyMap<string, Uint8Array>;

/** What became of a package that was offered to the hub. */
export type Added =
  | {
      taken: true;
      city: string;
      /** undefined for a package of notices alone */
      version: number | undefined;
      tier: Tier | undefined;
      /** it was held before, at this tier or a narrower one */
      known: boolean;
      /** notices that were not known before, and versions that they withdraw */
      notices: number;
      withdrawn: number[];
      contests: number;
    }
  | { taken: false; city: string | undefined; refusals: Refusal[] };

const refused = (city: string | undefined, refusals: Refusal[]): Added => ({ taken: false, city, refusals });

/** What an older ledger would take again although this hub has seen newer. */
const olderThanSeen = (hub: Hub, city: string, version: number | undefined, notices: number): Refusal[] => {
  const seen = hub.seen.cities[city];
  if (seen === undefined) return [];
  const remedy = 'The ledger was restored from a backup. Ask the city for its newest package, and add that.';
  if (version !== undefined && version < seen.snapshot)
    return [
      {
        code: 'rollback',
        message: `expected at least version ${seen.snapshot} of ${city}, which this hub had, got ${version}`,
        remedy,
      },
    ];
  if (notices < seen.notices)
    return [
      {
        code: 'notice-left-out',
        message: `expected the ${seen.notices} notices of ${city} that this hub had, got ${notices}`,
        remedy,
      },
    ];
  return [];
};

/** Packages of the ledger that are to stay: what was withdrawn goes. */
const keptPackages = async (trx: Writing): Promise<Set<string>> =>
  new Set((await readVersions(trx)).flatMap((kept) => (kept.state === 'withdrawn' ? [] : [kept.package])));

/**
 * Offers one package to the hub: judged against what is remembered of its city, and then taken whole or not at all. Keys and
 * notices whose signatures hold are remembered from a refused package too. A kill at any moment leaves the ledger as it was or as it
 * is after; a package without its row is swept away by the next one that is taken.
 * @throws {InputError} when the file cannot be read as a package
 */
export const addPackage = async (hub: Hub, path: string, now: Date): Promise<Added> => {
  const files = await openSnapshotFiles(path);
  const city = cityOfPackage(files);
  const added = await changeHub(hub, (trx) => judgeAndTake(hub, trx, { files, city, now }));
  // Only after the commit: what a ledger still calls held must not be gone.
  await hub.db.transaction().execute(async (trx) => sweepPackages(hub.folder, await keptPackages(trx)));
  return added;
};

interface Offered {
  files: Files;
  city: string | undefined;
  now: Date;
}

const judgeAndTake = async (hub: Hub, trx: Writing, { files, city, now }: Offered): Promise<Added> => {
  const invited = city === undefined ? undefined : await readCity(trx, city);
  const judgement = judgePackage(files, invited?.remembered, now);
  if (!invited || judgement.nextRemembered === undefined) return refused(city, judgement.refusals);

  const { nextRemembered } = judgement;
  const older = judgement.taken
    ? olderThanSeen(
        hub,
        invited.id,
        judgement.verdict.kind === 'snapshot' ? judgement.verdict.version : undefined,
        nextRemembered.notices.length,
      )
    : [];
  const refusals = [...judgement.refusals, ...older];
  // A refusal of the hub's own takes back the version that the judgement counted as taken.
  await saveCity(trx, {
    ...invited,
    remembered: older.length > 0 ? { ...nextRemembered, newest: invited.remembered.newest } : nextRemembered,
  });
  await saveKeySets(trx, invited.id, files, nextRemembered.keys?.chain ?? []);
  if (!judgement.taken || refusals.length > 0) {
    await settleStates(trx, invited.id, nextRemembered.withdrawn);
    await dropTold(trx);
    return refused(invited.id, refusals);
  }

  const { verdict } = judgement;
  const contests = contestsIn(files);
  if (contests === undefined)
    throw new InputError(
      'contests-unreadable',
      `${invited.id}: expected contests in attachments/contests.json, got something else`,
      {
        remedy: 'Ask the hub that passed it on to make the copy again; nothing was kept.',
      },
    );
  const parsed = verdict.kind === 'snapshot' ? parseSnapshot(files) : undefined;
  // A merged snapshot carries in its manifest what was contested in those it was made of.
  const came = [...(parsed?.manifest.contests ?? []), ...contests];
  const taken: Extract<Added, { taken: true }> = {
    taken: true,
    city: invited.id,
    version: undefined,
    tier: undefined,
    known: true,
    notices: verdict.newNotices.length,
    withdrawn: nextRemembered.withdrawn.filter((version) => !invited.remembered.withdrawn.includes(version)),
    contests: await takeContests(trx, invited.id, came),
  };
  if (parsed && verdict.kind === 'snapshot') {
    const { version, tier } = verdict;
    const held = (await readVersions(trx, invited.id)).find((kept) => kept.version === version);
    taken.version = version;
    taken.tier = tier;
    taken.known = held !== undefined && TIERS.indexOf(held.tier) >= TIERS.indexOf(tier);
    if (!taken.known) {
      const bytes = await packageBytes(files);
      const name = packageName(invited.id, bytes);
      await keepPackage(hub.folder, name, bytes);
      await saveTold(trx, name, tellPackage(files, parsed));
      await saveVersion(trx, {
        city: invited.id,
        version,
        statementHash: verdict.statementHash,
        manifests: nextRemembered.newest?.manifests ?? { public: '' },
        tier,
        state: 'held',
        package: name,
        issued: verdict.statement.issued,
        expires: verdict.statement.expires,
        receivedAt: held?.receivedAt ?? now.toISOString(),
        summary: summarise(parsed),
      });
      await replaceResources(trx, invited.id, profileIn(files)?.resources ?? []);
    }
  }
  await settleStates(trx, invited.id, nextRemembered.withdrawn);
  await dropTold(trx);
  return taken;
};
