import { readFileSync } from 'node:fs';
import { pick, seeded } from './seeded.mjs';

const WEB = new URL('../../fixtures/al-manar/web/', import.meta.url);

/** @param {string} file */
const rowsOf = (file) =>
  readFileSync(new URL(file, WEB), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** The articles of the demo city, Arabic and French: a title and paragraphs each. */
export const fixtureArticles = () =>
  [...rowsOf('akhbar.jsonl'), ...rowsOf('gazette.jsonl')].map(
    /** @param {{ title: string, paragraphs: string[] }} row */ ({ title, paragraphs }) => ({ title, paragraphs }),
  );

/**
 * The demo city's posts in Arabic, dialects, French and English, and the paragraphs of its articles.
 * @returns {string[]}
 */
export const fixturePosts = () => [
  ...[...rowsOf('forum.jsonl'), ...rowsOf('social.jsonl')].map(({ text }) => text),
  ...fixtureArticles().flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
];

/**
 * The posts of the demo city over and over.
 * @param {number} count
 */
export const repeatedPosts = (count) => {
  const posts = fixturePosts();
  return Array.from({ length: count }, (_, at) => posts[at % posts.length] ?? '');
};

/**
 * Posts that all differ: twelve words of one post of the demo city and ten of another.
 * @param {number} count
 */
export const splicedPosts = (count) => {
  const random = seeded(11);
  const posts = fixturePosts().map((text) => text.split(/\s+/));
  /** @param {number} words */
  const piece = (words) => {
    const post = pick(random, posts);
    const from = Math.floor(random() * Math.max(1, post.length - words));
    return post.slice(from, from + words);
  };
  return Array.from({ length: count }, () => [...piece(12), ...piece(10)].join(' '));
};
