import { existsSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/index.js';
import { batchPacker } from '../../src/placements/pack-batches.js';
import { type CountablePost, PackedPosts } from '../../src/placements/packed-posts.js';
import { readInThread } from '../../src/placements/read-in-thread.js';
import type { RowBatch } from '../../src/placements/row-batches.js';
import { collected, MODEL, makePlacement, makePost, makeVerdict } from '../make-records.js';
import { damage, NOW, tempStore } from '../temp-store.js';

/** More rows than are read at once, so that there are several batches of every table. */
const POSTS = 1300;

let path: string;
let store: Store;
let inOneThread: PackedPosts;
beforeEach(async () => {
  ({ path, store } = await tempStore());
  const posts = Array.from({ length: POSTS }, (_, at) =>
    makePost('forum', `#${at}`, `post number ${at} says something of its own`, {
      authorHash: at % 3 === 0 ? null : String(at % 7).repeat(32),
    }),
  );
  const ids = posts.map(({ id }) => id);
  await store.offerPosts(posts, [], NOW);
  const verdicts = ids.slice(1).map((id, at) => makeVerdict(id, { stance: at % 2 === 0 ? 'reporting' : 'endorsing' }));
  const first = ids.slice(0, 1).map((id) => ({ id, error: { code: 'too-short' as const, message: 'short' } }));
  await store.saveVerdicts(verdicts, first, NOW, MODEL);
  const placements = ids.map((id, at) => makePlacement(id, `area-${at % 5}`));
  await store.savePlacements(ids, placements, '1');
  inOneThread = await store.countablePosts();
});

const all = async (posts: AsyncIterable<CountablePost[]>): Promise<CountablePost[]> => collected(posts);

/** SQLite takes the log away with the last connection: one that a thread had left open would hold it. */
const expectNothingLeftOpen = async (): Promise<void> => {
  expect(existsSync(`${path}-wal`)).toBe(true);
  await store.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
  expect(process.getActiveResourcesInfo()).not.toContain('MessagePort');
};

it('a second thread hands over the rows of every post, as they are read in one', async () => {
  const posts = new PackedPosts();
  const pack = batchPacker(posts);
  const tables: string[] = [];
  await readInThread(path, (batch) => {
    tables.push(batch.table);
    pack(batch);
  });
  expect(tables).toEqual([
    ...Array(3).fill('posts'),
    ...Array(3).fill('judgements'),
    ...Array(3).fill('placements'),
  ] satisfies RowBatch['table'][]);
  expect(await all(posts.close())).toEqual(await all(inOneThread));
  await expectNothingLeftOpen();
});

it('what the thread cannot read is an error here, as it is in one thread', async () => {
  damage(path, `update judgements set probabilities = '{"hate":2}' where rowid = 700`);
  await expect(readInThread(path, () => undefined)).rejects.toThrow('"hate"');
  await expectNothingLeftOpen();
});

it('a file that is gone is an error that names it', async () => {
  await expect(readInThread(`${path}-gone`, () => undefined)).rejects.toThrow(/marsad\.db-gone: expected a database/);
});

it('who throws while taking ends the reading, and gets no further batch', async () => {
  let taken = 0;
  const reading = readInThread(path, () => {
    taken += 1;
    if (taken === 2) throw new RangeError('no more of this');
  });
  await expect(reading).rejects.toThrow(new RangeError('no more of this'));
  expect(taken).toBe(2);
  await expectNothingLeftOpen();
});
