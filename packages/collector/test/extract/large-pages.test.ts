import { expect, it } from 'vitest';
import { parsePage } from '../../src/extract/dom.js';
import { extractMainText } from '../../src/extract/main-text.js';

const page = (elements: number): string => `<html><body>${'<i></i>'.repeat(elements - 3)}<p>words</p></body></html>`;

it('a page of more than 200,000 elements is read as plain text', () => {
  expect(parsePage(page(200_000))).toBeDefined();
  expect(parsePage(page(200_001))).toBeUndefined();
  expect(extractMainText(page(300_000), { url: 'http://e.org/' })).toEqual({ title: '', text: 'words' });
});
