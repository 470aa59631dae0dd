import {
  buildRegion,
  copyFor,
  type HeldSnapshot,
  type Hub,
  heldSnapshots,
  listCities,
  readContests,
  readHubKey,
  searchResources,
} from '@marsad/hub';
import { type Region, SNAPSHOT_FILES, sha256, type Tier, widerTier } from '@marsad/records';
import { cityFolder, cityPageFiles, sharedAssets } from '../site/city-pages.js';
import { regionFiles } from '../site/region-files.js';
import { viewerFiles } from '../site/viewer-files.js';
import { type ListedFile, listFiles } from './listed-files.js';
import { pageForReader } from './page-for-reader.js';
import { snapshotFor } from './snapshot-tiers.js';

type Listed = ReadonlyMap<string, ListedFile>;

/** The hub as it was when its lists were made. */
interface Lists {
  stamp: string;
  made: number;
  region: Listed;
  cities: ReadonlyMap<string, HeldSnapshot>;
  /** lists of cities that were opened, by city and tier; the one opened longest ago makes room */
  opened: Map<string, Promise<Listed>>;
}

/** How long lists are used before it is asked whether the hub took something new, in milliseconds. */
const LOOK_AGAIN = 5_000;
/** … and before they are made anew in any case, since packages expire. */
const MAKE_ANEW = 3_600_000;
/** Cities whose files are kept in memory. */
const MOST_OPENED = 24;
/** Resources without end. */
const ALL = { limit: Number.POSITIVE_INFINITY };
const CITY = /^\/cities\/([a-z0-9-]+)\//;

export interface HubFilesOptions {
  hub: Hub;
  clock: () => Date;
  /** path of the account page; undefined where nobody logs in */
  account: string | undefined;
}

/** Everything that a hub serves, as fixed lists of files: made at start, and again when the hub has taken something. */
export const openHubFiles = ({ hub, clock, account }: HubFilesOptions) => {
  let lists: Promise<Lists> | undefined;
  let looked = 0;

  /** Of all that the region's page tells. */
  const stampOf = async (): Promise<string> =>
    sha256(JSON.stringify([await listCities(hub), await readContests(hub.db), await searchResources(hub.db, '', ALL)]));
  const make = async (stamp: string): Promise<Lists> => {
    const now = clock();
    const held = await heldSnapshots(hub, now);
    const region: Region = {
      ...(await buildRegion(hub, now)),
      beside: {
        observatories: held.map(({ city }) => city),
        packages: held.filter(({ staysHere }) => !staysHere).map(({ city }) => city),
      },
    };
    const files = new Map([...sharedAssets(await viewerFiles()), ...(await regionFiles(region, account))]);
    return {
      stamp,
      made: now.getTime(),
      region: listFiles(files, '/'),
      cities: new Map(held.map((one) => [one.city, one])),
      opened: new Map(),
    };
  };
  const current = async (): Promise<Lists> => {
    const now = clock().getTime();
    if (lists !== undefined && now - looked < LOOK_AGAIN) return lists;
    looked = now;
    const stamp = await stampOf();
    const before = await lists;
    if (before !== undefined && before.stamp === stamp && now - before.made < MAKE_ANEW) return before;
    lists = make(stamp);
    // What went wrong once may go well at the next request.
    lists.catch(() => {
      lists = undefined;
    });
    return lists;
  };

  const listCity = async (held: HeldSnapshot, reader: Tier): Promise<Listed> => {
    const { city, tier, staysHere } = held;
    const version = String(held.version);
    const prefix = `/${cityFolder(city)}`;
    const files = await held.files();
    const hash = sha256(files.get(SNAPSHOT_FILES.manifest) ?? new Uint8Array());
    const shown = listFiles(await cityPageFiles(await viewerFiles(), files, hash), prefix);
    const page = pageForReader(shown, prefix, { account, tier: widerTier(tier, reader) });
    const listed = new Map([...page, ...snapshotFor(reader, `${prefix}data/`, { files, tier, city, version })]);
    if (staysHere) return listed;
    const given = widerTier(tier, reader);
    const copy = async () => {
      const pair = await readHubKey(hub.folder);
      const asked = { city, tier: given, recipient: `${given} readers`, pair, now: clock() };
      return new Uint8Array((await copyFor(hub, asked)).bytes);
    };
    return listed.set(`${prefix}snapshot.zip`, {
      bytes: copy,
      type: 'application/zip',
      etag: `"${sha256(`${held.name} ${given} ${clock().getTime()}`).slice(0, 32)}"`,
      immutable: false,
      saveAs: `${city}-${version}-${given}.zip`,
      opening: { event: 'downloaded', tier: given, city, version },
    });
  };

  return {
    /** the list that a path belongs to, for readers of a tier */
    async filesFor(tier: Tier, path: string): Promise<Listed> {
      const now = await current();
      const held = now.cities.get(CITY.exec(path)?.[1] ?? '');
      if (held === undefined) return now.region;
      const key = `${held.city} ${tier}`;
      const known = now.opened.get(key) ?? listCity(held, tier);
      now.opened.delete(key);
      const [oldest] = now.opened.keys();
      if (now.opened.size >= MOST_OPENED && oldest !== undefined) now.opened.delete(oldest);
      now.opened.set(key, known);
      known.catch(() => now.opened.delete(key));
      return known;
    },
  };
};
