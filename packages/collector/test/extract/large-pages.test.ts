import { expect, it } from 'vitest';
import { parsePage } from '../../src/extract/dom.js';
import { extractMainText } from '../../src/extract/main-text.js';

const page = (elements: number): string => `<html><body>${'<i></i>'.repeat(elements - 3)}<p>words</p></body></html>`;

it('a page of more than 17,000 elements is read as plain text', () => {
  expect(parsePage(page(17_000))).toBeDefined();
  expect(parsePage(page(17_001))).toBeUndefined();
  expect(extractMainText(page(300_000), { url: 'http://e.org/' })).toEqual({ title: '', text: 'words' });
});

it('data of more than a million characters about a page are not read', () => {
  const about = (more: number): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-01-02T03:04:05Z","x":"${'x'.repeat(more)}"}</script><p>words</p>`;
  expect(extractMainText(about(900_000), { url: 'http://e.org/' }).publishedAt).toBe('2026-01-02T03:04:05.000Z');
  expect(extractMainText(about(1_000_000), { url: 'http://e.org/' }).publishedAt).toBeUndefined();
});
