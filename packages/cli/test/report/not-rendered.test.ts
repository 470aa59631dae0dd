import { expect, it } from 'vitest';
import { notRenderedLines } from '../../src/report/not-rendered.js';

const documents = { fetched: 5, unchanged: 0, skipped: {}, failed: {} };

it('pages that the browser did not show are named by source, with their reasons', () => {
  expect(
    notRenderedLines([
      { id: 'plain', documents },
      { id: 'scripts', documents: { ...documents, notRendered: { 'time-out': 2, 'too-large': 1 } } },
      { id: 'one', documents: { ...documents, notRendered: { 'browser-failed': 1 } } },
    ]),
  ).toEqual([
    'source scripts: 3 pages not rendered, read as they came (time-out: 2, too-large: 1)',
    'source one: 1 page not rendered, read as they came (browser-failed: 1)',
  ]);
});
