import { articlePages, meanWordScore } from '../../corpora/article-pages.mjs';
import { ours } from '../../peer.mjs';

export const name = 'marsad extractMainText';
export const unit = 'pages';

const { extractMainText } = await ours('collector', 'extract/main-text.js');

let pages = articlePages(0);

export const prepare = () => {
  pages = articlePages(200);
};

export const run = () => {
  for (const { html } of pages) extractMainText(html);
  return pages.length;
};

export const quality = () =>
  `word F1 ${meanWordScore(
    pages,
    pages.map(({ html }) => extractMainText(html).text),
  ).toFixed(3)}`;
