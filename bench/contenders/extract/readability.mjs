import { articlePages, meanWordScore } from '../../corpora/article-pages.mjs';
import { peer } from '../../peer.mjs';

export const name = 'readability on linkedom';
export const unit = 'pages';

const { Readability } = await peer('collector', '@mozilla/readability');
const { parseHTML } = await peer('collector', 'linkedom');

/** @param {string} html */
const textOf = (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? '';

let pages = articlePages(0);

export const prepare = () => {
  pages = articlePages(200);
};

export const run = () => {
  for (const { html } of pages) textOf(html);
  return pages.length;
};

export const quality = () =>
  `word F1 ${meanWordScore(
    pages,
    pages.map(({ html }) => textOf(html)),
  ).toFixed(3)}`;
