import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../src/feeds/feed.js';
import { parseFeed } from '../../src/feeds/parse-feed.js';
import { robotsAllows } from '../../src/robots/robots-allows.js';
import { readSitemap } from '../../src/website/sitemap.js';

const RUNS = 20_000;
const url = 'http://example.org/a/feed';

const feed = (text: string | Uint8Array): void => {
  try {
    for (const item of parseFeed(text, { url }).items) {
      expect(item.id).not.toBe('');
      if (item.url !== null) expect(item.url).toMatch(/^https?:\/\//);
      if (item.publishedAt !== null) expect(new Date(item.publishedAt).toISOString()).toBe(item.publishedAt);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(FeedError);
  }
};

/** Pieces of which the formats are made, in any order. */
const pieces = (words: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 25 }).map((parts) => parts.join(''));

const FEED_PIECES =
  '<?xml encoding="utf-16"?> <rss> <channel> <item> </item> <entry xmlns="x:y"> <feed> <title> </title> <title/type=html> <link> <link/href=" "> </link> <guid> <pubDate> 2026-04-02T10:00 2Apr26 </pubDate> <content:encoded> <![CDATA[ ]]> <!-- --> <!DOCTYPE[ <!ENTITY/a"b"> ]> &amp; &#x80; &#x110000; &a; &nbsp; &lt;p&gt; &lt;!-- words حي \u0000 \uD800 \uFEFF < > " \' <h:p> </h:p> xml:base="//[" {"items":[ {"url": "a"} ]} , mode="base64" aGk=';
const SITEMAP_PIECES =
  '<?xml version="1.0"?> <urlset> <sitemapindex> <url> </url> <sitemap> <loc> </loc> http://example.org/1 /2 &amp; & <![CDATA[ ]]> <x:loc> \u0000 \u001f\u008b \uFEFF http://[ </urlset> <!DOCTYPE[ ]>';
const ROBOTS_PIECES =
  'User-agent: * \n \r marsad Disallow: Allow: / /a %2F %zz ? $ # : Sitemap: Crawl-delay: 1e9 -1 \u0000 \uD800 \uFEFF حي <html> index.html';

describe('whatever comes', () => {
  it('a feed ends in items or a FeedError', () => {
    fc.assert(fc.property(pieces(FEED_PIECES), feed), { numRuns: RUNS, seed: 20 });
  });

  it('bytes end in items or a FeedError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), pieces(FEED_PIECES), (bytes, text) =>
        feed(Buffer.concat([bytes, Buffer.from(text)])),
      ),
      { numRuns: RUNS / 4, seed: 21 },
    );
  });

  it('a sitemap ends in addresses', () => {
    fc.assert(
      fc.property(pieces(SITEMAP_PIECES), (text) => {
        for (const address of readSitemap(Buffer.from(text), url).urls) expect(URL.canParse(address)).toBe(true);
      }),
      { numRuns: RUNS, seed: 22 },
    );
  });

  it('a robots.txt ends in yes or no', () => {
    fc.assert(
      fc.property(pieces(ROBOTS_PIECES), fc.string({ maxLength: 20 }), (text, path) => {
        expect(typeof robotsAllows(text, 'Marsad/0.1', `https://example.org/${path}`)).toBe('boolean');
      }),
      { numRuns: RUNS, seed: 23 },
    );
  });
});

const fill =
  (head: string, unit: string) =>
  (length: number): string =>
    head + unit.repeat(Math.ceil(length / unit.length));
const ITEM = '<rss><channel><item>';
const STORMS: Readonly<Record<string, (length: number) => string>> = {
  items: fill(
    '<rss><channel>',
    '<item><title>T &amp; U</title><link>/1</link><description>&lt;p&gt;a</description></item>',
  ),
  'items in items': fill('<rss>', '<item>'),
  'open tags': fill(ITEM, '<a>'),
  'end tags': fill(ITEM, '</a>'),
  'wrong end tags': fill(ITEM, '<a><b></a>'),
  'unclosed paragraphs in a description': fill(`${ITEM}<description>`, '<p>x'),
  comments: fill(ITEM, '<!--'),
  'comments in markup': fill(`${ITEM}<description>&lt;p&gt;`, '&lt;!--'),
  CDATA: fill(ITEM, '<![CDATA['),
  instructions: fill(ITEM, '<?a '),
  'document types': fill(ITEM, '<!DOCTYPE [>'),
  entities: fill('<!DOCTYPE x [', '<!ENTITY a "b">'),
  'declared entities': fill(`<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(999)}">]>${ITEM}<title>`, '&a;'),
  'unknown entities': fill(`${ITEM}<title>`, '&zz;'),
  ampersands: fill(`${ITEM}<title>`, '&'),
  'less-than signs': fill(`${ITEM}<title>`, '<'),
  'escaped less-than signs': fill(`${ITEM}<description>`, '&lt;'),
  quotes: fill(ITEM, '<a b="'),
  'quotes of both kinds': fill(ITEM, `<a b='x" c="y' d=`),
  attributes: fill(`${ITEM}<a `, 'b=c '),
  spaces: fill(`${ITEM}<title>`, ' '),
  'a name': fill(`${ITEM}<`, 'a'),
  namespaces: fill(ITEM, '<a xmlns:b="c">'),
  bases: fill(ITEM, '<a xml:base="b/">'),
  links: fill(ITEM, '<link>/x</link>'),
  times: fill(ITEM, '<pubDate>1 1</pubDate>'),
  'brackets of JSON': fill('', '['),
};

describe('storms', () => {
  /** The best of several, since the machine has other things to do. */
  const milliseconds = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        feed(text);
        return performance.now() - start;
      }),
    );

  it.each(Object.entries(STORMS))('of %s take time linear in their length', (_name, storm) => {
    // Eight times the length may take twenty times as long (a doubling 2.5 times, and some noise); the square is 64 times.
    const short = milliseconds(storm(12_500));
    expect(milliseconds(storm(100_000))).toBeLessThan(Math.max(20 * short, 400));
  });
});
