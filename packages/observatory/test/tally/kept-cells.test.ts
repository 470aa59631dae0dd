import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepCells, readCells } from '../../src/tally/kept-cells.js';
import { UNDATED } from '../../src/tally/placed-post.js';
import { PostKinds } from '../../src/tally/post-kinds.js';
import { byArea, tallyPosts } from '../../src/tally/tally-posts.js';
import { AREAS, anyPosts, inBatches, WEEKS } from '../placed-posts.js';
import { squareCity } from '../square-city.js';

const areas = squareCity(AREAS);

it('cells that were kept and read back are the same text, and count as the posts themselves do', async () => {
  await fc.assert(
    fc.asyncProperty(anyPosts(), fc.constantFrom(...WEEKS), async (posts, first) => {
      const whole = await tallyPosts(inBatches(posts), { areas });
      const isKept = (time: string | null): boolean => time !== null && time.slice(0, 10) < '2026-05-01';
      const early = await tallyPosts(inBatches(posts.filter(({ publishedAt }) => isKept(publishedAt))), { areas });
      const weeks = WEEKS.filter((week) => early.cells.get(null)?.has(week));
      const kept = new Map(weeks.map((week) => [week, keepCells(early, week)]));
      const again = await tallyPosts(inBatches(posts.filter(({ publishedAt }) => !isKept(publishedAt))), {
        areas,
        kept,
      });
      expect(again.tallies).toEqual(whole.tallies);
      expect(again.weeks).toEqual(whole.weeks);
      for (const week of [...WEEKS, UNDATED]) expect(keepCells(again, week)).toBe(keepCells(whole, week));
      const read = readCells(keepCells(whole, first), new PostKinds());
      expect(read.map(({ area }) => area)).toEqual(
        [...whole.cells.keys()].filter((area) => whole.cells.get(area)?.has(first)).sort(byArea),
      );
    }),
    { numRuns: 40 },
  );
});

it('kept cells of an area that the boundaries lack are refused', async () => {
  const posts = fc.sample(anyPosts(), { seed: 7, numRuns: 5 }).flat();
  const tallied = await tallyPosts(inBatches(posts), { areas });
  const kept = new Map([[UNDATED, keepCells(tallied, UNDATED)]]);
  await expect(tallyPosts(inBatches([]), { areas: squareCity(['z']), kept })).rejects.toThrow(
    /posts of undated: placed in area ., which the boundaries lack/,
  );
});

it('posts of a week whose counts were kept are refused, not counted twice', async () => {
  const posts = fc.sample(anyPosts(), { seed: 7, numRuns: 5 }).flat();
  const tallied = await tallyPosts(inBatches(posts), { areas });
  const kept = new Map([[UNDATED, keepCells(tallied, UNDATED)]]);
  await expect(tallyPosts(inBatches(posts), { areas, kept })).rejects.toThrow(
    'posts of undated: counted, though their counts were kept',
  );
});

it('kept cells whose lists do not fit each other are refused', async () => {
  const posts = fc.sample(anyPosts(), { seed: 7, numRuns: 5 }).flat();
  const text = keepCells(await tallyPosts(inBatches(posts), { areas }), UNDATED);
  const spoiled = (change: (week: { kinds: number[]; cells: { authors: string; groups: number[] }[] }) => void) => {
    const week = JSON.parse(text);
    change(week);
    return JSON.stringify(week);
  };
  const spoilers: Parameters<typeof spoiled>[0][] = [
    (week) => week.kinds.splice(0, 4, 9, 9, 9, 9),
    (week) => week.cells[0]?.groups.push(999, 1),
    (week) => week.cells[0]?.groups.splice(1, 1, 1_000_000),
    (week) => {
      for (const cell of week.cells) cell.authors = 'AAAA';
    },
    (week) => {
      for (const cell of week.cells) cell.authors = '';
    },
  ];
  expect(readCells(text, new PostKinds()).length).toBeGreaterThan(1);
  for (const change of spoilers)
    expect(() => readCells(spoiled(change), new PostKinds())).toThrow(/^kept counts: expected/);
});

it('text that no tally kept is refused', () => {
  expect(() => readCells('[{"area":"a"}]', new PostKinds())).toThrow();
});
