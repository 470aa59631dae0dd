import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mix } from '@marsad/records';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPackage } from '../../../src/snapshot/package/read-package.js';
import { packageBytes } from '../../../src/snapshot/package/write-package.js';
import { hashOfSigned } from '../../../src/snapshot/trust/envelope.js';
import { nextHop } from '../../../src/snapshot/trust/hops.js';
import { judgePackage } from '../../../src/snapshot/trust/judge-package.js';
import { verifySnapshot } from '../../../src/snapshot/verify-snapshot.js';
import {
  CITY,
  cityFiles,
  FIRST,
  type Files,
  invited,
  json,
  NEW_SIGNING,
  NOW,
  notice,
  pair,
  SECOND,
  signedCity,
  text,
  withFiles,
} from './signed-city.js';

const FLIPS = 1000;
/** The judge looks at everything each time, which takes longer. */
const FLIPS_IN_FILES = 300;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-flips-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A package with everything that one can hold: three tiers, two sets of keys, a notice, an attachment, a hop. */
const everything = (): Files => {
  const signed = signedCity({
    files: cityFiles({ tier: 'restricted' }),
    keySets: [FIRST, SECOND],
    pairs: [NEW_SIGNING],
    notices: [notice({ type: 'correction', versions: [1], correctedBy: 2 }, NEW_SIGNING)],
    version: 2,
  });
  const files = withFiles(signed, { 'attachments/contests.json': text('[]\n') });
  const statementHash = hashOfSigned((json(files, 'signature.json') as { signed: object }).signed);
  const hop = nextHop(files, { hub: 'hub-a', pair: pair(20), city: CITY, statementHash, tier: 'restricted', now: NOW });
  return new Map([...files, hop]);
};

it('a package with one bit changed anywhere is refused, before anything is written', async () => {
  const path = join(folder, 'came.zip');
  const whole = await packageBytes(everything());
  await writeFile(path, whole);
  expect(judgePackage(await readPackage(path), invited(), NOW).refusals).toEqual([]);
  expect(await verifySnapshot(path)).toMatchObject({ ok: true, problems: [] });

  const taken: number[] = [];
  const refusedBy = { reader: 0, judge: 0 };
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const bit = (mix(0x5eed + flip) >>> 0) % (whole.length * 8);
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    await writeFile(path, changed);
    const files = await readPackage(path).catch(() => undefined);
    if (!files) refusedBy.reader += 1;
    else if (judgePackage(files, invited(), NOW).taken) taken.push(bit);
    else refusedBy.judge += 1;
  }
  expect(taken).toEqual([]);
  expect(refusedBy.reader + refusedBy.judge).toBe(FLIPS);
  expect(await readdir(folder)).toEqual(['came.zip']);
});

it('a file with one bit changed is refused by the judge too, though the package around it is made anew', () => {
  const whole = everything();
  const paths = [...whole.keys()].sort();
  const taken: string[] = [];
  for (let flip = 0; flip < FLIPS_IN_FILES; flip += 1) {
    const path = paths[flip % paths.length] ?? '';
    const bytes = Buffer.from(whole.get(path) ?? []);
    const bit = (mix(0xf11e + flip) >>> 0) % (bytes.length * 8);
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    if (judgePackage(withFiles(whole, { [path]: bytes }), invited(), NOW).taken) taken.push(`${path} ${bit}`);
  }
  expect(taken).toEqual([]);
});
