import { repeatedPosts } from '../../corpora/fixture-posts.mjs';
import { peer } from '../../peer.mjs';

export const name = 'franc, five languages';
export const unit = 'posts';

const { franc } = await peer('classifier', 'franc');
const FIVE = { only: ['arb', 'fra', 'eng', 'spa', 'tur'], minLength: 3 };

/** @type {string[]} */
let posts = [];

export const prepare = () => {
  posts = repeatedPosts(20_000);
};

export const run = () => {
  for (const text of posts) franc(text, FIVE);
  return posts.length;
};
