import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/import/import-files.js';
import type { FilesToRead } from '../../src/import/read-files.js';
import { readRows } from '../../src/import/read-rows.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { testEffects } from '../support/web.js';
import { inPieces, memoryFiles } from './support/memory-files.js';

const load = (
  data: string | Uint8Array,
  options: Partial<FilesToRead> & { name?: string } = {},
  ledger = new MemoryLedger(),
) => {
  const { name = 'posts.csv', ...rest } = options;
  return importFiles({ path: name, map: {}, sourceId: 'file', ...rest }, ledger, {
    ...testEffects(),
    files: memoryFiles({ [name]: data }),
  }).then((report) => ({ report, ledger }));
};

const csv =
  'id,text,created_at,username,url\n1,"one, ""quoted""\nover two lines",2026-04-01,amina,https://example.org/1?utm_source=x\n2,,2026-04-01,karim,\n3,x,,,\n4,كلام بالعربية,1774000000,karim,\n';

describe('importFiles', () => {
  it('stores rows with a text and names the others by line and reason', async () => {
    const { report, ledger } = await load(csv);
    expect(report.items).toMatchObject({ name: 'import', in: 4, out: 2, dropped: { 'no-text': 1, 'too-short': 1 } });
    expect(report.rejected).toEqual([
      { file: 'posts.csv', line: 4, reason: 'no-text', message: 'row 2 has no text in column text' },
      { file: 'posts.csv', line: 5, reason: 'too-short', message: 'row 3 has fewer than two letters' },
    ]);
    const [first, second] = [...ledger.posts.values()];
    expect(first).toMatchObject({
      locator: '1',
      text: 'one, "quoted"\nover two lines',
      url: 'https://example.org/1',
      publishedAt: '2026-04-01T00:00:00.000Z',
      publishedPrecision: 'day',
      permission: 'file-import',
    });
    expect(second).toMatchObject({ locator: '4', text: 'كلام بالعربية', publishedPrecision: 'second' });
    expect(first?.authorHash).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(first)).not.toContain('amina');
  });

  it('stores nothing twice', async () => {
    const { ledger } = await load(csv);
    const { report } = await load(csv, {}, ledger);
    expect(report.items).toMatchObject({ in: 4, out: 0, dropped: { known: 2, 'no-text': 1, 'too-short': 1 } });
  });

  it.each([
    ['JSON Lines', 'a.jsonl', '{"id":1,"text":"first text"}\n\n{"id":2,"text":"second \\" text"}\nnot json\n[1]\n'],
    [
      'a JSON list',
      'a.json',
      '[{"id":1,"text":"first text"},\n {"id":2,"text":"second \\" text"}, "not an object", 7]',
    ],
    [
      'a list within JSON',
      'a.json',
      '{"meta":{"n":2},"data":[{"id":1,"text":"first text"},{"id":2,"text":"second \\" text","more":[1,{"a":"]"}]}, 1, 2]}',
    ],
    ['TSV', 'a.tsv', 'id\ttext\n1\tfirst text\n2\tsecond " text\n3\t\n4\t\n'],
    ['CSV with semicolons', 'a.csv', 'id;text\r\n1;first text\r\n2;"second "" text"\r\n3;\r\n4;\r\n'],
    ['CSV without a name that tells', 'dump', 'id,text\n1,first text\n2,"second "" text"\n3,\n4,\n'],
  ])('reads %s', async (_name, name, data) => {
    for (const bytes of [
      Buffer.from(data),
      gzipSync(data),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(data, 'utf16le')]),
    ]) {
      const { report, ledger } = await load(bytes, { name });
      expect([...ledger.posts.values()].map(({ locator, text }) => [locator, text])).toEqual([
        ['1', 'first text'],
        ['2', 'second " text'],
      ]);
      expect(report.items).toMatchObject({ in: 4, out: 2 });
    }
  });

  it('takes columns by name, nested ones too', async () => {
    const data =
      '{"body":"words of it","user":{"name":"amina"},"when":"2026-04-01T10:00:00+01:00","place":{"lat":35.5,"lon":18.2}}\n';
    const { ledger } = await load(data, {
      name: 'a.jsonl',
      map: { text: 'body', author: 'user.name', time: 'when', lat: 'place.lat', lon: 'place.lon' },
    });
    expect([...ledger.posts.values()][0]).toMatchObject({
      text: 'words of it',
      publishedAt: '2026-04-01T09:00:00.000Z',
      coordinates: [18.2, 35.5],
    });
  });

  it('keeps no name of a person in what it says of refused rows', async () => {
    const rows = 'id,text\nhttps://example.org/users/amina/1,\nhttps://example.org/users/amina/2,x\n';
    const { ledger } = await load(rows);
    const kept = [...ledger.rejections.values()].map(({ locator, reason }) => [locator.replace(/~.*/, '~'), reason]);
    expect(kept).toEqual([
      ['https://example.org/users/⟨user⟩/1~', 'no-text'],
      ['https://example.org/users/⟨user⟩/2~', 'too-short'],
    ]);
  });

  it('reads a file that is one endless line no further than its cap', async () => {
    const { report } = await load(gzipSync(Buffer.alloc(30_000_000, 'x')), { name: 'a.csv.gz' });
    expect(report).toMatchObject({ items: { in: 0 }, errors: [expect.stringContaining('a.csv.gz: after line 1')] });
  });

  it('lists the columns when a mapped one is not there', async () => {
    await expect(load(csv, { map: { text: 'body' } })).rejects.toMatchObject({
      code: 'no-such-column',
      message: 'posts.csv: expected the column body for text, but the columns are: id, text, created_at, username, url',
    });
    await expect(load('a,b\n1,2\n')).rejects.toMatchObject({
      code: 'no-text-column',
      message: expect.stringContaining('a, b'),
    });
  });

  it('keeps what comes before a break in the gzip data', async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, n) => `{"id":${n},"text":"text number ${n}, ${((n * 7919) % 104729).toString(36)}"}`,
    ).join('\n');
    const packed = gzipSync(rows);
    const { report } = await load(packed.subarray(0, packed.length / 2), { name: 'a.jsonl.gz' });
    expect(report.errors).toEqual([expect.stringContaining('a.jsonl.gz: the gzip data end or break before their end')]);
    expect(report.items.out).toBeGreaterThan(1000);
    expect(report.items.in).toBe(
      report.items.out + Object.values(report.items.dropped).reduce((sum, count) => sum + count, 0),
    );
  });

  it('keeps what comes before the end of a cut-off list', async () => {
    const { report } = await load('[{"text":"first text"},{"text":"second te', { name: 'a.json' });
    expect(report).toMatchObject({
      items: { out: 1 },
      errors: [expect.stringContaining('without its closing bracket')],
    });
  });
});

describe('readRows', () => {
  it('gives every row back whatever is in it and however it is cut', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => text.trim() !== '' && !text.includes('\r'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 50 }),
        async (texts, size) => {
          const forms: [string, string][] = [
            ['x.csv', `text\n${texts.map((text) => `"${text.replaceAll('"', '""')}"`).join('\n')}\n`],
            ['x.jsonl', texts.map((text) => JSON.stringify({ text })).join('\n')],
            [
              'x.json',
              JSON.stringify(
                texts.map((text) => ({ text })),
                null,
                1,
              ),
            ],
          ];
          for (const [name, data] of forms) {
            const rows: string[] = [];
            for await (const row of readRows(inPieces(data, size), { name }))
              rows.push('text' in row ? row.text : row.reason);
            expect(rows).toEqual(texts);
          }
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('gives the rows before a quote that is never closed, in the same piece of the file too', async () => {
    const rows: string[] = [];
    const read = async (): Promise<void> => {
      const data = `id,text\na,first\nb,second\nc,"third\n${'more '.repeat(500_000)}`;
      for await (const row of readRows(inPieces(data), { name: 'x.csv' })) rows.push(row.id ?? '');
    };
    await expect(read()).rejects.toMatchObject({ code: 'bad-csv' });
    expect(rows).toEqual(['a', 'b']);
  });

  it('ends with rows or an InputError whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.csv', 'a.jsonl', 'a.json', 'a'),
        async (bytes, name) => {
          try {
            for await (const row of readRows(inPieces(bytes), { name })) expect(row.row).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toMatchObject({ name: 'InputError' });
          }
        },
      ),
      { numRuns: 500, seed: 2 },
    );
  });
});
