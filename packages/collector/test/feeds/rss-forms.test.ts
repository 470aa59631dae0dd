import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse-feed.js';
import { eachCase, FEED_URL, rss } from './feed-cases.js';

describe('RSS', () => {
  eachCase([
    [
      '0.90 is read',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>F</title></channel><item><title>T</title><link>http://example.org/1</link></item></rdf:RDF>',
      { title: 'T', url: 'http://example.org/1' },
    ],
    [
      '0.91 with its document type is read',
      '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>F</title><item><title>caf&eacute;</title></item></channel></rss>',
      { title: 'café' },
    ],
    [
      '1.0 is read when the items have prefixes',
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><x:channel><x:title>F</x:title></x:channel><x:item r:about="http://example.org/1"><x:title>T</x:title><d:date>2026-04-02</d:date><c:encoded>&lt;p&gt;text</c:encoded></x:item></r:RDF>',
      { title: 'T', text: 'text', publishedAt: '2026-04-02T00:00:00.000Z' },
    ],
    [
      '1.0 without a link takes what the item is about',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="http://example.org/1"><title>T</title></item></rdf:RDF>',
      { url: 'http://example.org/1', id: 'http://example.org/1' },
    ],
    [
      '2.0 in a namespace is read',
      '<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><item><title>T</title><link>http://example.org/1</link></item></channel></rss>',
      { title: 'T', url: 'http://example.org/1' },
    ],
    [
      '2.0 in a namespace nobody knows is read',
      '<rss version="2.0" xmlns="http://example.org/own"><channel><item><title>T</title></item></channel></rss>',
      { title: 'T' },
    ],
    [
      'modules without declarations are known by their prefix',
      rss(
        '<dc:title>T</dc:title><dc:date>2026-04-02</dc:date><content:encoded>text</content:encoded><dc:creator>amina</dc:creator>',
      ),
      { title: 'T', text: 'text', author: 'amina', publishedAt: '2026-04-02T00:00:00.000Z' },
    ],
    [
      'modules under other prefixes are known by their namespace',
      rss(
        '<q:date>2026-04-02</q:date><e:encoded>text</e:encoded>',
        ' xmlns:q="http://purl.org/dc/elements/1.1/" xmlns:e="http://purl.org/rss/1.0/modules/content/"',
      ),
      { text: 'text', publishedAt: '2026-04-02T00:00:00.000Z' },
    ],
    [
      'a prefix nobody knows hides its elements',
      rss('<title>T</title><x:title>other</x:title>', ' xmlns:x="http://example.org/own"'),
      { title: 'T' },
    ],
    [
      'names in any case are known',
      '<RSS VERSION="0.92"><CHANNEL><ITEM><TITLE>T</TITLE><Link>http://example.org/1</Link><pubdate>2 Apr 2026 10:00:00 GMT</pubdate></ITEM></CHANNEL></RSS>',
      { title: 'T', url: 'http://example.org/1', publishedAt: '2026-04-02T10:00:00.000Z' },
    ],
    [
      'the title of the item comes before those of modules, in any order',
      rss('<media:title>wrong</media:title><dc:title>wrong</dc:title><title>right</title>'),
      { title: 'right' },
    ],
    [
      'the title of media stands in for a missing one',
      rss(
        '<media:group><media:title>T</media:title><media:description>text</media:description></media:group>',
        ' xmlns:media="http://search.yahoo.com/mrss/"',
      ),
      { title: 'T', text: 'text' },
    ],
    [
      'an image or a source inside the item has titles of its own',
      rss(
        '<source url="http://example.net/"><title>wrong</title></source><image><title>wrong</title><link>http://example.net/x</link></image><title>right</title><link>http://example.org/1</link>',
      ),
      { title: 'right', url: 'http://example.org/1' },
    ],
    [
      'the full content comes before the description',
      rss('<description>short</description><content:encoded><![CDATA[<p>full</p>]]></content:encoded>'),
      { text: 'full' },
    ],
    [
      'an empty content gives way to the description',
      rss('<content:encoded> </content:encoded><description>short</description>'),
      { text: 'short' },
    ],
    [
      'an XHTML body is the text',
      rss('<body xmlns="http://www.w3.org/1999/xhtml"><p>one</p><p>two</p></body>'),
      { text: 'one\n\ntwo' },
    ],
    [
      'inline XHTML in a description is the text',
      rss('<description><p xmlns="http://www.w3.org/1999/xhtml">a <b>b</b> c</p></description>'),
      { text: 'a b c' },
    ],
    [
      'a drawing inside the description keeps its title to itself',
      rss(
        '<title>T</title><description><svg xmlns="http://www.w3.org/2000/svg"><title>inner</title></svg>text</description>',
      ),
      { title: 'T' },
    ],
    ['a summary of iTunes is a text', rss('<itunes:summary>text</itunes:summary>'), { text: 'text' }],
    [
      'a guid is the address',
      rss('<guid>http://example.org/1</guid>'),
      { url: 'http://example.org/1', id: 'http://example.org/1' },
    ],
    [
      'a guid that is no permalink gives way to the link',
      rss('<guid isPermaLink="false">http://example.org/id</guid><link>http://example.org/1</link>'),
      { url: 'http://example.org/1', id: 'http://example.org/id' },
    ],
    [
      'a guid that is no permalink, but an address, is better than none',
      rss('<guid isPermaLink="false">http://example.org/1</guid>'),
      { url: 'http://example.org/1' },
    ],
    [
      'a guid that is no address is no link',
      rss('<guid isPermaLink="false">tag:example.org,2026:1</guid>'),
      { url: null },
    ],
    [
      'an enclosure is no link',
      rss('<title>T</title><enclosure url="http://example.org/1.mp3" length="1" type="audio/mpeg"/>'),
      { url: null },
    ],
    [
      'a link of Atom stands in for a missing one',
      rss(
        '<atom:link rel="self" href="http://example.org/self"/><atom:link href="http://example.org/1"/>',
        ' xmlns:atom="http://www.w3.org/2005/Atom"',
      ),
      { url: 'http://example.org/1' },
    ],
    [
      'a self link of Atom before the link does no harm',
      rss('<atom:link rel="self" href="http://example.org/self"/><link>http://example.org/1</link>'),
      { url: 'http://example.org/1' },
    ],
    [
      'white space around a link is dropped',
      rss('<link>\n  http://example.org/1?a=1&amp;b=2\n</link>'),
      { url: 'http://example.org/1?a=1&b=2' },
    ],
    [
      'a bare ampersand in a link stays',
      rss('<link>http://example.org/1?a=1&copy=2&lt=3</link>'),
      { url: 'http://example.org/1?a=1&copy=2&lt=3' },
    ],
    [
      'a link in CDATA is read',
      rss('<link><![CDATA[http://example.org/1?a=1&b=2]]></link>'),
      { url: 'http://example.org/1?a=1&b=2' },
    ],
    ['a relative link is resolved', rss('<link>../1</link>'), { url: 'http://example.org/1' }],
    [
      'bases are resolved against each other',
      '<rss xml:base="http://example.net/a/"><channel xml:base="b/"><item xml:base="c/"><link xml:base="d/">1</link></item></channel></rss>',
      { url: 'http://example.net/a/b/c/d/1' },
    ],
    [
      'a base that is no address is passed over',
      rss('<link>1</link>', ' xml:base="http://["'),
      { url: 'http://example.org/news/1' },
    ],
    ['a link that would run a script is refused', rss('<link>javascript:alert(1)</link>'), { url: null }],
    [
      'the first time that can be read is taken',
      rss('<pubDate>soon</pubDate><dc:date>2026-04-02T10:00Z</dc:date>'),
      { publishedAt: '2026-04-02T10:00:00.000Z' },
    ],
    [
      'dcterms times are read',
      rss('<dcterms:created>2026-04-02</dcterms:created><dcterms:modified>2026-05-01</dcterms:modified>'),
      { publishedAt: '2026-04-02T00:00:00.000Z' },
    ],
    [
      'a time in CDATA with white space is read',
      rss('<pubDate>\n<![CDATA[ Thu, 2 Apr 2026\n 10:00:00 GMT ]]></pubDate>'),
      { publishedAt: '2026-04-02T10:00:00.000Z' },
    ],
    [
      'a link that a program for HTML took apart is read',
      rss('<link/>http://example.org/1 <title>T</title>'),
      { url: 'http://example.org/1' },
    ],
    ['a guid that says nothing and is no address is no link', rss('<guid>abc</guid>'), { url: null, id: 'abc' }],
    [
      'a guid that says it is a permalink may be relative',
      rss('<guid isPermaLink="true">/1</guid>'),
      { url: 'http://example.org/1' },
    ],
    ['a link that lacks slashes has them', rss('<link>http:/example.net/1</link>'), { url: 'http://example.net/1' }],
    [
      'the namespace of the root is the feed’s own, whatever its address',
      '<n:rss xmlns:n="http://example.org/own"><n:channel><n:item><n:title>T</n:title><n:link>http://example.org/1</n:link></n:item></n:channel></n:rss>',
      { title: 'T', url: 'http://example.org/1' },
    ],
    [
      'CDF is read',
      '<CHANNEL HREF="http://example.org/"><TITLE>F</TITLE><ITEM HREF="1.html" LASTMOD="2026-04-02T10:00"><TITLE>T</TITLE><ABSTRACT>text</ABSTRACT></ITEM></CHANNEL>',
      { title: 'T', text: 'text', url: 'http://example.org/news/1.html', publishedAt: '2026-04-02T10:00:00.000Z' },
    ],
  ]);

  it('finds items outside of the channel, and the title of the channel alone', () => {
    const feed = parseFeed(
      '<rss><channel><image><title>image</title></image><title>F</title></channel><item><title>A</title></item><item><title>B</title></item></rss>',
      { url: FEED_URL },
    );
    expect(feed.title).toBe('F');
    expect(feed.items.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it('reads a feed without items', () => {
    expect(parseFeed('<rss version="2.0"><channel><title>F</title></channel></rss>')).toEqual({
      kind: 'rss',
      title: 'F',
      items: [],
    });
  });
});
