import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPackage, buildRegion, checkHub, inviteCity } from '../src/index.js';
import { NOW, signingCity, writePackage } from './signed-city.js';
import { type TempHub, tempHub } from './temp-hub.js';

let temp: TempHub;
let held: string;
beforeEach(async () => {
  temp = await tempHub();
  const city = signingCity('al-manar');
  await inviteCity(temp.hub, { city: city.id, fingerprint: city.fingerprint, now: NOW });
  await addPackage(temp.hub, await writePackage(temp.folder, 'one', city.sign()), NOW);
  const folder = join(temp.hub.folder, 'packages', 'al-manar');
  held = join(folder, (await readdir(folder))[0] ?? '');
});
afterEach(() => temp.remove());

const faults = async (): Promise<string[]> =>
  (await checkHub(temp.hub, NOW)).filter(({ fault }) => fault).map(({ code }) => code);

describe('a check of a hub', () => {
  it('finds nothing wrong with what was taken', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each([0, 1000, -40])('finds a bit changed at byte %i of a package', async (at) => {
    const bytes = await readFile(held);
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    await writeFile(held, bytes);
    expect(await faults()).toEqual(['package-fault']);
    await expect(buildRegion(temp.hub, NOW)).rejects.toThrow('got other bytes');
  });

  it('finds a package that is gone', async () => {
    await rm(held);
    expect(await faults()).toEqual(['package-fault']);
  });

  it('finds a key that others may read', async () => {
    await chmod(join(temp.hub.folder, 'hub.key.json'), 0o644);
    expect(await faults()).toEqual(['key-readable']);
  });
});
