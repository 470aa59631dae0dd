import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackage } from '../../../src/snapshot/package/read-package.js';
import { packageBytes } from '../../../src/snapshot/package/write-package.js';
import { type HandMade, handMadeZip } from './hand-made-zip.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-archive-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const refusalOf = async (zip: Buffer): Promise<string> => {
  await writeFile(join(folder, 'came.zip'), zip);
  return readPackage(join(folder, 'came.zip')).then(
    () => 'taken',
    (error: unknown) => String(error),
  );
};

const GOOD: HandMade = { name: 'areas.geojson' };
const among = (...bad: HandMade[]): Buffer => handMadeZip([GOOD, ...bad]);
const named = (name: string | Buffer): Buffer => among({ name });
const packed = (content: Buffer): HandMade => ({
  name: 'figures.json',
  content: deflateRawSync(content),
  method: 8,
  rawSize: content.length,
});
const zip64Extra = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(20);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(16, 2);
  bytes.writeBigUInt64LE(value, 4);
  bytes.writeBigUInt64LE(value, 12);
  return bytes;
};
const link = (0o120777 << 16) >>> 0;
const figures = (change: Partial<HandMade>): Buffer => among({ name: 'figures.json', ...change });

/** Trick, the zip, and what the refusal must say: the name of the entry, or what of the zip as a whole is wrong. */
const TRICKS: readonly [string, () => Buffer, RegExp][] = [
  ['a path that leads out', () => named('../figures.json'), /"\.\.\/figures\.json" leads out of its folder/],
  ['a path that leads out later', () => named('data/../../figures.json'), /"data\/\.\.\/\.\.\/fig.*leads out/],
  ['dots alone', () => named('..'), /"\.\." leads out/],
  ['a path from the root', () => named('/etc/passwd.json'), /"\/etc\/passwd\.json" begins at the root/],
  ['a drive', () => named('C:/figures.json'), /"C:\/figures\.json" names a drive/],
  ['a drive without a slash', () => named('c:figures.json'), /"c:figures\.json" names a drive/],
  ['another machine', () => named('//server/share/a.json'), /server\/share\/a\.json" names another machine/],
  ['another machine with backslashes', () => named('\\\\server\\a.json'), /server.*names another machine/],
  ['a backslash as a slash', () => named('data\\a.csv'), /"data\\\\a\.csv" has a backslash/],
  ['backslashes that lead out', () => named('..\\figures.json'), /figures\.json" has a backslash/],
  [
    'a link by its attributes',
    () => figures({ attributes: link, content: Buffer.from('/etc/passwd') }),
    /"figures\.json" is a link/,
  ],
  [
    'a link to a folder',
    () => among({ name: 'data/a.csv', attributes: link, content: Buffer.from('..') }),
    /"data\/a\.csv" is a link/,
  ],
  [
    'a device by its attributes',
    () => figures({ attributes: (0o060644 << 16) >>> 0 }),
    /"figures\.json" is no plain file/,
  ],
  [
    'a program by its attributes',
    () => figures({ attributes: (0o100755 << 16) >>> 0 }),
    /"figures\.json" is no plain file/,
  ],
  [
    'a file that is run as its owner',
    () => figures({ attributes: (0o104644 << 16) >>> 0 }),
    /"figures\.json" is no plain file/,
  ],
  ['a folder by its name', () => named('data/'), /"data\/" is a folder/],
  [
    'a folder by its attributes',
    () => figures({ attributes: ((0o040755 << 16) | 0x10) >>> 0 }),
    /"figures\.json" is a folder/,
  ],
  ['a NUL in a name', () => named('figures.json\u0000.exe'), /"figures\.json\\u0000\.exe" has a NUL/],
  ['a line feed in a name', () => named('figures\n.json'), /has control signs in its name/],
  ['an escape in a name', () => named('\u001b[2Jfigures.json'), /"\\u001b\[2Jfigures\.json" has control signs/],
  [
    'a turn of direction in a name',
    () => named('figures\u202enosj.md'),
    /"figures\\u202enosj\.md" has signs in its name that are not seen/,
  ],
  ['an isolate in a name', () => named('\u2066figures.json'), /not seen or turn/],
  ['a zero-width sign in a name', () => named('fig\u200bures.json'), /not seen or turn/],
  ['a soft hyphen in a name', () => named('fig\u00adures.json'), /not seen or turn/],
  [
    'twins by case',
    () => among({ name: 'data/A.csv' }, { name: 'data/a.csv' }),
    /"data\/a\.csv" differs from "data\/A\.csv" only/,
  ],
  [
    'a twin of a first file by case',
    () => named('AREAS.geojson'),
    /"AREAS\.geojson" differs from "areas\.geojson" only/,
  ],
  ['a composed letter (NFC)', () => named('caf\u00e9.json'), /"caf\\u00e9\.json" has other signs/],
  [
    'the same letter in parts (NFD)',
    () => named('cafe\u0301.json'),
    /"cafe\\u0301\.json" is written with signs in parts/,
  ],
  ['full-width letters', () => named('\uff41reas.geojson'), /differs from "areas\.geojson" only in how it is written/],
  ['a Cyrillic letter that looks Latin', () => named('\u0430reas.geojson'), /"\\u0430reas\.geojson" has other signs/],
  [
    'a name that is no UTF-8',
    () => named(Buffer.from([0x66, 0xff, 0xfe, 0x2e, 0x6d, 0x64])),
    /has a name that is no UTF-8/,
  ],
  [
    'UTF-8 longer than it need be',
    () => named(Buffer.from([0x2e, 0x2e, 0xc0, 0xaf, 0x61])),
    /has a name that is no UTF-8/,
  ],
  [
    'one name twice',
    () => among({ name: 'areas.geojson', content: Buffer.from('[]') }),
    /"areas\.geojson" comes twice/,
  ],
  ['no name', () => named(''), /"" has no name/],
  ['a name without end', () => named(`data/${'a'.repeat(300)}.csv`), /has a name of more than 120 signs/],
  ['empty parts of a path', () => named('data//a.csv'), /"data\/\/a\.csv" has an empty part/],
  ['a dot as a part of a path', () => named('./figures.json'), /"\.\/figures\.json" has an empty part/],
  ['a device of Windows', () => named('data/con.csv'), /"data\/con\.csv" has a name that is a device/],
  [
    'a stream of Windows',
    () => named('figures.json:hidden.json'),
    /figures\.json:hidden\.json" is no file of a snapshot/,
  ],
  ['a dot at the end', () => named('figures.json.'), /"figures\.json\." is no file of a snapshot/],
  ['a space at the end', () => named('figures.json '), /"figures\.json " is no file of a snapshot/],
  ['a hidden file', () => named('.htaccess'), /"\.htaccess" is no file of a snapshot/],
  ['a program', () => named('data/run.sh'), /"data\/run\.sh" is no file of a snapshot/],
  ['a page', () => named('index.html'), /"index\.html" is no file of a snapshot/],
  ['a folder that no snapshot has', () => named('secret/a.json'), /"secret\/a\.json" is no file of a snapshot/],
  ['an archive within by its name', () => named('data/more.zip'), /"data\/more\.zip" is an archive/],
  [
    'an archive within by its content',
    () => figures({ content: handMadeZip([GOOD]) }),
    /"figures\.json" is an archive/,
  ],
  [
    'two entries over the same bytes',
    () => among({ name: 'figures.json', listedOnly: true, offset: 0 }),
    /"figures\.json" overlaps another entry/,
  ],
  ['an entry inside of another', () => figures({ offset: 10, listedOnly: true }), /"figures\.json" overlaps/],
  ['bytes between entries', () => figures({ before: Buffer.from('hidden') }), /"figures\.json" leaves 6 bytes/],
  [
    'an entry that the list leaves out',
    () => handMadeZip([GOOD, { name: 'hidden.json', unlisted: true }, { name: 'figures.json' }]),
    /"figures\.json" leaves \d+ bytes/,
  ],
  [
    'an entry behind the last one listed',
    () => handMadeZip([GOOD, { name: 'hidden.json', unlisted: true }]),
    /bytes too many behind its files/,
  ],
  [
    'a size larger than the package',
    () => figures({ size: 1_000_000, rawSize: 1_000_000 }),
    /"figures\.json" tells a size larger/,
  ],
  ['two sizes', () => figures({ size: 2, rawSize: 1 }), /"figures\.json" tells two different sizes/],
  ['another size before the content', () => figures({ localSize: 1 }), /"figures\.json" says something else/],
  [
    'another name before the content',
    () => figures({ localName: 'evil_er.json' }),
    /"figures\.json" says something else/,
  ],
  ['a wrong checksum', () => figures({ crc: 1 }), /byte \d+, in "figures\.json", differs/],
  ['another checksum before the content', () => figures({ localCrc: 1 }), /"figures\.json" says something else/],
  ['another method before the content', () => figures({ localMethod: 8 }), /"figures\.json" says something else/],
  [
    'extra fields before the content',
    () => figures({ localExtra: Buffer.from('UT\u0001\u0000x') }),
    /"figures\.json" says something else/,
  ],
  [
    'sizes in a zip64 field',
    () => figures({ size: 0xffffffff, rawSize: 0xffffffff, extra: zip64Extra(2n) }),
    /"figures\.json" carries extra fields/,
  ],
  [
    'a zip64 field that lies',
    () => figures({ size: 0xffffffff, rawSize: 0xffffffff, extra: zip64Extra(2n ** 52n) }),
    /"figures\.json" carries extra fields/,
  ],
  ['a zip64 end', () => handMadeZip([GOOD], { entries: 0xffff, listOffset: 0xffffffff }), /zip64/],
  ['a million entries told', () => handMadeZip([GOOD], { entries: 0xfffe }), /at most 1000 entries, got 65534/],
  [
    'more entries than there may be',
    () => handMadeZip(Array.from({ length: 1001 }, (_, index) => ({ name: `data/t${index}.csv` }))),
    /at most 1000 entries, got 1001/,
  ],
  [
    'fewer entries told than there are',
    () => handMadeZip([GOOD, { name: 'figures.json' }], { entries: 1 }),
    /44 bytes too many behind its files/,
  ],
  ['a part of a zip', () => handMadeZip([GOOD], { disk: 1 }), /in one piece/],
  ['compression', () => among(packed(Buffer.from('{}'))), /"figures\.json" is compressed/],
  ['a bomb', () => among(packed(Buffer.alloc(200_000_000))), /"figures\.json" is compressed/],
  ['encryption', () => figures({ flags: 0x0801 }), /"figures\.json" is encrypted/],
  ['strong encryption', () => figures({ flags: 0x0841 }), /"figures\.json" cannot be read \(strong encryption/],
  [
    'a size behind the content',
    () => figures({ flags: 0x0808, behind: Buffer.alloc(16) }),
    /"figures\.json" tells its size only behind/,
  ],
  ['a name that is not said to be UTF-8', () => figures({ flags: 0 }), /"figures\.json" has other flags/],
  ['a comment on an entry', () => figures({ comment: 'hello' }), /"figures\.json" carries a comment/],
  ['extra fields', () => figures({ extra: Buffer.from('UT\u0001\u0000x') }), /"figures\.json" carries extra fields/],
  [
    'another name in an extra field',
    () => figures({ extra: Buffer.from('up\u0002\u0000ab') }),
    /"figures\.json" carries extra fields/,
  ],
  [
    'a comment on the whole',
    () => handMadeZip([GOOD], { comment: 'hello' }),
    /cut off, or has a comment or other bytes at its end/,
  ],
  [
    'a second zip as the comment',
    () => handMadeZip([GOOD], { behind: handMadeZip([{ name: 'figures.json' }]) }),
    /list of files does not lie right before its end/,
  ],
  [
    'bytes behind the end',
    () => handMadeZip([GOOD], { behind: Buffer.from('\n') }),
    /cut off, or has a comment or other bytes at its end/,
  ],
  [
    'bytes before the beginning',
    () => Buffer.concat([Buffer.from('#!/bin/sh\n'), handMadeZip([GOOD])]),
    /does not begin as a zip/,
  ],
  [
    'bytes between the list and the end',
    () => handMadeZip([GOOD], { between: Buffer.from('hidden') }),
    /list of files does not lie right before its end/,
  ],
  ['a time', () => figures({ time: 1, localTime: 1 }), /byte \d+, in "figures\.json", differs/],
  [
    'entries out of order',
    () => handMadeZip([{ name: 'figures.json' }, GOOD]),
    /byte \d+, in "figures\.json", differs/,
  ],
  ['another maker', () => figures({ madeBy: 20 }), /in the list at the end, differs/],
  ['an empty zip', () => handMadeZip([]), /does not begin as a zip/],
  ['an empty file', () => Buffer.alloc(0), /does not begin as a zip/],
  ['half a zip', () => among({ name: 'figures.json' }).subarray(0, 80), /cut off/],
];

describe('a package with a trick in it', () => {
  it.each(TRICKS)('is refused for %s', async (_trick, make, says) => {
    expect(await refusalOf(make())).toMatch(says);
    expect(await readdir(folder)).toEqual(['came.zip']);
  });

  it('is tried in more than sixty ways, by a writer whose plain zip is a package', async () => {
    expect(TRICKS.length).toBeGreaterThan(60);
    const files = new Map([
      ['areas.geojson', Buffer.from('{}')],
      ['data/a.csv', Buffer.from('x,y\n')],
    ]);
    const own = handMadeZip([...files].map(([name, content]) => ({ name, content })));
    expect(own.equals(await packageBytes(files))).toBe(true);
    expect(await refusalOf(own)).toBe('taken');
  });

  it('is not read at all when it is too large', async () => {
    await writeFile(join(folder, 'large.zip'), '');
    await truncate(join(folder, 'large.zip'), 40_000_000_000);
    await expect(readPackage(join(folder, 'large.zip'))).rejects.toThrow(/at most 50331648 bytes, got 40000000000/);
  });

  it('takes less than 100 MB to refuse, whatever it tells', async () => {
    const zips = TRICKS.map(([, make]) => make());
    const before = process.memoryUsage().rss;
    let peak = before;
    for (const zip of zips) {
      await refusalOf(zip);
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    expect(peak - before).toBeLessThan(100_000_000);
  });

  it('is never anything but an error for random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await refusalOf(Buffer.from(bytes))).toMatch(/InputError/);
      }),
      { numRuns: 100 },
    );
  });
});
