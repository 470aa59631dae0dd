import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas, makeTallyStore, POSTS } from '../../corpora/tally-store.mjs';
import { ours, peer } from '../../peer.mjs';

export const name = 'marsad tally, everything anew: tallies, blocks, outcomes';
export const unit = 'posts';

const { openStore } = await ours('store');
const { blocksOf } = await ours('observatory');
const { countPosts } = await ours('cli', 'stages/count-posts.js');
const { default: SqliteFile } = await peer('store', 'better-sqlite3');
const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'));
const path = join(folder, 'store.sqlite');
let cells = 0;
let blocks = 0;

export const prepare = () => makeTallyStore(path);

export const run = async () => {
  // Without this mark nothing of the pass before is kept.
  const file = new SqliteFile(path);
  file.exec(`delete from marks where name = 'counted-as'`);
  file.close();
  const store = await openStore(path);
  const made = await countPosts(store, {
    areas,
    blocksFrom: async (/** @type {any} */ tallied) => {
      cells = tallied.tallies.length;
      return blocksOf(tallied);
    },
    onProgress: () => {},
  });
  await store.close();
  blocks = made.length;
  return POSTS;
};

export const quality = () => `${cells} tallies, ${blocks} blocks`;

export const close = () => rmSync(folder, { recursive: true, force: true });
