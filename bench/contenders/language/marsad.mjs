import { repeatedPosts } from '../../corpora/fixture-posts.mjs';
import { ours } from '../../peer.mjs';

export const name = 'marsad detectLanguage';
export const unit = 'posts';

const { detectLanguage } = await ours('classifier');

/** @type {string[]} */
let posts = [];

export const prepare = () => {
  posts = repeatedPosts(20_000);
};

export const run = () => {
  for (const text of posts) detectLanguage(text);
  return posts.length;
};
