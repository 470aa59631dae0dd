import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
// The built file: the worker thread is started from the file beside it.
import { openExtractionWorkers } from '../../dist/extract/extraction-workers.js';
import { decodeHtml } from '../../src/extract/decode-html.js';
import { htmlToText } from '../../src/extract/html-to-text.js';

/** Seconds of CPU time, of all threads: a busy machine does not change them. */
const MAXIMUM_SECONDS = 3;
const SENTENCE =
  'أعلنت بلدية المنار صباح اليوم عن إعادة فتح السوق المركزي بعد أشهر من الترميم، وسط حضور كبير من السكان.';
const FRENCH =
  'La mairie a annoncé ce matin la réouverture du marché central après plusieurs mois de travaux, rue du Port.';
const page = (body: string): string => `<html><head><title>سوق</title></head><body>${body}</body></html>`;
const article = page(`<article><h1>سوق المنار</h1><p>${SENTENCE}</p><p>${SENTENCE} مرة أخرى.</p></article>`);
const times = (part: string, count: number): string => part.repeat(count);
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

type Page = readonly [name: string, bytes: () => Uint8Array, contentType?: string];

const HUGE: readonly Page[] = [
  ['50 MB of paragraphs', () => utf8(page(times(`<p>${FRENCH}</p>`, 440_000)))],
  ['50 MB of text', () => utf8(page(times(FRENCH, 460_000)))],
  ['one line of 10 MB without a space', () => utf8(page(`<p>${times('x', 10_000_000)}</p>`))],
  ['one line of 10 MB', () => utf8(times('word ', 2_000_000))],
  ['one attribute of 10 MB', () => utf8(page(`<p title="${times('y', 10_000_000)}">${SENTENCE}</p>`))],
  ['a script of 10 MB', () => utf8(page(`<script>${times('var a = 1 < 2;', 700_000)}</script><p>${SENTENCE}</p>`))],
  ['a comment of 10 MB', () => utf8(page(`<!--${times('-a', 5_000_000)}--><p>${SENTENCE}</p>`))],
  [
    'JSON-LD of 5 MB',
    () => utf8(page(`<script type="application/ld+json">${times('[', 5_000_000)}</script>${article}`)),
  ],
  ['10^6 links', () => utf8(page(times('<a href="/x">a link</a> ', 1_000_000)))],
  ['10^6 list items', () => utf8(page(`<ul>${times('<li>one', 1_000_000)}</ul>`))],
  ['10^6 lines', () => utf8(page(times('a line<br>', 1_000_000)))],
  ['10^6 empty elements', () => utf8(page(times('<i></i>', 1_000_000)))],
];
const NESTED: readonly Page[] = ['div', 'b', 'a', 'p', 'table', 'ul><li', 'blockquote', 'span', 'form', 'font'].map(
  (tag) => [`10^5 nested <${tag}>`, () => utf8(page(`${times(`<${tag}>`, 100_000)}${SENTENCE}`))],
);
const AT_THE_LIMITS: readonly Page[] = [
  ['16,000 paragraphs', () => utf8(page(times(`<p>${FRENCH}</p>`, 16_000)))],
  ['16,000 links', () => utf8(page(times('<a href="/x">a link</a> ', 16_000)))],
  ['16,000 elements of clutter', () => utf8(page(times('<div class="share comment related">x</div>', 16_000)))],
  ['16,000 headings', () => utf8(page(times('<h1>A heading of the page</h1>', 16_000)))],
  ['16,000 meta elements', () => utf8(page(times('<meta name="date" content="x">', 16_000)))],
  ['16,000 elements at depth 30', () => utf8(page(times('<div>', 30) + times('<b>x</b>', 16_000)))],
  ['chains of 500', () => utf8(page(times(`${times('<div>', 500)}${FRENCH}${times('</div>', 500)}`, 3)))],
  [
    'tables in tables',
    () => utf8(page(times(`${times('<table><tr><td>', 150)}${FRENCH}${times('</table>', 150)}`, 4))),
  ],
  ['16,000 tags', () => utf8(page(times('<p>Tags</p>', 16_000)))],
  ['16,000 comments', () => utf8(page(times('<p>Comments</p>', 16_000)))],
];
const BROKEN: readonly Page[] = [
  ['nothing', () => utf8('')],
  ['white space', () => utf8(' \n\t ')],
  ['NUL bytes alone', () => new Uint8Array(100_000)],
  ['NUL bytes in the text', () => utf8(article.replaceAll(' ', ' \u0000'))],
  [
    'lone surrogates in UTF-16',
    () => Buffer.from(`\uFEFF${page(`<p>${times('\uD800x\uDC00', 1000)}</p>`)}`, 'utf16le'),
  ],
  ['lone surrogates as references', () => utf8(page(`<p>&#xD800;&#55357; ${SENTENCE}</p>`))],
  ['bytes that are no UTF-8', () => Buffer.concat([utf8(article), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80])])],
  ['a cut-off character', () => utf8(article).subarray(0, -1)],
  ['half a page', () => utf8(article.slice(0, article.length / 2))],
  ['half a tag', () => utf8(`${article}<a href="`)],
  ['mojibake', () => Buffer.from(iconv.decode(utf8(article), 'windows-1252'), 'utf8')],
  ['noise', () => Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919 + (index >> 3)) % 256)],
  [
    'a PDF named .html',
    () => utf8(`%PDF-1.7\n${times('1 0 obj << /Length 44 >> stream\n\u0001\u0002 endstream\n', 20_000)}`),
  ],
  ['a GIF named .html', () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100_000, 0x5c)])],
  ['JSON called HTML', () => utf8(JSON.stringify({ a: times(SENTENCE, 1000) })), 'text/html'],
  ['XML called HTML', () => utf8(`<?xml version="1.0"?><rss><item>${SENTENCE}</item></rss>`), 'text/html'],
  ['an unknown charset', () => utf8(article), 'text/html; charset=klingon'],
  ['a charset that is not so', () => utf8(article), 'text/html; charset=utf-16'],
];
/** Arabic pages and what names their encoding. */
const ARABIC: readonly Page[] = [
  ['windows-1256 by header', () => iconv.encode(article, 'windows-1256'), 'text/html; charset=windows-1256'],
  [
    'windows-1256 by meta',
    () => iconv.encode(article.replace('<head>', '<head><meta charset="windows-1256">'), 'windows-1256'),
  ],
  ['ISO-8859-6 by header', () => iconv.encode(article, 'iso-8859-6'), 'text/html; charset=ISO-8859-6'],
  [
    'ISO-8859-6 by meta',
    () =>
      iconv.encode(
        article.replace('<head>', '<head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6">'),
        'iso-8859-6',
      ),
  ],
  ['UTF-16 with a mark', () => Buffer.from(`\uFEFF${article}`, 'utf16le')],
  ['UTF-16 by header, without a mark', () => Buffer.from(article, 'utf16le'), 'text/html; charset=utf-16le'],
  [
    'big-endian UTF-16 by header, without a mark',
    () => Buffer.from(article, 'utf16le').swap16(),
    'text/html; charset=utf-16be',
  ],
  ['UTF-8 without any name', () => utf8(article)],
  ['UTF-8 with a mark and a wrong header', () => utf8(`\uFEFF${article}`), 'text/html; charset=windows-1252'],
  ['UTF-8 called binary', () => utf8(article), 'application/octet-stream'],
];

const workers = openExtractionWorkers(1);
afterAll(() => workers.close());

const read = async ([, bytes, contentType]: Page) => {
  const html = decodeHtml(bytes(), { contentType }).text;
  const before = process.cpuUsage();
  const extraction = await workers.run({ kind: 'article', html, url: 'http://e.org/' });
  // What the collector does with a page that the worker gave up.
  const text =
    extraction.ok && extraction.result.kind === 'article' ? extraction.result.article.text : htmlToText(html);
  const { user, system } = process.cpuUsage(before);
  return { ok: extraction.ok, text, seconds: (user + system) / 1_000_000 };
};

const named = (pages: readonly Page[]) => pages.map((one) => [one[0], one] as const);
const PAGES = [...HUGE, ...NESTED, ...AT_THE_LIMITS, ...BROKEN, ...ARABIC];

describe('a page that is broken or made to break', () => {
  it('is met in sixty forms', () => {
    expect(PAGES).toHaveLength(60);
  });

  it.each(named(PAGES))('%s gives a text, or a reason, in three seconds', { timeout: 60_000 }, async (_name, one) => {
    const { ok, text, seconds } = await read(one);
    expect(ok).toBe(true);
    expect(typeof text).toBe('string');
    expect(seconds).toBeLessThan(MAXIMUM_SECONDS);
  });

  it.each(named(ARABIC))('%s gives the Arabic text as it was written', async (_name, one) => {
    expect((await read(one)).text).toBe(`${SENTENCE}\n\n${SENTENCE} مرة أخرى.`);
  });

  it('leaves the worker able to read the next one', async () => {
    expect((await read(['a page', () => utf8(article)])).text).toContain(SENTENCE);
  });
});
