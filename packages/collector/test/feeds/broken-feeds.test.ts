import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse-feed.js';
import { atom, eachCase, FEED_URL, firstItem, rss } from './feed-cases.js';

/** What an XML feed needs of EBCDIC, the same in every code page: letters, digits and some signs. */
const inEbcdic = (text: string): Buffer =>
  Buffer.from(
    [...text].map((character) => {
      for (const [letters, first] of [
        ['abcdefghi', 0x81],
        ['jklmnopqr', 0x91],
        ['stuvwxyz', 0xa2],
        ['ABCDEFGHI', 0xc1],
        ['JKLMNOPQR', 0xd1],
        ['STUVWXYZ', 0xe2],
        ['0123456789', 0xf0],
      ] as const) {
        const at = letters.indexOf(character);
        if (at >= 0) return first + at;
      }
      const sign = (
        { ' ': 0x40, '<': 0x4c, '>': 0x6e, '?': 0x6f, '/': 0x61, '=': 0x7e, '"': 0x7f, '.': 0x4b, '-': 0x60 } as Record<
          string,
          number
        >
      )[character];
      if (sign === undefined) throw new Error(`no sign for ${character}`);
      return sign;
    }),
  );

describe('a broken feed', () => {
  eachCase([
    [
      'with something before its declaration is read',
      `\n<br />\n<b>Warning</b>: line <b>3</b><br />\n<?xml version="1.0"?>${rss('<title>T</title>')}`,
      { title: 'T' },
    ],
    ['with a bare ampersand is read', rss('<title>A & B &unknown; C&D</title>'), { title: 'A & B &unknown; C&D' }],
    [
      'with a bare less-than sign is read',
      rss('<title>1 < 2 <3</title><description>a</description>'),
      { title: '1 < 2 <3', text: 'a' },
    ],
    [
      'with HTML that is not escaped is read',
      rss('<description><p>one<br>two</p><img src=x><p>three</description><pubDate>2 Apr 2026 10:00 GMT</pubDate>'),
      { text: 'one\ntwo\n\nthree', publishedAt: '2026-04-02T10:00:00.000Z' },
    ],
    [
      'with an unclosed title is read',
      rss('<title>T<link>http://example.org/1</link><description>text</description>'),
      { title: 'T', url: 'http://example.org/1', text: 'text' },
    ],
    [
      'with an unclosed description is read',
      rss('<title>T</title><description>text<pubDate>2 Apr 2026 10:00 GMT</pubDate><guid>http://example.org/1</guid>'),
      { text: 'text', url: 'http://example.org/1', publishedAt: '2026-04-02T10:00:00.000Z' },
    ],
    [
      'with end tags that close nothing is read',
      rss('<title>T</b></title></p><link>http://example.org/1</link>'),
      { title: 'T', url: 'http://example.org/1' },
    ],
    [
      'with tags closed in the wrong order is read',
      rss('<title><b>T</title></b><link>http://example.org/1</link>'),
      { title: 'T', url: 'http://example.org/1' },
    ],
    [
      'with attributes without quotes is read',
      atom('<title type=html>a &lt;b&gt;c&lt;/b&gt;</title><link rel=alternate href=http://example.org/1?a=/b/>'),
      { title: 'a c', url: 'http://example.org/1?a=/b/' },
    ],
    [
      'with a quote that is never closed is read',
      atom('<link href="http://example.org/1><title>T</title>'),
      { title: 'T', url: 'http://example.org/1' },
    ],
    ['with a repeated attribute takes the first', atom('<link href="/1" href="/2"/>'), { url: 'http://example.org/1' }],
    ['with CDATA inside CDATA is read', rss('<title><![CDATA[a <![CDATA[b]]> c]]></title>'), { title: 'a b c' }],
    ['with CDATA beside CDATA is read', rss('<title><![CDATA[a]]><![CDATA[b]]> c</title>'), { title: 'ab c' }],
    ['with control characters is read', rss('<title>a\u0000\u0008b\u001fc&#0;&#7;d</title>'), { title: 'abcd' }],
    [
      'with comments and instructions among the text is read',
      rss('<title>a<!-- <title>x</title> -->b<?php echo ?>c</title>'),
      { title: 'abc' },
    ],
    ['without a root end is read', '<rss><channel><item><title>T</title></item>', { title: 'T' }],
    [
      'with an element that nobody closed is read',
      rss('<title>T</title><category>x<link>http://example.org/1</link>'),
      { url: 'http://example.org/1' },
    ],
    [
      'with uppercase end tags is read',
      '<rss><channel><item><title>T</TITLE><link>http://example.org/1</LINK></item></channel></rss>',
      { title: 'T', url: 'http://example.org/1' },
    ],
    [
      'with entities of its own document type is read',
      `<!DOCTYPE rss [<!ENTITY city "حي &#233;"><!ELEMENT x (y)>]>${rss('<title>&city;</title>')}`,
      { title: 'حي é' },
    ],
  ]);

  it('with items that nobody closed keeps them apart', () => {
    const feed = parseFeed(
      '<rss><channel><title>F</title><item><title>A</title><link>http://example.org/a</link><item><title>B</title><link>http://example.org/b</link></channel></rss>',
      { url: FEED_URL },
    );
    expect(feed.items.map(({ title, url }) => [title, url])).toEqual([
      ['A', 'http://example.org/a'],
      ['B', 'http://example.org/b'],
    ]);
  });

  it('keeps entries within entries apart only where tags do not match', () => {
    const inner = atom('<title>T</title><content type="application/xml"><list><item>one</item></list></content>');
    expect(parseFeed(inner).items.map(({ title, text }) => [title, text])).toEqual([['T', 'one']]);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF<?xml version="1.0" encoding="utf-8"?>${rss('<title>حي é</title>')}`)],
    ['UTF-8 that says nothing', Buffer.from(rss('<title>حي é</title>'))],
    ['UTF-8 that says us-ascii', Buffer.from(`<?xml version="1.0" encoding="us-ascii"?>${rss('<title>حي é</title>')}`)],
    ['UTF-8 that says UTF-16', Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${rss('<title>حي é</title>')}`)],
    ['UTF-8 that says nonsense', Buffer.from(`<?xml version="1.0" encoding="none"?>${rss('<title>حي é</title>')}`)],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${rss('<title>حي é</title>')}`, 'utf16le')],
    ['UTF-16LE without one', Buffer.from(`<?xml version="1.0"?>${rss('<title>حي é</title>')}`, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${rss('<title>حي é</title>')}`, 'utf16le').swap16()],
    ['UTF-16BE without one', Buffer.from(rss('<title>حي é</title>'), 'utf16le').swap16()],
    ['UTF-32LE with a mark', iconv.encode(rss('<title>حي é</title>'), 'utf-32le', { addBOM: true })],
    ['UTF-32BE without one', iconv.encode(rss('<title>حي é</title>'), 'utf-32be', { addBOM: false })],
    [
      'windows-1256',
      iconv.encode(`<?xml version="1.0" encoding='windows-1256'?>${rss('<title>حي é</title>')}`, 'windows-1256'),
    ],
  ])('in %s is decoded', (_name, bytes) => {
    expect(firstItem(bytes)?.title).toBe('حي é');
  });

  it.each(['iso-8859-1', 'windows-1252', 'macintosh', 'ibm850', 'cp437', 'cp-is', 'hp-roman8'])(
    'in %s, as it says, is decoded',
    (encoding) => {
      const feed = `<?xml version="1.0" encoding="${encoding}"?>${rss('<title>café</title>')}`;
      expect(firstItem(iconv.encode(feed, encoding === 'cp-is' ? 'cp861' : encoding))?.title).toBe('café');
    },
  );

  it.each([
    ['IBM037', '51'],
    ['cp500', '51'],
    ['ebcdic-cp-be', '51'],
    ['cp1140', '51'],
    ['IBM273', '51'],
    ['cp1026', '51'],
  ])('in %s of mainframes is decoded', (encoding, accented) => {
    const feed = `<?xml version="1.0" encoding="${encoding}"?><rss><channel><item><title>cafe</title></item></channel></rss>`;
    const bytes = Buffer.from(inEbcdic(feed).toString('hex').replace('83818685', `838186${accented}`), 'hex');
    expect(firstItem(bytes)?.title).toBe('café');
  });

  it('in bytes that are not the UTF-8 they claim to be is decoded', () => {
    const feed = `<?xml version="1.0" encoding="utf-8"?>${rss('<title>café “à la carte”</title>')}`;
    expect(firstItem(iconv.encode(feed, 'windows-1252'))?.title).toBe('café “à la carte”');
  });

  it('keeps its UTF-8 when few bytes of it are wrong', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<rss><channel><item><title>${'حي الصيادين '.repeat(10)}`),
      Buffer.from([0xff]),
      Buffer.from('</title></item></channel></rss>'),
    ]);
    expect(firstItem(bytes)?.title).toContain('حي الصيادين');
  });

  it('believes the header of the answer', () => {
    const bytes = iconv.encode(rss('<title>حي</title>'), 'windows-1256');
    expect(parseFeed(bytes, { contentType: 'application/xml; charset=windows-1256' }).items[0]?.title).toBe('حي');
    const said = Buffer.from(rss('<title>حي</title>'));
    for (const charset of ['us-ascii', 'iso-8859-1', 'nonsense', 'utf-16'])
      expect(parseFeed(said, { contentType: `text/xml; charset=${charset}` }).items[0]?.title, charset).toBe('حي');
  });
});
