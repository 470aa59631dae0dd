import { makeTallyStore, POSTS } from '../../corpora/tally-store.mjs';
import { openCounting } from '../../count-store.mjs';

export const name = 'marsad tally, everything anew: tallies, blocks, outcomes';
export const unit = 'posts';

const { path, sql, count, close: remove } = await openCounting();
let made = { cells: 0, blocks: 0 };

export const prepare = () => makeTallyStore(path);

export const run = async () => {
  // Without this mark nothing of the pass before is kept.
  sql(`delete from marks where name = 'counted-as'`);
  made = await count();
  return POSTS;
};

export const quality = () => `${made.cells} tallies, ${made.blocks} blocks`;

export const close = remove;
