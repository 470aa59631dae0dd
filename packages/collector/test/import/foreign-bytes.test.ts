import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityItems } from '../../src/import/activity-items.js';
import { foreignBytes, MarkingDecoder } from '../../src/import/foreign-bytes.js';
import { rowItems } from '../../src/import/row-items.js';
import { contextOf, sorted } from './support/context.js';
import { inPieces } from './support/memory-files.js';

const decode = (bytes: Uint8Array, pieceBytes: number): string => {
  const decoder = new MarkingDecoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += pieceBytes)
    text += decoder.write(Buffer.from(bytes.subarray(at, at + pieceBytes)));
  return text + decoder.end();
};

/** The bytes again: marks as the bytes they stand for. */
const encode = (text: string): Buffer =>
  Buffer.concat(
    [...text].map((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code >= 0x10fe80 && code <= 0x10feff ? Buffer.from([code - 0x10fe00]) : Buffer.from(character);
    }),
  );

/** Windows-1256 for «اللاجئون». */
const ARABIC = Buffer.from([0xc7, 0xe1, 0xe1, 0xc7, 0xcc, 0xc6, 0xe6, 0xe4]);

describe('MarkingDecoder', () => {
  it('loses no byte of anything, however it is cut', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text.replaceAll(/[\u{10fe80}-\u{10feff}]/gu, ''))),
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 9 }), (given, piece) => {
        expect(encode(decode(given, piece)).equals(Buffer.from(given))).toBe(true);
      }),
    );
  });

  it('reads UTF-8 as it is, and finds nothing foreign in it, U+FFFD neither', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9 }), (given, piece) => {
        const text = Buffer.from(given)
          .toString()
          .replaceAll(/[\u{10fe80}-\u{10feff}]/gu, '');
        expect(decode(Buffer.from(text), piece)).toBe(text);
        expect(foreignBytes(text)).toBeUndefined();
      }),
    );
  });
});

describe('a row that is not UTF-8', () => {
  it('is left out with its line and the encoding that it looks like; those beside it are read', async () => {
    const { texts, left, problems } = await sorted(
      rowItems(
        inPieces(
          Buffer.concat([
            Buffer.from('id;text\n1;réfugiés\n', 'latin1'),
            Buffer.from('2;réfugiés \ufffd\n3;'),
            ARABIC,
            Buffer.from('\n'),
          ]),
        ),
        undefined,
        contextOf('posts.csv'),
      ),
    );
    expect(texts.map(({ text }) => text)).toEqual(['réfugiés \ufffd']);
    expect(left).toEqual({ 'not-utf-8': 2 });
    expect(problems).toEqual([
      'row 1 (line 2) holds bytes that are not UTF-8 (the first is e9); it looks like windows-1252: convert the file with `iconv -f windows-1252 -t utf-8`',
      'row 3 (line 4) holds bytes that are not UTF-8 (the first is c7); it looks like windows-1256: convert the file with `iconv -f windows-1256 -t utf-8`',
    ]);
  });

  it('of a file that is no table is not echoed into the message; column names with a broken letter are', async () => {
    const noise = Buffer.from(Array.from({ length: 200 }, (_, at) => 0x80 + ((at * 37) % 128)));
    const none = await sorted(
      rowItems(inPieces(Buffer.concat([noise, Buffer.from('\n1\n')])), undefined, contextOf('a.csv')),
    );
    expect(String(none.error)).toContain('the columns are: no readable text: is this a table in UTF-8?');
    const latin = await sorted(
      rowItems(inPieces(Buffer.from('Numéro;Libellé\n1;a\n', 'latin1')), undefined, contextOf('a.csv')),
    );
    expect(String(latin.error)).toContain('the columns are: Num\ufffdro, Libell\ufffd');
  });

  it('is left out of JSON Lines and of an outbox as well', async () => {
    const lines = Buffer.from('{"id":"a","text":"réfugiés"}\n{"id":"b","text":"plain"}\n', 'latin1');
    const rows = await sorted(rowItems(inPieces(lines), undefined, contextOf('posts.jsonl')));
    expect(rows.texts.map(({ text }) => text)).toEqual(['plain']);
    expect(rows.left).toEqual({ 'not-utf-8': 1 });
    const outbox = Buffer.from('{"orderedItems":[{"type":"Note","content":"<p>réfugiés</p>"}]}', 'latin1');
    const entries = await sorted(activityItems(inPieces(outbox), contextOf('outbox.json')));
    expect(entries.texts).toEqual([]);
    expect(entries.left).toEqual({ 'not-utf-8': 1 });
  });
});
