import { spawn } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addPackage, checkHub, inviteCity, openHub } from '../../src/index.js';
import { readVersions } from '../../src/ledger/rows/versions.js';
import { NOW, signingCity, writePackage } from '../signed-city.js';
import { type TempHub, tempHub } from '../temp-hub.js';
import { seeded } from './seeded.js';

const SCRIPT = fileURLToPath(new URL('./add-packages.mjs', import.meta.url));
const KILLS = 8;
const VERSIONS = 40;

let temp: TempHub;
beforeEach(async () => {
  temp = await tempHub();
});
afterEach(() => temp.remove());

const zips = async (): Promise<string[]> =>
  (await readdir(join(temp.hub.folder, 'packages'), { recursive: true }))
    .filter((name) => !name.endsWith('al-manar'))
    .sort();

it('after each SIGKILL what was acknowledged is held, and every version is there whole or not at all', async () => {
  const city = signingCity('al-manar');
  await inviteCity(temp.hub, { city: city.id, fingerprint: city.fingerprint, now: NOW });
  const files: string[] = [];
  for (let at = 0; at < VERSIONS; at += 1) files.push(await writePackage(temp.folder, `v${at}`, city.sign()));
  const random = seeded(20261122);
  let next = 0;
  let kills = 0;
  while (kills < KILLS && next < VERSIONS) {
    const child = spawn(process.execPath, [SCRIPT, temp.hub.folder, ...files.slice(next)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const wanted = 1 + Math.floor(random() * 4);
    let acknowledged = 0;
    const ended = new Promise((resolve) => child.on('close', resolve));
    for await (const _line of createInterface({ input: child.stdout })) {
      acknowledged += 1;
      if (acknowledged !== wanted) continue;
      // Spin for up to 15 ms, about what one package takes, so that the kill falls at every step of the next one.
      const until = performance.now() + random() * 15;
      while (performance.now() < until);
      child.kill('SIGKILL');
    }
    await ended;
    kills += 1;

    await temp.reopen();
    const versions = await readVersions(temp.hub.db, 'al-manar');
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
    expect(versions.length).toBeGreaterThanOrEqual(next + acknowledged);
    expect(versions.filter(({ state }) => state === 'held').map(({ version }) => version)).toEqual([versions.length]);
    const there = new Set(await zips());
    expect(versions.filter((held) => !there.has(held.package))).toEqual([]);
    expect(temp.hub.warnings).toEqual([]);
    next = versions.length;
  }
  expect(kills).toBe(KILLS);
  const faults = (await checkHub(temp.hub, NOW)).filter(({ fault }) => fault);
  expect(faults).toEqual([]);
  // The next package that is taken sweeps what kills left.
  expect(await addPackage(temp.hub, await writePackage(temp.folder, 'last', city.sign()), NOW)).toMatchObject({
    taken: true,
  });
  const held = (await readVersions(temp.hub.db)).map((version) => version.package).sort();
  expect(await zips()).toEqual(held);
});

it('two processes that add at once lose nothing', async () => {
  const children: Promise<unknown>[] = [];
  for (const id of ['one-city', 'other-city']) {
    const city = signingCity(id);
    await inviteCity(temp.hub, { city: id, fingerprint: city.fingerprint, now: NOW });
    const files: string[] = [];
    for (let at = 0; at < 8; at += 1) files.push(await writePackage(temp.folder, `${id}-${at}`, city.sign()));
    const child = spawn(process.execPath, [SCRIPT, temp.hub.folder, ...files], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push(new Promise((resolve) => child.on('close', resolve)));
  }
  expect(await Promise.all(children)).toEqual([0, 0]);
  await temp.reopen();
  expect(temp.hub.warnings).toEqual([]);
  expect(await readVersions(temp.hub.db)).toHaveLength(16);
  expect((await checkHub(temp.hub, NOW)).filter(({ fault }) => fault)).toEqual([]);
});

it('nothing is taken when the package cannot be written', async () => {
  const city = signingCity('al-manar');
  await inviteCity(temp.hub, { city: city.id, fingerprint: city.fingerprint, now: NOW });
  const path = await writePackage(temp.folder, 'one', city.sign());
  await writeFile(join(temp.hub.folder, 'packages'), 'in the way');
  await expect(addPackage(temp.hub, path, NOW)).rejects.toThrow();
  expect(await readVersions(temp.hub.db)).toEqual([]);
  await rm(join(temp.hub.folder, 'packages'));
  expect(await addPackage(temp.hub, path, NOW)).toMatchObject({ taken: true, known: false, version: 1 });
});

it('a version is held although its witness could not be written', async () => {
  const city = signingCity('al-manar');
  await inviteCity(temp.hub, { city: city.id, fingerprint: city.fingerprint, now: NOW });
  const witness = join(temp.hub.folder, 'witness.json');
  const path = await writePackage(temp.folder, 'one', city.sign());
  await rm(witness);
  await mkdir(join(witness, 'in the way'), { recursive: true });
  await expect(addPackage(temp.hub, path, NOW)).rejects.toThrow();
  await rm(witness, { recursive: true });
  await temp.hub.close();
  temp.hub = await openHub(temp.hub.folder);
  expect(temp.hub.warnings).toEqual([]);
  expect(await readVersions(temp.hub.db)).toHaveLength(1);
  expect(await addPackage(temp.hub, path, NOW)).toMatchObject({ taken: true, known: true });
});
