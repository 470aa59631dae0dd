import { blocksOf, buildSnapshot, estimateBlocks, loadAreas } from '@marsad/observatory';
import { type Block, block, PROTECTION_FLOOR } from '@marsad/records';
import { openStore, type Store } from '@marsad/store';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countPosts } from '../../src/stages/count-posts.js';
import { postLabels } from '../../src/stages/post-labels.js';
import {
  BOUNDARIES,
  collect,
  databaseOf,
  forget,
  label,
  left,
  type Made,
  made,
  newCity,
  runCity,
} from './small-city.js';

const POSTS = 420;
const ALL = Array.from({ length: POSTS }, (_, at) => made(at));
const { areas } = loadAreas(BOUNDARIES, { file: 'areas' });

/** A tally and a snapshot that remember nothing of what was published before. */
const published = async (store: Store) => {
  await store.electOriginals();
  const blocks = await countPosts(store, {
    areas,
    blocksFrom: async (tallied) => {
      const labels = postLabels(await store.labelledPosts());
      const labelled = await store.countablePostsOf(labels.map(({ postId }) => postId));
      return estimateBlocks(blocksOf(tallied, PROTECTION_FLOOR), tallied, labels, labelled);
    },
    onProgress: () => undefined,
  });
  const files = buildSnapshot({
    city: { id: 'small', names: { en: 'Small' }, languages: ['ara'], districts: {}, fictional: true },
    areas,
    blocks,
    model: { name: 'test', version: '1' },
    rules: {},
    sources: [],
    counts: await store.counts(),
  });
  return { blocks, files };
};

it('however the posts are split into runs and in whatever order they come, tallies, estimates and snapshot are those of one run', async () => {
  const whole = await openStore(':memory:');
  await collect(whole, ALL);
  await label(whole, ALL);
  const expected = await published(whole);
  await whole.close();
  expect(expected.blocks.filter((one) => one.status === 'shown' && one.figures.estimates?.hate).length).toBeGreaterThan(
    3,
  );
  expect(expected.blocks.some(({ status }) => status === 'suppressed')).toBe(true);

  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(ALL, { minLength: POSTS }),
      fc.array(fc.integer({ min: 1, max: POSTS - 1 }), { minLength: 1, maxLength: 5 }),
      async (order, cuts) => {
        const store = await openStore(':memory:');
        try {
          const ends = [...new Set(cuts), POSTS].sort((a, b) => a - b);
          let from = 0;
          for (const end of ends) {
            await collect(store, order.slice(from, end));
            if (end === POSTS) await label(store, ALL);
            from = end;
            if (end < POSTS) await published(store);
          }
          expect(await published(store)).toEqual(expected);
        } finally {
          await store.close();
        }
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
}, 120_000);

interface Run {
  posts: number[];
  edited: number[];
  labels: boolean;
  week: number;
}

const run: fc.Arbitrary<Run> = fc.record({
  posts: fc.uniqueArray(fc.nat(POSTS - 1), { minLength: 40, maxLength: 160, size: 'max' }),
  edited: fc.uniqueArray(fc.nat(POSTS - 1), { maxLength: 4 }),
  labels: fc.boolean(),
  week: fc.integer({ min: 3, max: 9 }),
});

type Shown = Extract<Block, { status: 'shown' }>;

const shownIn = (files: ReadonlyMap<string, string>): Map<string, Shown> => {
  const { blocks } = JSON.parse(files.get('figures.json') ?? '') as { blocks: unknown[] };
  return new Map(
    blocks
      .map((one) => block.parse(one))
      .flatMap((one): [string, Shown][] =>
        one.status === 'shown' ? [[JSON.stringify([one.area, one.weeks]), one]] : [],
      ),
  );
};

/** What of the later answer of a cell a reader must not be able to learn from the two together. */
const isNoNewAnswer = ({ figures: then }: Shown, { figures: now }: Shown): boolean => {
  const { estimates: _then, ...before } = then;
  const { estimates: _now, ...after } = now;
  if (JSON.stringify(before) === JSON.stringify(after)) return true;
  const more = [now.posts - then.posts, now.authors - then.authors, now.sources - then.sources];
  if (more.every((number) => number === 0)) return true;
  const { minimumPosts, minimumAuthors, minimumSources } = PROTECTION_FLOOR;
  return [minimumPosts, minimumAuthors, minimumSources].every((least, at) => (more[at] ?? 0) >= least);
};

it('over any runs through the stages a cell keeps its answer, or the difference passes the gate too, and counting only what changed leaves the same bytes as counting all', async () => {
  let revised = 0;
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 2, maxLength: 4 }), async (runs) => {
      const [changed, whole] = [newCity(), newCity()];
      let before = new Map<string, Shown>();
      let week = 0;
      for (const one of runs) {
        week = Math.max(week, one.week);
        const now = new Date(Date.UTC(2026, 2, 30) + 7 * week * 86_400_000).toISOString();
        const come: Made[] = [...one.posts.map((at) => made(at)), ...one.edited.map((at) => made(at, 1))];
        const work = async (store: Store): Promise<void> => {
          await collect(store, come);
          if (one.labels) await label(store, come);
        };
        const files = await runCity(changed, now, ({ store }) => work(store));
        const again = await runCity(whole, now, async ({ store }) => {
          await work(store);
          forget(databaseOf(whole));
        });
        expect(files).toEqual(again);
        expect(left(databaseOf(changed))).toEqual(left(databaseOf(whole)));
        const after = shownIn(files);
        for (const [cell, then] of before) {
          const answer = after.get(cell);
          if (!answer) throw new Error(`expected ${cell} to stay published`);
          expect(isNoNewAnswer(then, answer), cell).toBe(true);
          if (answer.figures.posts === then.figures.posts) kept += 1;
          else revised += 1;
        }
        before = after;
      }
    }),
    { numRuns: 8, seed: 5, endOnFailure: true },
  );
  expect(kept).toBeGreaterThan(0);
  expect(revised).toBeGreaterThan(0);
}, 240_000);
