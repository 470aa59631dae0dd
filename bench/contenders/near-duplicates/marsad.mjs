import { postStream, uneditedPosts } from '../../corpora/post-stream.mjs';
import { linkQuality } from '../../link-quality.mjs';
import { ours } from '../../peer.mjs';

export const name = 'marsad findOrAdd';
export const unit = 'posts';

const { openNearDuplicates } = await ours('collector', 'near-duplicates/open-near-duplicates.js');
const { mayBeNearDuplicate } = await ours('collector', 'near-duplicates/long-enough.js');

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
