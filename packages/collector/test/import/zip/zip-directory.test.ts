import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZipDirectory } from '../../../src/import/zip/zip-directory.js';
import { memoryZip, unzipped } from '../support/memory-zip.js';
import { type WrittenEntry, zipOf } from '../support/write-zip.js';

const entry = fc.record({ data: fc.uint8Array({ maxLength: 300 }), deflate: fc.boolean(), wide: fc.boolean() });
const honest = fc
  .record({ entries: fc.array(entry, { maxLength: 8 }), zip64: fc.boolean(), comment: fc.string({ maxLength: 50 }) })
  .map(({ entries, zip64, comment }) => ({
    written: entries.map((one, index) => ({ ...one, name: `archive/ملف ${index}.warc` })),
    end: { zip64, comment },
  }));

const refused = async (bytes: Uint8Array): Promise<unknown> =>
  unzipped(memoryZip(bytes)).catch((error: unknown) => error);

describe('readZipDirectory', () => {
  it('gives every entry back, stored or deflated, zip64 or not', async () => {
    await fc.assert(
      fc.asyncProperty(honest, fc.integer({ min: 1, max: 200 }), async ({ written, end }, size) => {
        const found = await unzipped(memoryZip(zipOf(written, end), size));
        expect(found).toEqual(
          Object.fromEntries(written.map(({ name, data }) => [name, Buffer.from(data).toString('latin1')])),
        );
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  const one = (lie: Partial<WrittenEntry>): WrittenEntry[] => [{ name: 'archive/a.warc', data: 'abc', ...lie }];
  it.each<[string, WrittenEntry[], string]>([
    ['dot-dot', one({ name: '../a.warc' }), 'leads outside'],
    ['dot-dot within', one({ name: 'archive/../../a.warc' }), 'leads outside'],
    ['an absolute path', one({ name: '/etc/passwd' }), 'absolute path'],
    ['a drive', one({ name: 'C:/a.warc' }), 'absolute path'],
    ['a network path', one({ name: '//host/a.warc' }), 'absolute path'],
    ['a backslash', one({ name: '..\\a.warc' }), 'backslash'],
    ['a zero in its name', one({ name: 'a.warc\u0000.png' }), 'control characters'],
    ['an empty part in its path', one({ name: 'archive//a.warc' }), 'leads outside'],
    ['no name', one({ name: '' }), 'no name'],
    ['a symbolic link', one({ mode: 0o120777, data: '/etc/passwd' }), 'symbolic link'],
    ['an encrypted entry', one({ flags: 0x801 }), 'encrypted'],
    ['another method', one({ method: 12 }), 'method 12'],
    ['a name twice', [...one({}), ...one({})], 'twice'],
    ['a name in two cases', [...one({}), ...one({ name: 'ARCHIVE/A.warc' })], 'twice'],
    [
      'a name in two Unicode forms',
      [...one({ name: 'é'.normalize('NFC') }), ...one({ name: 'é'.normalize('NFD') })],
      'twice',
    ],
    ['a folder and a file of one name', [...one({ name: 'archive/', data: '' }), ...one({ name: 'archive' })], 'twice'],
    ['a stored size that is a lie', one({ size: 4 }), 'states 4 bytes packed into 3'],
    ['a packed size past deflate', one({ deflate: true, size: 2 ** 30 }), 'bytes packed into'],
    ['more bytes than any use', one({ wide: true, size: 2 ** 41 }), 'unpacked bytes'],
    ['two entries in one place', [...one({}), ...one({ name: 'b', offset: 0 })], 'overlaps'],
  ])('refuses %s and names the entry', async (_what, entries, words) => {
    expect(await refused(zipOf(entries))).toMatchObject({
      name: 'InputError',
      code: 'unsafe-zip',
      message: expect.stringContaining(words),
    });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('no zip archive at all '.repeat(10))],
    ['an archive without its end', zipOf(one({})).subarray(0, -30)],
    ['an archive with something behind it', Buffer.concat([zipOf(one({})), Buffer.from('behind')])],
    ['an archive with something before it', Buffer.concat([Buffer.from('before'), zipOf(one({}))])],
    ['fewer entries than stated', zipOf(one({}), { count: 2 })],
    ['more entries than stated', zipOf([...one({}), ...one({ name: 'b' })], { count: 1 })],
    ['an entry that is elsewhere', zipOf([...one({ offset: 3 }), ...one({ name: 'b', offset: 44 })])],
  ])('refuses %s', async (_what, bytes) => {
    expect(await refused(bytes)).toMatchObject({
      name: 'InputError',
      code: expect.stringMatching(/^(?:bad|unsafe)-zip$/),
    });
  });

  it('refuses a directory of too many entries before it reads it', async () => {
    expect(await refused(zipOf(one({}), { count: 20_001, zip64: true }))).toMatchObject({ code: 'unsafe-zip' });
  });

  it('leaves out folders', async () => {
    const entries = await readZipDirectory(memoryZip(zipOf([...one({ name: 'archive/', data: '' }), ...one({})])));
    expect(entries.map(({ name }) => name)).toEqual(['archive/a.warc']);
  });

  it('ends with entries or an InputError whatever the bytes are', async () => {
    const changed = fc
      .tuple(honest, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }))
      .map(([{ written, end }, changes]) => {
        const bytes = zipOf(written, end);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        const found = await refused(bytes);
        if (found instanceof Error) expect(found).toMatchObject({ name: 'InputError' });
      }),
      { numRuns: 2000, seed: 2 },
    );
  });
});
