import { EDITS } from './corpora/edited-posts.mjs';
import { seeded } from './corpora/seeded.mjs';
import { trueSimilarity } from './corpora/true-similarity.mjs';

/**
 * Two texts that share fewer of their trigrams are different texts: below are posts that say another thing and have a
 * phrase in common, above are versions of one post; unrelated posts of one language share 0.02 to 0.1. It lies under the
 * threshold of the links, so that an estimate a little too high is not called false.
 */
const DIFFERENT = 0.4;

/** @typedef {{ findOrAdd: (id: string, text: string) => { original: string } | undefined }} Links */

/**
 * How well near-duplicates are linked: first come the posts as they are, then each once more, edited, the kinds of edit
 * by turns.
 * @param {readonly string[]} posts
 * @param {Links} links empty
 * @param {(text: string) => boolean} comparable whether a text is long enough
 */
export const linkQuality = (posts, links, comparable) => {
  const random = seeded(7);
  const kinds = Object.entries(EDITS);
  const texts = [...posts];
  let made = 0;
  let wrong = 0;
  /** @param {number} at */
  const originalOf = (at) => {
    const text = texts[at] ?? '';
    const found = links.findOrAdd(String(at), text);
    if (!found) return at;
    made += 1;
    if (trueSimilarity(text, texts[Number(found.original)] ?? '') < DIFFERENT) wrong += 1;
    return Number(found.original);
  };

  const originals = posts.map((_, at) => originalOf(at));
  const falseLinksUnedited = wrong / Math.max(1, made);

  const tally = kinds.map(([name]) => ({ name, asked: 0, right: 0 }));
  posts.forEach((post, at) => {
    const [, edit] = kinds[at % kinds.length] ?? [];
    const count = tally[at % kinds.length];
    if (!edit || !count) return;
    const edited = edit(random, post);
    texts.push(edited);
    if (!comparable(post) || !comparable(edited)) return;
    count.asked += 1;
    if (originalOf(texts.length - 1) === originals[at]) count.right += 1;
  });
  return {
    /** by kind of edit: share of edited posts linked to the original that their post is, or is linked to */
    recall: Object.fromEntries(tally.map(({ name, asked, right }) => [name, right / Math.max(1, asked)])),
    /** share of all links that join different texts */
    falseLinks: wrong / Math.max(1, made),
    /** the same, of the links between posts that nobody edited */
    falseLinksUnedited,
  };
};
