import { expect, it } from 'vitest';
import { makePlacement, makePosts } from '../make-records.js';
import { NOW, tempStore } from '../temp-store.js';

it('placements of single posts come with what they were chosen from, and posts that are not stored are left out', async () => {
  const { store } = await tempStore();
  const posts = makePosts(3);
  const [a, b, c] = posts.map(({ id }) => id) as [string, string, string];
  await store.offerPosts(posts, [], NOW);
  const twice = [makePlacement(a, 'ennasr', 0.5), makePlacement(a, 'el-qasba', 0.5)];
  const ambiguous = { ...makePlacement(b, null), candidates: ['el-qasba', 'ennasr'] };
  await store.savePlacements([a, b], [...twice, ambiguous], '1');
  expect(await store.placementsOf([b, a, c, '0'.repeat(64)])).toEqual(
    new Map([
      [a, twice],
      [b, [ambiguous]],
      [c, []],
    ]),
  );
});
