import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHttpBody, readHttpHead } from '../../../src/import/warc/http-message.js';
import { httpAnswer } from '../support/write-warc.js';

const chunked = (bytes: Uint8Array, size: number): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)};name=value\r\n`), Buffer.from(part), Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\nTrailer: x\r\n\r\n')]);
};
const MAXIMUM = 100_000;
const textOf = (headers: Record<string, string>, body: Uint8Array): string => {
  const read = readHttpBody(headers, Buffer.from(body), MAXIMUM);
  return read.ok ? Buffer.from(read.bytes).toString() : read.reason;
};

describe('readHttpHead', () => {
  it('reads status and fields in lower case, repeated ones joined, folded ones unfolded', () => {
    const bytes = Buffer.from(
      'HTTP/1.1 404 Not Found\r\nX-A: 1\r\nx-a: 2\r\nLong: one\r\n two\r\nnonsense\r\n\r\nbody',
    );
    const head = readHttpHead(bytes);
    expect(head).toMatchObject({ status: 404, headers: { 'x-a': '1, 2', long: 'one two' } });
    expect(bytes.subarray(head?.length).toString()).toBe('body');
  });

  it('reads heads of other versions, with bare line feeds, without a reason', () => {
    expect(readHttpHead(Buffer.from('HTTP/1.0 200\nA: b\n\nx'))).toMatchObject({ status: 200, headers: { a: 'b' } });
    expect(readHttpHead(Buffer.from('HTTP/2 200 \r\n\r\n'))).toMatchObject({ status: 200 });
  });

  it('knows what is no answer', () => {
    for (const text of ['', 'GET / HTTP/1.1\r\n\r\n', '<html>', 'HTTP/1.1 abc\r\n\r\n'])
      expect(readHttpHead(Buffer.from(text))).toBeUndefined();
  });
});

describe('readHttpBody', () => {
  const page = `<p>${'النص الأصلي '.repeat(100)}</p>`;
  const bytes = Buffer.from(page);

  it.each([
    ['gzip', gzipSync(bytes)],
    ['x-gzip', gzipSync(bytes)],
    ['deflate', deflateSync(bytes)],
    ['deflate', deflateRawSync(bytes)],
    ['br', brotliCompressSync(bytes)],
    ['GZIP ', gzipSync(bytes)],
    ['identity', bytes],
  ])('unpacks %s, in chunks or not', (coding, packed) => {
    expect(textOf({ 'content-encoding': coding }, packed)).toBe(page);
    expect(textOf({ 'content-encoding': coding, 'transfer-encoding': 'chunked' }, chunked(packed, 50))).toBe(page);
  });

  it('reads a body that the archive has unpacked already', () => {
    expect(textOf({ 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' }, bytes)).toBe(page);
    expect(textOf({ 'content-encoding': 'br' }, bytes)).toBe(page);
  });

  it('gives what comes before a cut', () => {
    const packed = gzipSync(bytes);
    expect(page.startsWith(textOf({ 'content-encoding': 'gzip' }, packed.subarray(0, packed.length - 12)))).toBe(true);
    expect(textOf({ 'transfer-encoding': 'chunked' }, chunked(bytes, 50).subarray(0, 500)).length).toBeGreaterThan(100);
  });

  it('refuses bombs, nested codings, unknown ones and broken data', () => {
    const zeros = Buffer.alloc(MAXIMUM + 1);
    for (const [coding, packed] of [
      ['gzip', gzipSync(zeros)],
      ['deflate', deflateSync(zeros)],
      ['br', brotliCompressSync(zeros)],
      ['identity', zeros],
    ] as const)
      expect(textOf({ 'content-encoding': coding }, packed)).toBe('too-large');
    expect(textOf({ 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(bytes)))).toBe('bad-coding');
    expect(textOf({ 'content-encoding': 'zstd' }, Buffer.from([0x28, 0xb5, 0x2f, 0xfd]))).toBe('bad-coding');
    expect(textOf({ 'content-encoding': 'gzip' }, Buffer.from('broken'))).toBe('bad-coding');
  });

  it('joins chunks of any size', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), fc.integer({ min: 1, max: 600 }), (data, size) => {
        const read = readHttpBody({ 'transfer-encoding': 'chunked' }, chunked(data, size), MAXIMUM);
        expect(read.ok && Buffer.from(read.bytes).equals(Buffer.from(data))).toBe(true);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('gzip', 'deflate', 'br', 'x', ''),
        fc.constantFrom('chunked', ''),
        (data, coding, transfer) => {
          readHttpHead(data);
          readHttpHead(httpAnswer(data));
          const read = readHttpBody(
            { 'content-encoding': coding, 'transfer-encoding': transfer },
            Buffer.from(data),
            1000,
          );
          expect(read.ok ? read.bytes.length <= 1000 : ['too-large', 'bad-coding'].includes(read.reason)).toBe(true);
        },
      ),
      { numRuns: 2000, seed: 5 },
    );
  });
});
