import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageBytes } from '@marsad/observatory';
import { firstKeySet, hashOfSigned, keyFileText, keyPairFrom, signSnapshot } from '@marsad/observatory/snapshot';
import { sha256, weekOf } from '@marsad/records';
import { syntheticId, syntheticSnapshot } from './synthetic-city.js';

const WEEK = 7 * 86_400_000;

/** Days for which the packages hold. */
const HOLD_DAYS = 90;

/** What is to be made. */
export interface Synthesis {
  cities: number;
  weeks: number;
  seed: number;
  now: Date;
}

/**
 * Writes signed packages of cities that never were, their private keys, and a list to invite them by: packages/ID.zip,
 * keys/ID.json, cities.tsv. The keys follow from the seed, so that everybody can make them: for measuring and trying only.
 * @param say is told of every city that is done
 */
export const writeSyntheticCities = async (
  folder: string,
  { cities, weeks, seed, now }: Synthesis,
  say: (done: number) => void,
): Promise<void> => {
  await mkdir(join(folder, 'packages'), { recursive: true });
  await mkdir(join(folder, 'keys'), { recursive: true });
  // The last week that is wholly over.
  const lastWeek = weekOf(now.getTime() - WEEK);
  const invitations: string[] = [];
  for (let number = 1; number <= cities; number += 1) {
    const id = syntheticId(number);
    const keySeed = Buffer.from(sha256(`marsad synthetic city ${seed} ${number}`), 'hex');
    const pair = keyPairFrom(keySeed);
    const keys = firstKeySet(id, { root: [pair], signing: [pair] }, now);
    const { files } = signSnapshot(syntheticSnapshot(number, { seed, weeks, lastWeek }), {
      keySets: [keys],
      pairs: [pair],
      notices: [],
      version: 1,
      audience: null,
      now,
      days: HOLD_DAYS,
    });
    await writeFile(join(folder, 'packages', `${id}.zip`), await packageBytes(files));
    await writeFile(join(folder, 'keys', `${id}.json`), keyFileText(keySeed), { mode: 0o600 });
    invitations.push(`${id}\t${hashOfSigned(keys.signed)}\n`);
    say(number);
  }
  await writeFile(join(folder, 'cities.tsv'), invitations.join(''));
};
