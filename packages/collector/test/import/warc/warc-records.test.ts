import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warcRecords } from '../../../src/import/warc/warc-records.js';
import { gathered } from '../support/here-and-now.js';
import { inPieces } from '../support/memory-files.js';
import { warcRecord } from '../support/write-warc.js';

interface Found {
  number: number;
  type?: string | undefined;
  uri?: string | undefined;
  block?: string;
}

/** The records with their blocks taken whole. */
async function* whole(bytes: Uint8Array, pieceBytes = 7): AsyncGenerator<Found> {
  for await (const record of warcRecords(inPieces(bytes, pieceBytes), 'a.warc')) {
    if ('problem' in record) yield { number: record.number };
    else {
      const block = (await record.take(record.length + 10)).toString('latin1');
      yield {
        number: record.number,
        type: record.fields.get('warc-type'),
        uri: record.fields.get('warc-target-uri'),
        block,
      };
    }
  }
}

const record = fc.record({
  type: fc.constantFrom('response', 'request', 'warcinfo', 'metadata'),
  uri: fc.webUrl(),
  block: fc.uint8Array({ maxLength: 200 }),
});
const isPlanted = ({ type }: Found): boolean => type !== undefined;

describe('warcRecords', () => {
  it('gives every record back whatever is in it and however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 8 }), fc.integer({ min: 1, max: 400 }), async (records, size) => {
        const { items, error } = await gathered(whole(Buffer.concat(records.map(warcRecord)), size));
        expect(error).toBeUndefined();
        expect(items).toEqual(
          records.map(({ type, uri, block }, index) => ({
            number: index + 1,
            type,
            uri,
            block: Buffer.from(block).toString('latin1'),
          })),
        );
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('finds the next record when the block was taken in part or not at all', async () => {
    const bytes = Buffer.concat([1, 2, 3].map((n) => warcRecord({ type: 'response', block: `block ${n}` })));
    for (const count of [0, 3]) {
      const starts: string[] = [];
      for await (const found of warcRecords(inPieces(bytes), 'a.warc')) {
        if (!('problem' in found)) starts.push((await found.take(count)).toString());
      }
      expect(starts).toEqual(['block 1', 'block 2', 'block 3'].map((block) => block.slice(0, count)));
    }
  });

  it('finds records behind bytes that are none', async () => {
    const rubbish = fc
      .uint8Array({ maxLength: 100 })
      .map((bytes) => Buffer.concat([Buffer.from(bytes), Buffer.from('\r\n')]))
      .filter((bytes) => !bytes.includes('WARC/'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(rubbish, record), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 300 }),
        async (parts, size) => {
          const bytes = Buffer.concat(parts.flatMap(([noise, planted]) => [noise, warcRecord(planted)]));
          const { items, error } = await gathered(whole(bytes, size));
          expect(error).toBeUndefined();
          expect(items.filter(isPlanted).map(({ block }) => block)).toEqual(
            parts.map(([, { block }]) => Buffer.from(block).toString('latin1')),
          );
        },
      ),
      { numRuns: 300, seed: 2 },
    );
  });

  it.each([
    ['no length', 'WARC/1.0\r\nWARC-Type: response\r\n\r\n'],
    ['a length below nothing', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n'],
    ['a length that is no number', 'WARC/1.0\r\nContent-Length: 1e3\r\n\r\n'],
    ['a header that breaks off', 'WARC/1.0\r\nWARC-Type: resp\r\n'],
    ['a line that is no field', 'WARC/1.0\r\nthis is no field\r\n\r\n'],
    [
      'a header without end',
      `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n${'X-Field: value\r\n'.repeat(10_000)}\r\n`,
    ],
  ])('names a record with %s and reads the next', async (_what, broken) => {
    const bytes = Buffer.concat([Buffer.from(broken), warcRecord({ type: 'response', block: 'planted' })]);
    const { items, error } = await gathered(whole(bytes, 1000));
    expect(error).toBeUndefined();
    expect(items.filter((item) => !isPlanted(item)).length).toBe(1);
    expect(items.at(-1)).toMatchObject({ number: items.length, block: 'planted' });
  });

  it('keeps what comes before a cut, wherever it is, and says where the data end', async () => {
    const records = [1, 2, 3].map((n) => warcRecord({ type: 'response', block: `block ${n}`.repeat(5) }));
    const bytes = Buffer.concat(records);
    const ends = records.map((_, index) => Buffer.concat(records.slice(0, index + 1)).length - 4);
    for (let at = 0; at < bytes.length; at += 1) {
      const { items, error } = await gathered(whole(bytes.subarray(0, at), 64));
      const complete = ends.filter((end) => end <= at).length;
      expect(items.slice(0, complete).every(isPlanted)).toBe(true);
      expect(items.length).toBeGreaterThanOrEqual(complete);
      if (error !== undefined) expect(error).toMatchObject({ name: 'InputError', code: 'cut-off' });
    }
    const { error } = await gathered(whole(bytes.subarray(0, bytes.length - 10)));
    expect(error).toMatchObject({ message: expect.stringContaining('record 3 is 35 bytes long') });
  });

  it('ends without an error whatever the bytes are, but for a cut', async () => {
    const line = fc.constantFrom(
      'WARC/1.0\r\n',
      'Content-Length: 5\r\n',
      'Content-Length: 99999999999\r\n',
      '\r\n',
      'x: y\r\n',
    );
    const bytes = fc
      .array(fc.oneof(line, fc.string({ maxLength: 20 })), { maxLength: 30 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          bytes.map((text) => Buffer.from(text)),
          fc.uint8Array({ maxLength: 300 }),
        ),
        async (data) => {
          const { error } = await gathered(whole(data));
          if (error !== undefined) expect(error).toMatchObject({ name: 'InputError', code: 'cut-off' });
        },
      ),
      { numRuns: 1000, seed: 3 },
    );
  });
});
