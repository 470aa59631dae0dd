import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas, makeTallyStore, POSTS } from '../../corpora/tally-store.mjs';
import { ours, peer } from '../../peer.mjs';

export const name = 'marsad tally once more, after 1,000 posts of two weeks were judged again';
export const unit = 'posts';

const { openStore } = await ours('store');
const { blocksOf } = await ours('observatory');
const { countPosts } = await ours('cli', 'stages/count-posts.js');
const { default: SqliteFile } = await peer('store', 'better-sqlite3');
const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'));
const path = join(folder, 'store.sqlite');

const count = async () => {
  const store = await openStore(path);
  await countPosts(store, {
    areas,
    blocksFrom: async (/** @type {any} */ tallied) => blocksOf(tallied),
    onProgress: () => {},
  });
  await store.close();
};

export const prepare = async () => {
  await makeTallyStore(path);
  await count();
};

export const run = async () => {
  const file = new SqliteFile(path);
  file.exec(`
    update judgements set stance = iif(stance = 'reporting', 'endorsing', 'reporting') where post_id in (
      select id from posts where published_at >= '2025-12-15' and published_at < '2025-12-29' limit 1000)`);
  file.close();
  await count();
  return POSTS;
};

export const close = () => rmSync(folder, { recursive: true, force: true });
