import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../src/import/page-address.js';

describe('pageAddress', () => {
  it.each([
    ['<link rel="canonical" href="https://a.test/x?utm_source=y#z">', 'https://a.test/x'],
    ['<!-- saved from url=(0016)https://a.test/x -->\n<html>', 'https://a.test/x'],
    ['<meta property="og:url" content=" https://a.test/x ">', 'https://a.test/x'],
    [
      '<meta property="og:url" content="https://a.test/og"><link rel=canonical href="https://a.test/x">',
      'https://a.test/x',
    ],
    ['<link rel="canonical" href="/x">', undefined],
    ['<link rel="canonical" href="javascript:alert(1)">', undefined],
    ['<p>nothing</p>', undefined],
  ])('reads %s', (html, url) => {
    expect(pageAddress(html)).toBe(url);
  });
});
