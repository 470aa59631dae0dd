import { describe, expect, it } from 'vitest';
import { pageForReader } from '../../src/server/page-for-reader.js';
import { listedText } from './listed.js';

const PAGE = '<html><head><title>x</title></head><body></body></html>';
const listed = new Map([
  ['/cities/a/index.html', listedText(PAGE)],
  ['/cities/a/data/manifest.json', listedText('{}', 'application/json')],
]);
const pageFor = (account: string | undefined, tier: 'public' | 'partner' | 'restricted') => {
  const list = pageForReader(listed, '/cities/a/', { account, tier });
  const page = list.get('/cities/a/index.html');
  return { list, page, text: new TextDecoder().decode(page?.bytes as Uint8Array) };
};

describe('the page that a reader gets', () => {
  it('is as it was made where nobody logs in', () => {
    expect(pageFor(undefined, 'public').text).toBe(PAGE);
  });

  it('names the account, and a tier only where it is narrower than what everybody reads', () => {
    expect(pageFor('/account', 'public').text).toContain('<meta name="marsad-account" content="/account" />');
    expect(pageFor('/account', 'public').text).not.toContain('marsad-tier');
    expect(pageFor('/account', 'partner').text).toContain('<meta name="marsad-tier" content="partner" />');
    expect(pageFor('/account', 'restricted').text).toContain('<meta name="marsad-tier" content="restricted" />');
  });

  it('is kept apart by caches from what another tier gets, and nothing else is changed', () => {
    const [open, partner] = [pageFor('/account', 'public'), pageFor('/account', 'partner')];
    expect(open.page?.etag).not.toBe(partner.page?.etag);
    expect(partner.list.get('/cities/a/data/manifest.json')).toBe(listed.get('/cities/a/data/manifest.json'));
  });
});
