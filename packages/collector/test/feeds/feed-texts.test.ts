import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse-feed.js';
import { atom, eachCase, rss } from './feed-cases.js';

const json = (item: object, more: object = {}): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'F', items: [item], ...more });

describe('the text of a feed', () => {
  eachCase([
    [
      'is read when escaped twice',
      rss('<title>A &amp;amp; B &amp;eacute; &amp;#8217;</title>'),
      { title: 'A & B é ’' },
    ],
    [
      'has HTML names that XML does not know',
      rss('<title>caf&eacute;&nbsp;&hellip; &Eacute;</title>'),
      { title: 'café … É' },
    ],
    ['has numbers, decimal and hexadecimal', rss('<title>&#1581;&#x64A; &#x1F600;</title>'), { title: 'حي 😀' }],
    [
      'has numbers of halves of a character',
      rss('<title>&#55357;&#56832; &#xD83D;&#xDE00; &#xD83D;</title>'),
      { title: '😀 😀 \uFFFD' },
    ],
    ['has numbers of windows-1252', rss('<title>&#147;a&#148; &#x96; &#128;</title>'), { title: '“a” – €' }],
    ['has characters of windows-1252 under Latin-1 numbers', rss('<title>\u0093a\u0094</title>'), { title: '“a”' }],
    ['has UTF-8 that was encoded twice', rss('<title>cafÃ©</title>'), { title: 'café' }],
    ['loses the markup of a title', rss('<title>&lt;b&gt;A&lt;/b&gt; &lt;i&gt;B&lt;/i&gt;</title>'), { title: 'A B' }],
    ['loses the markup of a title in CDATA', rss('<title><![CDATA[A <em>B</em><br/>C]]></title>'), { title: 'A B C' }],
    [
      'keeps a tag that the title is about',
      rss('<title>Using &lt;b&gt; in pages</title>'),
      { title: 'Using <b> in pages' },
    ],
    [
      'keeps a comparison',
      rss('<title>1 &lt; 2 &amp;&amp; 3 &gt; 2</title><description>x &lt;y and y&gt; z</description>'),
      { title: '1 < 2 && 3 > 2', text: 'x <y and y> z' },
    ],
    [
      'keeps angle brackets around an address',
      rss('<description>from Amina &lt;amina@example.org&gt;</description>'),
      { text: 'from Amina <amina@example.org>' },
    ],
    [
      'has its paragraphs and lines',
      rss(
        '<description>&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;br&gt;three&lt;/p&gt;&lt;ul&gt;&lt;li&gt;a&lt;li&gt;b&lt;/ul&gt;</description>',
      ),
      { text: 'one\n\ntwo\nthree\n\na\nb' },
    ],
    [
      'loses scripts and styles',
      rss(
        '<description>&lt;style&gt;p{}&lt;/style&gt;a&lt;script&gt;alert(1)&lt;/script&gt;&lt;b onclick="x"&gt;b&lt;/b&gt;&lt;applet&gt;c&lt;/applet&gt;&lt;!-- d --&gt;</description>',
      ),
      { text: 'ab' },
    ],
    [
      'keeps a formula',
      atom(
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>=</mo><mn>1</mn></math></p></div></content>',
      ),
      { text: 'a x=1' },
    ],
    [
      'keeps what stands where scripts do not run',
      rss('<description>&lt;noscript&gt;a&lt;/noscript&gt;</description>'),
      { text: 'a' },
    ],
    [
      'keeps the lines of plain text',
      rss('<description>one\r\ntwo\n\nthree</description>'),
      { text: 'one\ntwo\n\nthree' },
    ],
    [
      'is read when its markup was escaped once too often',
      rss('<description><![CDATA[&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&amp;amp;&lt;/p&gt;]]></description>'),
      { text: 'one\n\ntwo&' },
    ],
    [
      'keeps tags it is about',
      rss('<description>use &amp;lt;b&amp;gt; sparingly</description>'),
      { text: 'use <b> sparingly' },
    ],
    [
      'loses the marks of CDATA in CDATA',
      rss('<description>&lt;![CDATA[a &lt;b&gt;b&lt;/b&gt;]]&gt;</description>'),
      { text: 'a b' },
    ],
    ['has a title in one line', rss('<title>\n  a\n  b\t c </title>'), { title: 'a b c' }],
  ]);
});

describe('JSON Feed', () => {
  eachCase([
    [
      'has an id that is a number',
      json({ id: 7, content_text: 'text', url: '/1' }),
      { id: '7', url: 'http://example.org/1', text: 'text' },
    ],
    [
      'has an id that is the address',
      json({ id: 'http://example.org/1', content_text: 'text' }),
      { url: 'http://example.org/1' },
    ],
    [
      'has an address elsewhere',
      json({ id: '1', external_url: 'http://example.net/1', content_text: 'x' }),
      { url: 'http://example.net/1' },
    ],
    [
      'has markup in content_html alone',
      json({ id: '1', title: 'a <b> &amp;', content_html: '<p>one &amp; two</p>' }),
      { title: 'a <b> &amp;', text: 'one & two' },
    ],
    ['has a summary for want of content', json({ id: '1', summary: 'short' }), { text: 'short' }],
    [
      'has fields of wrong types',
      json({
        id: '1',
        title: 7,
        content_text: 'text',
        authors: 'x',
        date_published: null,
        date_modified: '2026-04-02T10:00:00+02:00',
      }),
      { title: '', text: 'text', publishedAt: '2026-04-02T08:00:00.000Z' },
    ],
    [
      'has authors, or in 1.0 an author',
      json({ id: '1', content_text: 'x', author: { name: 'amina' } }),
      { author: 'amina' },
    ],
  ]);

  it('may have a mark before it, and no items', () => {
    expect(parseFeed(`\uFEFF ${json({}, { items: [] })}`)).toEqual({ kind: 'json', title: 'F', items: [] });
  });
});
