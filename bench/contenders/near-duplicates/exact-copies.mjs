import { createHash } from 'node:crypto';
import { postStream } from '../../corpora/post-stream.mjs';

export const name = 'bound: SHA-256 + Set, exact copies only';
export const unit = 'posts';

/** @type {string[]} */
let posts = [];

export const prepare = () => {
  posts = postStream();
};

export const run = () => {
  /** @type {Set<string>} */
  const seen = new Set();
  for (const text of posts) seen.add(createHash('sha256').update(text).digest('hex'));
  return posts.length;
};
