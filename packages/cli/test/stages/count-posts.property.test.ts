import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blocksOf, countedAs } from '@marsad/observatory';
import {
  type AreaCollection,
  contentId,
  type Placement,
  type Post,
  PROTECTION_FLOOR,
  sha256,
  type Verdict,
} from '@marsad/records';
import { openStore, type Store } from '@marsad/store';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { countPosts } from '../../src/stages/count-posts.js';

/** The driver of the store: what lies in the file is compared as it is. */
const SqliteFile: new (
  path: string,
) => { prepare: (sql: string) => { all: () => unknown[] }; exec: (sql: string) => unknown; close: () => void } =
  createRequire(new URL('../../../store/package.json', import.meta.url))('better-sqlite3');

const AREAS = ['a', 'b', 'c'];
const MODEL = { name: 'test', version: '1' };
const NOW = '2026-06-01T00:00:00.000Z';
const ring = (at: number): [number, number][] => [
  [at, 0],
  [at + 1, 0],
  [at + 1, 1],
  [at, 1],
  [at, 0],
];
const areas: AreaCollection = {
  type: 'FeatureCollection',
  features: AREAS.map((id, at) => ({
    type: 'Feature',
    id,
    properties: { names: { en: id }, district: null, population: null },
    geometry: { type: 'Polygon', coordinates: [ring(at)] },
  })),
};

const folder = mkdtempSync(join(tmpdir(), 'marsad-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The n-th text at a place; an edit is another text at the same place. */
const postAt = (place: number, edition: number, week: number | null): Post => {
  const text = `the words of post ${place} in edition ${edition}, long enough to be a post`;
  return {
    id: contentId('post', `s${place % 4}`, String(place), text),
    sourceId: `s${place % 4}`,
    locator: String(place),
    url: null,
    title: null,
    text,
    contentHash: sha256(text),
    signature: null,
    publishedAt: week === null ? null : `2026-04-${String(1 + 7 * week + (place % 7)).padStart(2, '0')}T10:00:00Z`,
    publishedPrecision: week === null ? 'unknown' : 'second',
    languageHint: null,
    authorHash: place % 9 === 0 ? null : sha256(`author ${place % 9}`).slice(0, 32),
    coordinates: null,
    placeTag: null,
    permission: place % 5 === 0 ? 'file-import' : 'public-web',
  };
};

const verdictOf = (id: string, kind: number): Verdict => ({
  id,
  language: { code: kind % 2 === 0 ? 'ara' : 'fra', script: 'Arab', confidence: 0.9 },
  probabilities: { hate: kind / 7, extremism: 0, polarisation: 0.1, offensive: 0.2, bridging: 0 },
  signals: kind > 3 ? [{ code: 'hate', probability: kind / 7, targets: ['gender'] }] : [],
  stance: kind % 3 === 0 ? 'reporting' : 'endorsing',
  evidence: [],
  model: MODEL,
});

const placementOf = (postId: string, area: number): Placement => ({
  postId,
  areaId: AREAS[area] ?? null,
  rung: area < AREAS.length ? 'mention' : 'city',
  weight: 1,
  candidates: [],
});

type Step =
  | { kind: 'offer' | 'judge' | 'place'; places: number[]; edition: number; value: number }
  | { kind: 'tally'; places: number[]; edition: number; value: number };

const places = fc.uniqueArray(fc.nat(79), { minLength: 1, maxLength: 60, size: 'max' });
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('offer' as const, 'judge' as const, 'place' as const, 'tally' as const),
  places,
  edition: fc.nat(1),
  value: fc.nat(6),
});

/** Every post once, with a verdict and a place, before the steps: so that blocks are shown. */
const begin: Step[] = [
  { kind: 'offer', places: Array.from({ length: 80 }, (_, at) => at), edition: 0, value: 0 },
  { kind: 'judge', places: Array.from({ length: 80 }, (_, at) => at), edition: 0, value: 5 },
  { kind: 'place', places: Array.from({ length: 80 }, (_, at) => at), edition: 0, value: 0 },
  { kind: 'tally', places: [], edition: 0, value: 0 },
];

const weekOfPlace = (place: number): number | null => (place % 13 === 0 ? null : place % 4);

const take = async (store: Store, { kind, places: at, edition, value }: Step): Promise<void> => {
  const posts = at.map((place) => postAt(place, edition, weekOfPlace(place)));
  const ids = posts.map(({ id }) => id);
  if (kind === 'offer') await store.offerPosts(posts, [], NOW);
  if (kind === 'judge') {
    const errors = ids
      .slice(0, value > 5 ? 1 : 0)
      .map((id) => ({ id, error: { code: 'too-short', message: 'short' } }));
    await store.saveVerdicts(
      ids.slice(errors.length).map((id, index) => verdictOf(id, (value + index) % 7)),
      errors,
      NOW,
      MODEL,
    );
  }
  if (kind === 'place')
    await store.savePlacements(
      ids,
      ids.map((id, index) => placementOf(id, (value + index) % 4)),
      '1',
    );
};

const tally = async (store: Store) =>
  countPosts(store, {
    areas,
    blocksFrom: async (tallied) => blocksOf(tallied, PROTECTION_FLOOR),
    onProgress: () => undefined,
  });

const withFile = <T>(path: string, work: (file: InstanceType<typeof SqliteFile>) => T): T => {
  const file = new SqliteFile(path);
  try {
    return work(file);
  } finally {
    file.close();
  }
};

const left = (path: string) =>
  withFile(path, (file) => ({
    blocks: file.prepare('select * from blocks order by position').all(),
    outcomes: file.prepare('select * from outcomes order by post_id').all(),
    weeks: file.prepare('select * from counted_weeks order by week').all(),
    changed: file.prepare('select * from changed_days').all(),
  }));

const forget = (path: string): unknown =>
  withFile(path, (file) => file.exec("delete from marks where name = 'counted-as'"));

let made = 0;
const withStores = async (work: (stores: { store: Store; path: string }[]) => Promise<void>): Promise<void> => {
  const paths = [0, 1].map(() => {
    made += 1;
    return join(folder, `${made}.sqlite`);
  });
  const stores = await Promise.all(paths.map(async (path) => ({ store: await openStore(path), path })));
  try {
    await work(stores);
  } finally {
    await Promise.all(stores.map(({ store }) => store.close()));
  }
};

it('a tally that counts only what has changed leaves the same bytes as one that counts everything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) =>
      withStores(async ([kept, whole]) => {
        if (!kept || !whole) throw new Error('expected two stores');
        let tallies = 0;
        for (const one of [...begin, ...steps, { kind: 'tally', places: [], edition: 0, value: 0 } satisfies Step]) {
          await take(kept.store, one);
          await take(whole.store, one);
          if (one.kind !== 'tally') continue;
          tallies += 1;
          await tally(kept.store);
          forget(whole.path);
          await tally(whole.store);
          expect(left(kept.path)).toEqual(left(whole.path));
          const { posts, outcomes } = await kept.store.counts();
          expect(Object.values(outcomes).reduce((sum, number) => sum + number, 0)).toBe(posts);
        }
        expect(tallies).toBeGreaterThan(1);
        expect(await kept.store.blocks()).not.toEqual([]);
      }),
    ),
    { numRuns: 12 },
  );
}, 120_000);

it('one changed post has its own week counted and no other', async () => {
  await withStores(async ([one]) => {
    if (!one) throw new Error('expected a store');
    for (const each of begin) await take(one.store, each);
    await tally(one.store);
    expect(await one.store.beginTally(countedAs(areas))).toMatchObject({ changed: [] });
    await take(one.store, { kind: 'judge', places: [1], edition: 0, value: 2 });
    const { changed, kept } = await one.store.beginTally(countedAs(areas));
    expect(changed).toEqual(['2026-W15']);
    expect([...kept.keys()]).not.toContain('2026-W15');
    expect((await one.store.countablePosts(changed ?? [])).size).toBeLessThan(30);
    expect((await one.store.beginTally('another way')).changed).toBeNull();
  });
});

it('a tally that is broken off, or overtaken by a change, is made good by the next', async () => {
  await withStores(async ([broken, whole]) => {
    if (!broken || !whole) throw new Error('expected two stores');
    for (const { store } of [broken, whole]) for (const each of begin) await take(store, each);
    await tally(broken.store);
    const change: Step = { kind: 'judge', places: [1, 2, 3], edition: 0, value: 2 };
    const during: Step = { kind: 'place', places: [5, 6], edition: 0, value: 1 };
    await take(broken.store, change);
    const stop = new Error('killed');
    await expect(
      countPosts(broken.store, { areas, blocksFrom: () => Promise.reject(stop), onProgress: () => undefined }),
    ).rejects.toBe(stop);
    await countPosts(broken.store, {
      areas,
      blocksFrom: async (tallied) => {
        await take(broken.store, during);
        return blocksOf(tallied, PROTECTION_FLOOR);
      },
      onProgress: () => undefined,
    });
    await tally(broken.store);
    for (const each of [change, during]) await take(whole.store, each);
    await tally(whole.store);
    expect(left(broken.path)).toEqual(left(whole.path));
  });
});
