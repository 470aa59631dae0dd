import { readTold, saveTold } from '../ledger/rows/told.js';
import type { Hub } from '../open-hub.js';
import { parseSnapshot } from '../receive/parse-snapshot.js';
import { readHeld } from './package-folder.js';
import { type ToldOfPackage, tellPackage, toldOfPackage } from './told-of-package.js';

/** More than any hub has cities: of a server that runs for years, what was replaced long ago makes room. */
const MOST_KEPT = 1000;
/** What was read, by hub and package: names are of the content, so that it stays true. */
const readBefore = new WeakMap<Hub, Map<string, ToldOfPackage>>();

/**
 * What the region needs of a package that is held: as it was kept when the package was taken. Where an older program took it, it is
 * opened once more, and kept then.
 * @throws {InputError} when it has to be opened and is gone or was changed
 */
export const toldOfHeld = async (hub: Hub, name: string): Promise<ToldOfPackage> => {
  const before = readBefore.get(hub) ?? new Map<string, ToldOfPackage>();
  readBefore.set(hub, before);
  const told = before.get(name) ?? (await readOrTell(hub, name));
  before.set(name, told);
  const [oldest] = before.keys();
  if (before.size > MOST_KEPT && oldest !== undefined) before.delete(oldest);
  return told;
};

const readOrTell = async (hub: Hub, name: string): Promise<ToldOfPackage> => {
  const kept = toldOfPackage.safeParse(await readTold(hub.db, name));
  if (kept.success) return kept.data;
  const files = await readHeld(hub.folder, name);
  const told = tellPackage(files, parseSnapshot(files));
  await hub.db.transaction().execute((trx) => saveTold(trx, name, told));
  return told;
};
