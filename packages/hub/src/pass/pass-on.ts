import {
  envelopeBytes,
  type KeyPair,
  lowerTier,
  NOTICE_FILES,
  nextHop,
  packageBytes,
  SIGNATURE_FILE,
} from '@marsad/observatory/snapshot';
import { InputError, snapshotStatement, TIERS, type Tier } from '@marsad/records';
import { z } from 'zod';
import { CONTESTS_FILE, contestsBytes } from '../contests/attachment.js';
import { readHeld } from '../held/package-folder.js';
import { writeWhole } from '../held/write-whole.js';
import { readCity } from '../ledger/rows/cities.js';
import { readContests } from '../ledger/rows/contests.js';
import { saveHop } from '../ledger/rows/hops.js';
import { readKeySets } from '../ledger/rows/key-sets.js';
import { readVersions } from '../ledger/rows/versions.js';
import { changeHub, type Hub } from '../open-hub.js';

/** A copy to be made. */
export interface PassOn {
  city: string;
  tier: Tier;
  /** a hub's or city's id, or the name of an office */
  recipient: string;
  pair: KeyPair;
  now: Date;
}

const refuse = (code: string, message: string, remedy: string): InputError => new InputError(code, message, { remedy });

const audienceOf = (files: ReadonlyMap<string, Uint8Array>): string | null =>
  z.looseObject({ signed: snapshotStatement }).parse(JSON.parse(new TextDecoder().decode(files.get(SIGNATURE_FILE))))
    .signed.audience;

/** A copy as it is handed out. */
export interface HandedOn {
  bytes: Uint8Array;
  version: number;
  contests: number;
  notices: number;
}

/**
 * A copy of the version that is held of a city, for another hub or a reader, at its tier or a wider one: the city's files
 * and signature unchanged, its newest notices, what is contested, and a record of this hub signed by its key. The ledger
 * knows of the copy before anybody has it.
 * @throws {InputError} when nothing is held, it was withdrawn, has expired, was made for this hub alone, or the tier would be raised
 */
export const copyFor = async (hub: Hub, { city, tier, recipient, pair, now }: PassOn): Promise<HandedOn> => {
  const known = await readCity(hub.db, city);
  const newest = (await readVersions(hub.db, city)).at(-1);
  if (!known || !newest)
    throw refuse('nothing-held', `pass-on: expected a snapshot of ${city}, but none is held`, 'See `marsad hub list`.');
  const { version } = newest;
  if (newest.state !== 'held')
    throw refuse(
      'withdrawn',
      `pass-on: expected a version that stands, but ${city} has withdrawn version ${version}`,
      'Ask the city for a newer one.',
    );
  if (TIERS.indexOf(tier) > TIERS.indexOf(newest.tier))
    throw refuse(
      'raised-tier',
      `pass-on: expected at most the tier ${newest.tier} that ${city} gave this hub, got ${tier}`,
      'A copy may keep its tier or lower it. Ask the city itself for more.',
    );
  if (Date.parse(newest.expires) <= now.getTime())
    throw refuse(
      'expired',
      `pass-on: expected a version that holds, but version ${version} of ${city} expired on ${newest.expires}`,
      'Ask the city for a newer one.',
    );
  const held = await readHeld(hub.folder, newest.package);
  const audience = audienceOf(held);
  if (audience !== null && audience !== recipient)
    throw refuse(
      'other-audience',
      `pass-on: expected a package for anybody, but ${city} made version ${version} for ${audience} alone`,
      'Ask the city for one that may be passed on.',
    );

  const contests = await readContests(hub.db, { city });
  const { notices } = known.remembered;
  const copy = new Map([
    ...lowerTier(held, tier),
    ...(await readKeySets(hub.db, city)),
    ...notices.map((notice): [string, Uint8Array] => [NOTICE_FILES.path(notice.signed.number), envelopeBytes(notice)]),
  ]);
  if (contests.length > 0) copy.set(CONTESTS_FILE, contestsBytes(contests));
  const about = { hub: hub.identity.id, pair, city, statementHash: newest.statementHash, tier, now };
  copy.set(...nextHop(copy, about));
  const bytes = await packageBytes(copy);
  await changeHub(hub, (trx) => saveHop(trx, { city, version, tier, recipient, passedAt: now.toISOString() }));
  return { bytes, version, contests: contests.length, notices: notices.length };
};

/**
 * Writes a copy into a file.
 * @throws {InputError} as `copyFor` does
 */
export const passOn = async (
  hub: Hub,
  { out, ...asked }: PassOn & { out: string },
): Promise<Omit<HandedOn, 'bytes'>> => {
  const { bytes, ...told } = await copyFor(hub, asked);
  await writeWhole(out, bytes);
  return told;
};
