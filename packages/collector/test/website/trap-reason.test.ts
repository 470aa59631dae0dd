import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trapReason } from '../../src/website/trap-reason.js';

const NOW = new Date('2026-09-28T00:00:00Z');
const reasonOf = (path: string): string | undefined => trapReason(`http://e.org${path}`, NOW);

describe('trapReason', () => {
  it.each([
    ['/a/a/a/page', 'path-repeats'],
    ['/x/img/css/img/css/img/css', 'path-repeats'],
    ['/en/news/en/news/en/news/1', 'path-repeats'],
    ['/a/b/c/d/a/b/c/d/a/b/c/d', 'path-repeats'],
    ['/more/1/more/2/more/3/more/4/more/5', 'path-repeats'],
    [`/${Array.from({ length: 25 }, (_, n) => `p${n}`).join('/')}`, 'path-too-deep'],
    [`/?${Array.from({ length: 13 }, (_, n) => `f${n}=1`).join('&')}`, 'too-many-parameters'],
    ['/?filter[]=a&filter[]=b&filter[]=c&filter[]=d', 'too-many-parameters'],
    ['/calendar/2028/01', 'calendar'],
    ['/events/2031-12-01', 'calendar'],
    ['/calendar/1899/12/', 'calendar'],
    ['/cal?year=12026', 'calendar'],
    ['/cal?month=3&year=2090', 'calendar'],
    ['/cal?date=2041-07-01', 'calendar'],
    [`/${'a'.repeat(2_048)}`, 'address-too-long'],
  ])('%s is a trap: %s', (path, reason) => {
    expect(reasonOf(path)).toBe(reason);
  });

  it.each([
    '/',
    '/2026/09/28/a-title',
    '/2011/11/11/11/an-hour',
    '/2027/12/planned',
    '/1912/04/titanic',
    '/a/a/page',
    '/news/news-of-news/2',
    '/quran/1/1/1/1/1',
    '/forum/viewtopic.php?f=3&t=1020&start=20&sid=1',
    '/search?q=2090',
    '/item/2090-13',
    '/article-2031234-05',
    '/عن/الحي/عن/المدينة',
    '/a?tags=x&tags=y&tags=z',
  ])('%s is none', (path) => {
    expect(reasonOf(path)).toBeUndefined();
  });

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect([undefined, expect.any(String)]).toContainEqual(trapReason(url, NOW));
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });
});
