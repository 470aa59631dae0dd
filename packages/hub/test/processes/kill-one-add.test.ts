import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addPackage, checkHub, type Hub, inviteCity, openHub, raiseContest } from '../../src/index.js';
import { readCities } from '../../src/ledger/rows/cities.js';
import { readVersions } from '../../src/ledger/rows/versions.js';
import { searchResources } from '../../src/library/read-resources.js';
import { NOW, signingCity, writePackage } from '../signed-city.js';
import { type TempHub, tempHub } from '../temp-hub.js';
import { seeded } from './seeded.js';

const SCRIPT = fileURLToPath(new URL('./add-when-told.mjs', import.meta.url));
const KILLS = 50;
const SEED = 20261122;

let temp: TempHub;
const running: ChildProcess[] = [];
beforeEach(async () => {
  temp = await tempHub();
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await temp.remove();
});

/** All that the ledger holds, and the packages that it names as far as they are there. */
const stateOf = async (hub: Hub): Promise<string> => {
  const cities = await readCities(hub.db);
  const versions = await readVersions(hub.db);
  const resources = await searchResources(hub.db, '');
  const told = await hub.db.selectFrom('told').selectAll().execute();
  const there = await readdir(join(hub.folder, 'packages', 'al-manar'));
  const lost = versions.filter((held) => !there.some((name) => held.package.endsWith(name)));
  return JSON.stringify({ cities, versions, resources, told, lost });
};

interface Adding {
  /** lets it begin; resolves when it has acknowledged or is gone */
  begin: () => void;
  kill: () => void;
  /** whether it acknowledged, once it is gone */
  gone: Promise<boolean>;
}

/** A process that is ready to add a package. */
const adding = (hub: string, file: string): Promise<Adding> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, hub, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    running.push(child);
    let said = '';
    const gone = new Promise<boolean>((ended) => {
      child.once('close', () => ended(said.includes('acknowledged')));
    });
    void gone.then(() => reject(new Error(`the process ended before it was ready: ${said}`)));
    // Whoever was killed reads no more.
    child.stdin.on('error', () => undefined);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.startsWith('ready\n'))
        resolve({ begin: () => child.stdin.write('\n'), kill: () => child.kill('SIGKILL'), gone });
    });
  });

// A minute on a quiet machine at the most; processes that start take their time on a busy one.
it('fifty kills within one package leave the hub as it was before or as it is after', {
  timeout: 600_000,
}, async () => {
  const city = signingCity('al-manar');
  await inviteCity(temp.hub, { city: city.id, fingerprint: city.fingerprint, now: NOW });
  await raiseContest(
    temp.hub,
    { id: 'port', city: city.id, about: { kind: 'source', source: 'source-1' }, by: 'Council', text: { en: 'No.' } },
    NOW,
  );
  await addPackage(temp.hub, await writePackage(temp.folder, 'one', city.sign()), NOW);
  // A correction travels along: keys, notices, versions, resources and the package all change at once.
  city.notify({ type: 'correction', versions: [1] });
  const next = await writePackage(temp.folder, 'two', city.sign());
  const before = await stateOf(temp.hub);
  await temp.hub.close();
  let copies = 0;
  const copied = (): string => {
    copies += 1;
    const folder = join(temp.folder, `copy-${copies}`);
    cpSync(temp.hub.folder, folder, { recursive: true });
    return folder;
  };

  // Undisturbed, once: what is there after, and how long it takes.
  const whole = copied();
  const undisturbed = await adding(whole, next);
  const begun = performance.now();
  undisturbed.begin();
  expect(await undisturbed.gone).toBe(true);
  const lasts = performance.now() - begun;
  const hubAfter = await openHub(whole);
  const done = await stateOf(hubAfter);
  await hubAfter.close();
  expect(done).not.toBe(before);

  const random = seeded(SEED);
  const found = { before: 0, after: 0 };
  let folder = copied();
  let child = await adding(folder, next);
  for (let kill = 0; kill < KILLS; kill += 1) {
    // One moment in every fiftieth of the time it takes, and a little beyond.
    const moment = (1.05 * lasts * (kill + random())) / KILLS;
    child.begin();
    await after(moment);
    child.kill();
    // The next one gets ready while this one is looked at.
    const following = copied();
    const nextChild = adding(following, next);
    const acknowledged = await child.gone;

    const hub = await openHub(folder);
    const state = await stateOf(hub);
    const where = `kill ${kill} of seed ${SEED}, after ${moment.toFixed(1)} ms`;
    expect([before, done], where).toContain(state);
    if (acknowledged) expect(state, where).toBe(done);
    found[state === done ? 'after' : 'before'] += 1;
    expect(hub.warnings, where).toEqual([]);
    expect(
      (await checkHub(hub, NOW)).filter(({ fault }) => fault),
      where,
    ).toEqual([]);
    // Whatever the kill left, the next try takes it, and sweeps what lies about.
    expect(await addPackage(hub, next, NOW), where).toMatchObject({ taken: true, known: state === done });
    expect(await stateOf(hub), where).toBe(done);
    expect(await readdir(join(folder, 'packages', city.id)), where).toHaveLength(2);
    await hub.close();
    await rm(folder, { recursive: true });
    folder = following;
    child = await nextChild;
  }
  child.kill();
  await child.gone;
  expect(found.before + found.after).toBe(KILLS);
  temp.hub = await openHub(temp.hub.folder);
});
