import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/index.js';
import { rowsOf, tempFolder } from '../temp-store.js';
import { startOffering } from './child.js';

const KILLS = 10;

/** Park–Miller: a fixed row of numbers in [0, 1), so that a failure can be run again. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

it('after each SIGKILL nothing acknowledged is missing and the file is whole', async () => {
  const path = join(tempFolder(), 'marsad.db');
  const random = seeded(20260401);
  const acknowledged = new Set<number>();
  let next = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = startOffering(path, 'forum', next, 'endless');
    await child.reached(1 + Math.floor(random() * 12));
    // Spin for up to 3 ms, so that the kill also falls inside a write and not only right after one.
    const until = performance.now() + random() * 3;
    while (performance.now() < until);
    child.process.kill('SIGKILL');
    expect(await child.ended).toBeNull();
    for (const batch of child.acknowledged) acknowledged.add(batch);

    expect(rowsOf(path, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rowsOf(path, 'pragma foreign_key_check')).toEqual([]);
    const posts = rowsOf(path, 'select locator from posts').map(({ locator }) => String(locator));
    const perBatch = new Map<number, number>();
    for (const locator of posts) {
      const batch = Number(locator.split('/')[0]);
      perBatch.set(batch, (perBatch.get(batch) ?? 0) + 1);
    }
    const missing = [...acknowledged].filter((batch) => perBatch.get(batch) !== 20);
    expect(missing, `acknowledged batches lost by kill ${kill}`).toEqual([]);
    // A batch is there whole or not at all.
    expect([...perBatch.values()].every((count) => count === 20)).toBe(true);
    next = Math.max(...perBatch.keys()) + 1;
  }
  const store = await openStore(path);
  const law = await store.conservation();
  expect(law.violations).toEqual([]);
  expect(law.posts).toBeGreaterThanOrEqual(acknowledged.size * 20);
  expect(law.items.rejected).toBe(law.posts / 20);
  await store.close();
});

it('two processes that write to one file at once lose nothing', async () => {
  const path = join(tempFolder(), 'marsad.db');
  const children = ['one', 'two'].map((source) => startOffering(path, source, 0, 30));
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0]);
  const store = await openStore(path);
  const law = await store.conservation();
  expect(law.violations).toEqual([]);
  expect(law.items).toEqual({ stored: 1200, duplicate: 0, rejected: 60, superseded: 0 });
  await store.close();
});
