import { EDITS } from './edited-posts.mjs';
import { splicedPosts } from './fixture-posts.mjs';
import { realPosts } from './real-posts.mjs';
import { pick, seeded } from './seeded.mjs';

const COUNT = 100_000;
// The first hundred thousand chose shingle length and threshold; figures come from the second.
const OTHER_HALF = 100_000;

/** Posts that nobody edited: real ones where they are at hand, else spliced from the demo city's. */
export const uneditedPosts = () => realPosts(OTHER_HALF, OTHER_HALF + COUNT) ?? splicedPosts(COUNT);

/** A hundred thousand posts, one in five of them a light edit of an earlier one. */
export const postStream = () => {
  const random = seeded(17);
  const posts = uneditedPosts();
  const edits = Object.values(EDITS);
  return posts.map((post, at) =>
    at > 1000 && random() < 0.2 ? pick(random, edits)(random, posts[Math.floor(random() * at)] ?? '') : post,
  );
};
