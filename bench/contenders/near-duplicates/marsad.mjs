import { postStream, uneditedPosts } from '../../corpora/post-stream.mjs';
import { linkQuality } from '../../link-quality.mjs';

export const name = 'marsad findOrAdd';
export const unit = 'posts';

const FOLDER = new URL('../../../packages/collector/dist/near-duplicates/', import.meta.url);
const { openNearDuplicates } = await import(new URL('open-near-duplicates.js', FOLDER).href);
const { mayBeNearDuplicate } = await import(new URL('long-enough.js', FOLDER).href);

/** @type {string[]} */
let posts = [];

export const prepare = () => {
  posts = postStream();
};

export const run = () => {
  const links = openNearDuplicates();
  posts.forEach((text, at) => {
    links.findOrAdd(String(at), text);
  });
  return posts.length;
};

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(2)} %`;

export const quality = () => {
  const { recall, falseLinks, falseLinksUnedited } = linkQuality(
    uneditedPosts(),
    openNearDuplicates(),
    mayBeNearDuplicate,
  );
  const found = Object.entries(recall).map(([edit, share]) => `${edit} ${percent(share)}`);
  return `found: ${found.join(', ')}; false: ${percent(falseLinks)} of links, ${percent(falseLinksUnedited)} among unedited posts`;
};
