import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../src/feeds/feed.js';
import { parseFeed } from '../../src/feeds/parse-feed.js';

const url = 'http://example.org/news/feed.xml';

describe('parseFeed', () => {
  it.each([
    [
      'RSS 2.0',
      'rss',
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title><item><title>A &amp;amp; B</title><link>/a</link><guid isPermaLink="false">g1</guid><description>short</description><content:encoded><![CDATA[<p>One</p><p>two &eacute;</p><script>x</script>]]></content:encoded><pubDate>Thu, 02 Apr 2026 10:00:00 +0100</pubDate><dc:creator>amina</dc:creator></item></channel></rss>',
      { id: 'g1', url: 'http://example.org/a', author: 'amina' },
    ],
    [
      'RSS 0.91',
      'rss',
      '<rss version="0.91"><channel><title>F</title><item><title>A &amp; B</title><link>http://example.org/a</link><description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two é&lt;/p&gt;</description><pubDate>02 Apr 2026 09:00 GMT</pubDate></item></channel></rss>',
      { id: 'http://example.org/a', url: 'http://example.org/a' },
    ],
    [
      'RSS 1.0',
      'rdf',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>F</title></channel><item rdf:about="http://example.org/a"><title>A &amp; B</title><link>http://example.org/a</link><description>&lt;p&gt;One&lt;/p&gt;two é</description><dc:date>2026-04-02T09:00:00Z</dc:date></item></rdf:RDF>',
      { id: 'http://example.org/a', url: 'http://example.org/a' },
    ],
    [
      'Atom',
      'atom',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://example.org/"><title>F</title><entry><id>urn:1</id><title>A &amp; B</title><link rel="self" href="self"/><link href="a"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>two é</p></div></content><published>2026-04-02T10:00:00+01:00</published></entry></feed>',
      { id: 'urn:1', url: 'http://example.org/a' },
    ],
    [
      'JSON Feed',
      'json',
      '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","url":"/a","title":"A & B","content_html":"<p>One</p><p>two é</p>","date_published":"2026-04-02T09:00:00Z"}]}',
      { id: '1', url: 'http://example.org/a' },
    ],
  ] as const)('reads %s', (_name, kind, text, expected) => {
    const feed = parseFeed(text, { url });
    expect(feed).toMatchObject({ kind, title: 'F' });
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({
      title: 'A & B',
      text: 'One\n\ntwo é',
      publishedAt: '2026-04-02T09:00:00.000Z',
      ...expected,
    });
  });

  it('reads bytes in the encoding of the XML declaration', () => {
    const text =
      '<?xml version="1.0" encoding="windows-1256"?><rss version="2.0"><channel><item><title>حي الصيادين</title></item></channel></rss>';
    expect(parseFeed(iconv.encode(text, 'windows-1256'), { url }).items[0]?.title).toBe('حي الصيادين');
  });

  it('gives the items of a feed that is cut off, wherever it is cut', () => {
    const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${[1, 2, 3].map((n) => `<item><title>T${n}</title><link>http://example.org/${n}</link><description><![CDATA[<p>text ${n}</p>]]></description></item>`).join('')}</channel></rss>`;
    const second = text.indexOf('<title>T2');
    for (let end = second + 12; end < text.length; end += 1) {
      const titles = parseFeed(text.slice(0, end), { url }).items.map(({ title }) => title);
      expect(titles.slice(0, 2), `cut at ${end}`).toEqual(['T1', 'T2']);
    }
  });

  it('leaves entity bombs and outside entities unexpanded', () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><item><title>&b;&x;</title><description>words</description></item></channel></rss>';
    const [item] = parseFeed(bomb, { url }).items;
    expect(item?.title.length).toBeLessThan(20);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html><body><p>hello</p></body></html>'],
    ['JSON of another kind', '{"a":1}'],
    ['noise', '\u0000\u0001'],
  ])('refuses %s with a FeedError', (_name, text) => {
    expect(() => parseFeed(text, { url })).toThrow(FeedError);
    expect(() => parseFeed(text, { url })).toThrow(
      'http://example.org/news/feed.xml: expected an RSS, Atom, RDF or JSON feed',
    );
  });

  it('ends with items or a FeedError, whatever comes', () => {
    const part = fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '<entry>',
      '<feed>',
      '<title>',
      '</title>',
      '</item>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&#x0;',
      '<link href="',
      '">',
      'words',
      '{"items":[',
      '"',
      '}',
      '\uD800',
      '<!--',
      '<?xml',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')),
          fc.string({ maxLength: 100 }),
        ),
        (text) => {
          try {
            for (const item of parseFeed(text, { url }).items) expect(item.id).not.toBe('');
          } catch (error) {
            expect(error).toBeInstanceOf(FeedError);
          }
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
  });
});
