import { fixtureArticles, fixturePosts } from './fixture-posts.mjs';
import { pick, seeded } from './seeded.mjs';

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * News pages of 5 to 50 kB: an article of the demo city's paragraphs between navigation, teasers, comments, scripts and
 * a footer.
 * @param {number} count
 * @returns {{ html: string, text: string }[]} each with the text that belongs to its article
 */
export const articlePages = (count) => {
  const random = seeded(21);
  const articles = fixtureArticles();
  const posts = fixturePosts();
  /** @param {number} most @param {(at: number) => string} write */
  const several = (most, write) =>
    Array.from({ length: 4 + Math.floor(random() * most) }, (_, at) => write(at)).join('\n');
  /** @param {number} length */
  const words = (length) => escaped(pick(random, posts).slice(0, length));

  return Array.from({ length: count }, (_, page) => {
    const { title } = pick(random, articles);
    const paragraphs = Array.from(
      { length: 2 + Math.floor(random() * 6) },
      () => pick(random, articles).paragraphs,
    ).flat();
    const menu = several(24, (at) => `<li class="menu-item"><a href="/section/${at}">${words(18)}</a></li>`);
    const teasers = several(
      10,
      (at) =>
        `<div class="card"><a href="/article/${page + at}"><img src="/image/${at}.jpg" alt=""><h3>${words(50)}</h3></a></div>`,
    );
    const comments = several(4, () => `<div class="comment"><b>${words(12)}</b><p>${words(80)}</p></div>`);
    const state = JSON.stringify(
      Array.from({ length: 20 + Math.floor(random() * 300) }, (_, id) => ({ id, seen: random() })),
    );
    const html = `<!doctype html>
<html><head><meta charset="utf-8"><title>${escaped(title)}</title><script>window.state = ${state};</script>
<style>${'.card { margin: 0; padding: 1px }\n'.repeat(20)}</style></head>
<body><header><nav><ul>${menu}</ul></nav></header>
<main><article><h1>${escaped(title)}</h1><p class="byline"><a href="/author/1">Redaction</a></p>
${paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n')}
</article><aside>${teasers}</aside><section class="comments">${comments}</section></main>
<footer><p>Contact, legal notice</p><ul>${menu}</ul></footer></body></html>`;
    return { html, text: paragraphs.join('\n') };
  });
};

/**
 * Mean F1 of the words found in each page, each word counted once.
 * @param {readonly { text: string }[]} pages
 * @param {readonly string[]} found
 */
export const meanWordScore = (pages, found) => {
  /** @param {string} text */
  const wordsOf = (text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const scores = pages.map(({ text }, at) => {
    const [wanted, got] = [wordsOf(text), wordsOf(found[at] ?? '')];
    const right = [...got].filter((word) => wanted.has(word)).length;
    return (2 * right) / Math.max(1, wanted.size + got.size);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
};
