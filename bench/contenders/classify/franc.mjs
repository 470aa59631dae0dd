// The whole judgement of a post against what a library takes to name its language alone, from a list in memory.
import { shortPosts } from '../../corpora/short-posts.mjs';
import { peer } from '../../peer.mjs';

export const name = 'franc alone, five languages';
export const unit = 'posts';

const { franc } = await peer('classifier', 'franc');
const FIVE = { only: ['arb', 'fra', 'eng', 'spa', 'tur'], minLength: 3 };

/** @type {string[]} */
let posts = [];

export const prepare = () => {
  posts = shortPosts(20_000);
};

export const run = () => {
  for (const text of posts) franc(text, FIVE);
  return posts.length;
};
