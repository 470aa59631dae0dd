import { splicedPosts } from './fixture-posts.mjs';
import { realPosts } from './real-posts.mjs';

const ALL = 1_000_000;

/**
 * Posts of about 140 characters that all differ while there are as many: real ones where they are at hand, else spliced
 * from the demo city's.
 * @param {number} count
 */
export const shortPosts = (count) => {
  const real = realPosts(0, ALL)?.filter(({ length }) => length >= 100 && length <= 180);
  if (!real) return splicedPosts(count);
  return Array.from({ length: count }, (_, at) => real[at % real.length] ?? '');
};
