import { makeTallyStore, POSTS } from '../../corpora/tally-store.mjs';
import { openCounting } from '../../count-store.mjs';

export const name = 'marsad tally once more, after 1,000 posts of two weeks were judged again';
export const unit = 'posts';

const { path, sql, count, close: remove } = await openCounting();

export const prepare = async () => {
  await makeTallyStore(path);
  await count();
};

export const run = async () => {
  sql(`
    update judgements set stance = iif(stance = 'reporting', 'endorsing', 'reporting') where post_id in (
      select id from posts where published_at >= '2025-12-15' and published_at < '2025-12-29' limit 1000)`);
  await count();
  return POSTS;
};

export const close = remove;
