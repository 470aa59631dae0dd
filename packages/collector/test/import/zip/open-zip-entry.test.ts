import { describe, expect, it } from 'vitest';
import { openZipEntry } from '../../../src/import/zip/open-zip-entry.js';
import { readZipDirectory } from '../../../src/import/zip/zip-directory.js';
import { gathered } from '../support/here-and-now.js';
import { memoryZip } from '../support/memory-zip.js';
import { type WrittenEntry, zipOf } from '../support/write-zip.js';

const text = Array.from({ length: 5000 }, (_, n) => `line ${(n * 7919) % 104729}`).join('\n');
const opened = async (lie: Partial<WrittenEntry>) => {
  const zip = memoryZip(zipOf([{ name: 'archive/a.warc', data: text, ...lie }]), 1000);
  const [entry] = await readZipDirectory(zip);
  if (!entry) throw new Error('the archive holds one entry');
  const { items, error } = await gathered(openZipEntry(zip, entry));
  return { text: Buffer.concat(items).toString(), error };
};

describe('openZipEntry', () => {
  it.each([true, false])('streams an entry (deflated: %s)', async (deflate) => {
    expect(await opened({ deflate })).toEqual({ text, error: undefined });
  });

  it.each([
    ['is longer than it states', { deflate: true, size: text.length - 1 }, 'is longer than the'],
    ['is shorter than it states', { deflate: true, size: text.length + 1 }, 'ends after'],
    ['has another check sum', { deflate: true, crc: 1 }, 'check sum'],
    ['has another check sum, stored', { crc: 1 }, 'check sum'],
  ])('gives out what an entry holds that %s, then says so', async (_what, lie, words) => {
    const { text: found, error } = await opened(lie);
    expect(text.startsWith(found)).toBe(true);
    expect(found.length).toBeGreaterThan(30_000);
    expect(error).toMatchObject({ name: 'InputError', code: 'cut-off', message: expect.stringContaining(words) });
  });

  it('gives out what comes before broken deflate data', async () => {
    const bytes = zipOf([{ name: 'a', data: text, deflate: true }]);
    bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 200);
    const zip = memoryZip(bytes, 1000);
    const [entry] = await readZipDirectory(zip);
    if (!entry) throw new Error('the archive holds one entry');
    const { items, error } = await gathered(openZipEntry(zip, entry));
    expect(Buffer.concat(items).length).toBeGreaterThan(5000);
    expect(error).toMatchObject({ code: 'cut-off' });
  });
});
