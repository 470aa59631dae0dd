import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../src/extract/decode-html.js';

const words = 'مرحبا بكم في حي الصيادين';
const page = (head: string): string => `<html><head>${head}</head><body>${words}</body></html>`;

describe('decodeHtml', () => {
  it.each([
    ['windows-1256 by header', 'windows-1256', 'text/html; charset=windows-1256', ''],
    ['windows-1256 by a quoted label', 'windows-1256', 'text/html;charset="cp1256"', ''],
    ['windows-1256 by meta', 'windows-1256', undefined, '<meta charset="windows-1256">'],
    ['ISO-8859-6 by header', 'ISO-8859-6', 'text/html; charset=iso-8859-6', ''],
    [
      'ISO-8859-6 by meta http-equiv',
      'ISO-8859-6',
      null,
      '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-6">',
    ],
    ['ISO-8859-6 by a late meta', 'ISO-8859-6', 'text/html', `<!--${' '.repeat(2000)}--><meta charset=iso-8859-6>`],
    ['UTF-8 by its own form', 'UTF-8', 'text/html', ''],
  ])('reads %s', (_name, encoding, contentType, head) => {
    const html = page(head);
    expect(decodeHtml(iconv.encode(html, encoding), { contentType })).toEqual({ text: html, encoding });
  });

  it('believes the byte order mark, then the header, then meta', () => {
    const html = page('<meta charset="windows-1256">');
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(html)]);
    expect(decodeHtml(marked, { contentType: 'text/html; charset=iso-8859-6' })).toEqual({
      text: html,
      encoding: 'UTF-8',
    });
    expect(
      decodeHtml(iconv.encode(html, 'iso-8859-6'), { contentType: 'text/html; charset=iso-8859-6' }).encoding,
    ).toBe('ISO-8859-6');
    expect(decodeHtml(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(html, 'utf16le')]))).toEqual({
      text: html,
      encoding: 'UTF-16LE',
    });
  });

  it('falls back to windows-1252', () => {
    expect(decodeHtml(Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x80]))).toEqual({
      text: 'café€',
      encoding: 'windows-1252',
    });
  });

  it('never throws, whatever bytes and labels come', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            'text/html; charset=utf-16',
            'x; charset=iso-2022-jp',
            'x;charset=replacement',
            'x;charset=x-user-defined',
          ),
        ),
        (bytes, contentType) => {
          const { text, encoding } = decodeHtml(bytes, { contentType });
          expect(typeof text).toBe('string');
          expect(encoding).not.toBe('');
        },
      ),
      { numRuns: 3000, seed: 5 },
    );
  });

  it('gives Arabic text back from every encoding that has it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ء-غف-ي ]{0,60}$/),
        fc.constantFrom('windows-1256', 'ISO-8859-6', 'UTF-8'),
        (text, encoding) => {
          expect(decodeHtml(iconv.encode(text, encoding), { contentType: `text/html; charset=${encoding}` }).text).toBe(
            text,
          );
        },
      ),
      { numRuns: 500, seed: 6 },
    );
  });
});
