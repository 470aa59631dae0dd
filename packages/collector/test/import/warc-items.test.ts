import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBytes } from '../../src/import/open-bytes.js';
import { warcItems } from '../../src/import/warc-items.js';
import { contextOf, sorted } from './support/context.js';
import { inPieces } from './support/memory-files.js';
import { httpAnswer, packedWarc, pageOf, pageRecord, warcRecord } from './support/write-warc.js';

const read = async (bytes: Uint8Array, size = 1000) =>
  sorted(warcItems((await openBytes(inPieces(bytes, size), 'a.warc')).all, contextOf('a.warc', { language: 'ary' })));
const answer = (uri: string, block: Uint8Array, fields = {}): Buffer =>
  warcRecord({ type: 'response', uri, block, fields });
const story = 'Le marché de la vieille ville ouvre de nouveau dimanche, dit la mairie aux habitants du quartier.';

describe('warcItems', () => {
  const arabic = Buffer.concat([
    Buffer.from(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body><p>',
    ),
    Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7, 0x20, 0xc8, 0xdf, 0xe3]),
    Buffer.from('</p></body></html>'),
  ]);
  const page = pageOf('Le marché', story);
  const archive = [
    warcRecord({ type: 'warcinfo', block: 'software: test' }),
    warcRecord({ type: 'request', uri: 'http://a.test/', block: 'GET / HTTP/1.1\r\n\r\n' }),
    pageRecord('<http://a.test/one?utm_source=x>', page),
    answer(
      'http://a.test/two',
      httpAnswer(gzipSync(page.replaceAll('marché', 'port')), {
        'Content-Type': 'text/html',
        'Content-Encoding': 'gzip',
      }),
    ),
    answer(
      'http://a.test/three',
      httpAnswer(brotliCompressSync(page.replaceAll('marché', 'souk')), {
        'Content-Type': 'application/xhtml+xml',
        'Content-Encoding': 'br',
      }),
    ),
    answer('http://a.test/four', httpAnswer(arabic, { 'Content-Type': 'text/html' })),
    answer('http://a.test/five', httpAnswer(page.replaceAll('marché', 'phare'), {})),
    answer('http://a.test/logo.png', httpAnswer('png', { 'Content-Type': 'image/png' })),
    answer('http://a.test/untyped', httpAnswer('{"json":1}', {})),
    answer('http://a.test/gone', httpAnswer(page, undefined, '404 Not Found')),
    answer('http://a.test/moved', httpAnswer('', undefined, '301 Moved')),
    answer(
      'http://a.test/users/amina/zipped',
      httpAnswer('x', { 'Content-Type': 'text/html', 'Content-Encoding': 'zstd' }),
    ),
    answer(
      'http://a.test/large',
      httpAnswer(gzipSync(Buffer.alloc(10_000_001)), { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }),
    ),
    answer('dns:a.test', Buffer.from('20260401\na.test. 300 IN A 192.0.2.1')),
    answer('http://a.test/odd', Buffer.from('not an answer')),
    warcRecord({ type: 'revisit', uri: 'http://a.test/one', block: httpAnswer('') }),
    warcRecord({ type: 'resource', uri: 'http://a.test/shot', block: page }),
    warcRecord({ type: 'metadata', block: 'x' }),
    warcRecord({ type: 'invented', block: 'x' }),
  ];

  it.each([
    ['a plain archive', Buffer.concat(archive)],
    ['one packed record by record', packedWarc(archive)],
    ['one packed as a whole', gzipSync(Buffer.concat(archive))],
  ])('reads the pages of %s and counts all other records', async (_what, bytes) => {
    const { texts, left, problems, error } = await read(bytes);
    expect(error).toBeUndefined();
    expect(texts.map(({ locator }) => locator)).toEqual(
      ['one', 'two', 'three', 'four', 'five'].map((path) => `http://a.test/${path}`),
    );
    expect(texts[0]).toMatchObject({
      url: 'http://a.test/one',
      title: 'Le marché',
      text: expect.stringContaining(story),
      languageHint: 'fra',
      permission: 'file-import',
    });
    expect(texts[1]?.text).toContain('Le port de la vieille ville');
    expect(texts[3]).toMatchObject({ text: 'مرحبا بكم', languageHint: 'ary' });
    expect(left).toEqual({
      'warc-warcinfo': 1,
      'warc-request': 1,
      'warc-revisit': 1,
      'warc-resource': 1,
      'warc-metadata': 1,
      'warc-other': 1,
      'not-html': 2,
      'not-http': 2,
      'http-404': 1,
      'http-301': 1,
      'bad-coding': 1,
      'too-large': 1,
    });
    expect(problems).toEqual([
      'record 12 (http://a.test/users/⟨user⟩/zipped) is packed as zstd, which cannot be read',
      'record 13 (http://a.test/large) is longer than 10000000 bytes when unpacked',
    ]);
  });

  it('passes over a record past the cap without holding it, and reads the next', async () => {
    const large = answer('http://a.test/film', httpAnswer(Buffer.alloc(17 * 2 ** 20, 'x')));
    const { texts, problems } = await read(Buffer.concat([large, pageRecord('http://a.test/one', page)]), 2 ** 16);
    expect(problems).toEqual(['record 1 (http://a.test/film) is longer than 16777216 bytes']);
    expect(texts).toHaveLength(1);
  });

  it.each([
    ['plain', (records: Buffer[]) => Buffer.concat(records)],
    ['packed', (records: Buffer[]) => packedWarc(records)],
  ])('keeps what comes before a cut (%s), counts the page that was cut, and says so', async (_what, pack) => {
    const pages = [1, 2, 3].map((n) => pageRecord(`http://a.test/${n}`, pageOf(`Page ${n}`, `${story} ${n}`)));
    const bytes = pack(pages);
    const { texts, left, error } = await read(bytes.subarray(0, bytes.length - 60));
    expect(texts.map(({ locator }) => locator)).toEqual(['http://a.test/1', 'http://a.test/2']);
    expect(left).toEqual({ 'cut-off': 1 });
    expect(error).toMatchObject({ name: 'InputError', code: 'cut-off' });
  });

  it('says when a file is no web archive', async () => {
    for (const text of ['', 'id,text\n1,hello\n'])
      expect(await read(Buffer.from(text))).toMatchObject({ error: { code: 'bad-warc' } });
  });

  it('finds planted pages among anything, and never ends in another error than its own', async () => {
    const other = fc.oneof(
      fc.uint8Array({ maxLength: 100 }).map((block) => answer('http://a.test/x', Buffer.from(block))),
      fc
        .uint8Array({ maxLength: 100 })
        .map((body) => answer('http://a.test/x', httpAnswer(body, { 'Content-Type': 'image/png' }))),
      fc
        .string({ maxLength: 50 })
        .map((uri) => warcRecord({ type: 'request', uri: uri.replace(/[\r\n]/g, ''), block: 'x' })),
    );
    const planted = fc.constant('planted');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(other, planted), { maxLength: 6 }),
        fc.boolean(),
        fc.integer({ min: 20, max: 900 }),
        async (parts, packed, size) => {
          const records = parts.map((part, index) =>
            typeof part === 'string' ? pageRecord(`http://a.test/${index}`, `<p>${part} ${index}</p>`) : part,
          );
          const { texts, error } = await read(packed ? packedWarc(records) : Buffer.concat(records), size);
          const wanted = parts.flatMap((part, index) => (typeof part === 'string' ? [`http://a.test/${index}`] : []));
          expect(texts.map(({ locator }) => locator).filter((locator) => !locator.endsWith('/x'))).toEqual(wanted);
          if (parts.length > 0) expect(error).toBeUndefined();
        },
      ),
      { numRuns: 200, seed: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await read(bytes)).error).toMatchObject({ name: 'InputError' });
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
