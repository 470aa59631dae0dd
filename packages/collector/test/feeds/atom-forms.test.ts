import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse-feed.js';
import { atom, atom03, eachCase } from './feed-cases.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('Atom', () => {
  eachCase([
    [
      'a text title is what it is',
      atom('<title>a &lt;b&gt;c&lt;/b&gt; &amp;amp;</title>'),
      { title: 'a <b>c</b> &amp;' },
    ],
    [
      'an html title is read',
      atom('<title type="html">a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>'),
      { title: 'a c & d' },
    ],
    ['an html title in CDATA is read', atom('<title type="html"><![CDATA[a <b>c</b>]]></title>'), { title: 'a c' }],
    [
      'an xhtml title is read',
      atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>c</b> &lt;d&gt;</div></title>'),
      { title: 'a c <d>' },
    ],
    [
      'an xhtml title with a prefix is read',
      atom('<title type="xhtml"><h:div>a <h:b>c</h:b></h:div></title>', ' xmlns:h="http://www.w3.org/1999/xhtml"'),
      { title: 'a c' },
    ],
    ['content comes before summary', atom('<summary>short</summary><content>full</content>'), { text: 'full' }],
    [
      'content that lies elsewhere gives way to the summary',
      atom('<content src="http://example.org/1" type="text/html"/><summary>short</summary>'),
      { text: 'short', url: 'http://example.org/1' },
    ],
    [
      'xhtml content is read',
      atom(
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one</p><p>two<br/>three</p></div></content>',
      ),
      { text: 'one\n\ntwo\nthree' },
    ],
    [
      'content of another type is read from base64',
      atom(`<content type="application/octet-stream">${base64('a text')}</content>`),
      { text: 'a text' },
    ],
    [
      'content in XML is read',
      atom('<content type="application/xml"><doc><a>one</a></doc></content>'),
      { text: 'one' },
    ],
    ['content of type text/html is read', atom('<content type="text/html">&lt;p&gt;one</content>'), { text: 'one' }],
    [
      'content of type text/plain is what it is',
      atom('<content type="text/plain">&lt;p&gt;one</content>'),
      { text: '<p>one' },
    ],
    [
      'the link to the page comes before others',
      atom(
        '<link rel="self" href="/self"/><link rel="enclosure" href="/e.mp3"/><link rel="alternate" type="application/json" href="/json"/><link rel="alternate" type="text/html" href="/1"/>',
      ),
      { url: 'http://example.org/1' },
    ],
    [
      'a link without rel is the page',
      atom('<link rel="replies" href="/r"/><link href="/1"/>'),
      { url: 'http://example.org/1' },
    ],
    [
      'a rel written as an address is known',
      atom('<link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/>'),
      { url: 'http://example.org/1' },
    ],
    [
      'an entry with links to other things alone has none',
      atom('<id>urn:1</id><link rel="enclosure" href="/e.mp3"/>'),
      { url: null, id: 'urn:1' },
    ],
    [
      'an id that is an address is better than no link',
      atom('<id>http://example.org/1</id>'),
      { url: 'http://example.org/1' },
    ],
    [
      'the base of the link holds',
      atom('<link xml:base="/b/" href="1"/>', ' xml:base="http://example.net/a/"'),
      { url: 'http://example.net/b/1' },
    ],
    [
      'published comes before updated',
      atom('<updated>2026-05-01T00:00:00Z</updated><published>2026-04-02T10:00:00Z</published>'),
      { publishedAt: '2026-04-02T10:00:00.000Z' },
    ],
    [
      'updated stands in for published',
      atom('<updated>2026-04-02T10:00:00.25+02:00</updated>'),
      { publishedAt: '2026-04-02T08:00:00.250Z' },
    ],
    [
      'the source of an entry has title, link and time of its own',
      atom(
        '<source><title>wrong</title><link href="/wrong"/><updated>2000-01-01T00:00:00Z</updated></source><title>right</title><link href="/1"/><updated>2026-04-02T10:00:00Z</updated>',
      ),
      { title: 'right', url: 'http://example.org/1', publishedAt: '2026-04-02T10:00:00.000Z' },
    ],
    [
      'the author is a name',
      atom('<author><uri>http://example.org/</uri><name>amina</name></author>'),
      { author: 'amina' },
    ],
    [
      'any prefix will do',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title><a:link href="http://example.org/1"/></a:entry></a:feed>',
      { title: 'T', url: 'http://example.org/1' },
    ],
    [
      'a single entry is a feed of one',
      '<entry xmlns="http://www.w3.org/2005/Atom"><title>T</title></entry>',
      { title: 'T' },
    ],
    [
      'content that says it is binary and is not stays',
      atom('<content type="application/json">{"a":"text"}</content>'),
      { text: '{"a":"text"}' },
    ],
    [
      'an image in base64 is no text',
      atom('<content type="image/png">iVBORw0KGgo=</content><summary>short</summary>'),
      { text: 'short' },
    ],
    [
      'an address beside its words is the address',
      atom('<link href="http://example.org/1">words</link>'),
      { url: 'http://example.org/1' },
    ],
    [
      '0.3: escaped markup is read',
      atom03(
        '<title type="text/html" mode="escaped">a &lt;b&gt;c&lt;/b&gt;</title><content type="text/html" mode="escaped"><![CDATA[<p>one</p>]]></content>',
      ),
      { title: 'a c', text: 'one' },
    ],
    [
      '0.3: inline markup is read',
      atom03(
        '<title type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>c</b></div></title>',
      ),
      { title: 'a c' },
    ],
    [
      '0.3: base64 is read',
      atom03(
        `<title type="text/html" mode="base64">${base64('a <b>c</b>')}</title><summary mode="base64" type="text/plain">${base64('a < b')}</summary>`,
      ),
      { title: 'a c', text: 'a < b' },
    ],
    ['0.3: a plain title is what it is', atom03('<title>a &lt;b&gt;</title>'), { title: 'a <b>' }],
    [
      '0.3: issued comes before modified and created',
      atom03(
        '<created>2026-04-01T00:00:00Z</created><modified>2026-05-01T00:00:00Z</modified><issued>2026-04-02T10:00:00+01:00</issued>',
      ),
      { publishedAt: '2026-04-02T09:00:00.000Z' },
    ],
    [
      '0.3: created comes before modified',
      atom03('<modified>2026-05-01T00:00:00Z</modified><created>2026-04-02T00:00:00Z</created>'),
      { publishedAt: '2026-04-02T00:00:00.000Z' },
    ],
    [
      '0.3: of alternatives inside a content the first is taken',
      atom03(
        '<content type="multipart/alternative"><content type="text/html" mode="escaped">&lt;i&gt;one&lt;/i&gt;</content><content type="text/plain">two</content></content>',
      ),
      { text: 'one' },
    ],
    [
      '0.3: of several contents the first with words is taken',
      atom03('<content type="text/plain"/><content type="text/html" mode="escaped">&lt;i&gt;one&lt;/i&gt;</content>'),
      { text: 'one' },
    ],
  ]);

  it('has the title of the feed, not of an entry', () => {
    const feed = parseFeed(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title></entry><title type="html">a &amp;amp; b</title></feed>',
    );
    expect(feed).toMatchObject({ kind: 'atom', title: 'a & b' });
  });
});
