import { expect, it } from 'vitest';
import { found, HTML } from '../../src/demo/site.js';
import { unlessKnown } from '../../src/demo/unless-known.js';

const PAGE = found(HTML, '<p>x</p>');
const MODIFIED = '2026-04-01T08:00:00Z';
const first = unlessKnown(PAGE, MODIFIED, {});
const etag = first.headers.etag ?? '';

it('gives a page with its tag and its time to who asks for the first time', () => {
  expect([first.status, first.body]).toEqual([200, '<p>x</p>']);
  expect(etag).toMatch(/^"[0-9a-f]{20}"$/);
  expect(first.headers['last-modified']).toBe('Wed, 01 Apr 2026 08:00:00 GMT');
});

it('answers 304 without a body to who holds this version', () => {
  for (const headers of [
    { 'if-none-match': etag },
    { 'if-none-match': `"other", W/${etag}` },
    { 'if-modified-since': 'Wed, 01 Apr 2026 08:00:00 GMT' },
  ]) {
    const again = unlessKnown(PAGE, MODIFIED, headers);
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
  }
});

it('gives the page again when the tag differs, the time is older or the header says nothing', () => {
  for (const headers of [
    { 'if-none-match': '"other"', 'if-modified-since': 'Wed, 01 Apr 2026 08:00:00 GMT' },
    { 'if-modified-since': 'Tue, 31 Mar 2026 08:00:00 GMT' },
    { 'if-modified-since': 'yesterday' },
  ]) {
    expect(unlessKnown(PAGE, MODIFIED, headers).status).toBe(200);
  }
});
