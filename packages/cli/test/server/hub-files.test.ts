import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPackage, type Hub, importLibrary, initHub, inviteCity, openHub, readHops, writeHubKey } from '@marsad/hub';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSyntheticCities } from '../../src/hub/write-synthetic-cities.js';
import { openHubFiles } from '../../src/server/hub-files.js';
import type { ListedFile } from '../../src/server/listed-files.js';

let folder: string;
let hub: Hub;
let now = Date.UTC(2026, 10, 22);
const clock = () => new Date(now);

const textOf = async (file: ListedFile | undefined): Promise<string> => {
  const bytes = typeof file?.bytes === 'function' ? await file.bytes() : file?.bytes;
  return Buffer.from(bytes instanceof Uint8Array ? bytes : []).toString('utf8');
};
const add = async (city: number): Promise<void> => {
  const added = await addPackage(hub, join(folder, 'cities', 'packages', `city-00${city}.zip`), clock());
  expect(added.taken).toBe(true);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-hub-files-'));
  const cities = join(folder, 'cities');
  await writeSyntheticCities(cities, { cities: 2, weeks: 8, seed: 1, now: clock() }, () => undefined);
  const path = join(folder, 'hub');
  await initHub(path, { id: 'gulf-hub', names: { en: 'Gulf hub' } });
  await writeHubKey(path, randomBytes(32));
  hub = await openHub(path);
  for (const line of readFileSync(join(cities, 'cities.tsv'), 'utf8').trim().split('\n')) {
    const [city = '', fingerprint = ''] = line.split('\t');
    await inviteCity(hub, { city, fingerprint, now: clock() });
  }
  await add(1);
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the files that a hub serves', () => {
  it('are the region, and under each city its own; a city that there is not leads to the region’s list, where it is not', async () => {
    const { filesFor } = openHubFiles({ hub, clock, account: '/account' });
    const region = await filesFor('public', '/');
    expect(await textOf(region.get('/index.html'))).toContain('<meta name="marsad-account" content="/account" />');
    expect(JSON.parse(await textOf(region.get('/region.json')))).toMatchObject({
      beside: { observatories: ['city-001'], packages: ['city-001'] },
    });
    const city = await filesFor('public', '/cities/city-001/data/figures.json');
    expect(city.has('/cities/city-001/data/figures.json')).toBe(true);
    expect(await textOf(city.get('/cities/city-001/index.html'))).toMatch(/"\.\.\/\.\.\/assets\/[\w-]+\.js"/);
    const analysts = await filesFor('partner', '/cities/city-001/');
    // The package is of the public tier: there is nothing narrower to ask for.
    const page = await textOf(analysts.get('/cities/city-001/index.html'));
    expect(page).toContain('name="marsad-account"');
    expect(page).not.toContain('marsad-tier');
    for (const id of ['city-002', '__proto__', 'constructor'])
      expect(await filesFor('public', `/cities/${id}/`)).toBe(region);
  });

  it('hold a package that is written down as handed on when it is asked for, not before', async () => {
    const { filesFor } = openHubFiles({ hub, clock, account: undefined });
    const file = (await filesFor('public', '/cities/city-001/')).get('/cities/city-001/snapshot.zip');
    expect(await readHops(hub.db)).toEqual([]);
    expect((await textOf(file)).slice(0, 2)).toBe('PK');
    expect(await readHops(hub.db)).toMatchObject([{ city: 'city-001', tier: 'public', recipient: 'public readers' }]);
  });

  it('are made anew when the hub has taken something', async () => {
    const { filesFor } = openHubFiles({ hub, clock, account: undefined });
    const before = await filesFor('public', '/');
    await add(2);
    expect(await filesFor('public', '/')).toBe(before);
    now += 5_000;
    const after = await filesFor('public', '/');
    expect(await textOf(after.get('/region.json'))).toContain('city-002');
    now += 5_000;
    expect(await filesFor('public', '/')).toBe(after);
    await importLibrary(hub, '{"id":"guide","kind":"guidance","titles":{"en":"A guide for schools"}}', 'own.jsonl');
    now += 5_000;
    expect(await textOf((await filesFor('public', '/')).get('/region.json'))).toContain('A guide for schools');
  });
});
