import { describe, expect, it } from 'vitest';
import { waczItems } from '../../src/import/wacz-items.js';
import { contextOf, sorted } from './support/context.js';
import { memoryZip } from './support/memory-zip.js';
import { packedWarc, pageOf, pageRecord, warcRecord } from './support/write-warc.js';
import { type WrittenEntry, zipOf } from './support/write-zip.js';

const story = 'The harbour school opens its doors on Sunday, the council said to the people of the quarter.';
const warcOf = (...numbers: number[]): Buffer =>
  packedWarc([
    warcRecord({ type: 'warcinfo', block: 'x' }),
    ...numbers.map((n) => pageRecord(`http://a.test/${n}`, pageOf(`Page ${n}`, `${story} ${n}`))),
  ]);
const wacz = (...archives: WrittenEntry[]): WrittenEntry[] => [
  { name: 'datapackage.json', data: '{"profile":"data-package"}', deflate: true },
  { name: 'pages/pages.jsonl', data: '{"format":"json-pages-1.0"}\n', deflate: true },
  { name: 'indexes/index.cdx.gz', data: 'x' },
  ...archives,
];
const read = (entries: WrittenEntry[]) => sorted(waczItems(memoryZip(zipOf(entries), 500), contextOf('a.wacz')));

describe('waczItems', () => {
  it('reads the pages of all archives in it, in the order of their names', async () => {
    const { texts, left, error } = await read(
      wacz(
        { name: 'archive/b.warc.gz', data: warcOf(3, 4) },
        { name: 'archive/a.warc.gz', data: warcOf(1, 2), deflate: true },
        { name: 'archive/c.warc', data: pageRecord('http://a.test/5', pageOf('Page 5', story)), deflate: true },
      ),
    );
    expect(error).toBeUndefined();
    expect(texts.map(({ locator }) => locator)).toEqual([1, 2, 3, 4, 5].map((n) => `http://a.test/${n}`));
    expect(texts[0]).toMatchObject({ title: 'Page 1', text: expect.stringContaining(`${story} 1`) });
    expect(left).toEqual({ 'warc-warcinfo': 2 });
  });

  it('reads on behind an archive that breaks off, and says so', async () => {
    const broken = warcOf(1, 2);
    const { texts, error } = await read(
      wacz(
        { name: 'archive/a.warc.gz', data: broken.subarray(0, broken.length - 40) },
        { name: 'archive/b.warc.gz', data: warcOf(3) },
      ),
    );
    expect(texts.map(({ locator }) => locator)).toEqual(['http://a.test/1', 'http://a.test/3']);
    expect(error).toMatchObject({ code: 'cut-off', message: expect.stringContaining('archive/a.warc.gz') });
  });

  it('reads nothing of an archive whose directory misleads', async () => {
    const { texts, error } = await read(
      wacz({ name: 'archive/a.warc.gz', data: warcOf(1) }, { name: '../x', data: '' }),
    );
    expect(texts).toEqual([]);
    expect(error).toMatchObject({ code: 'unsafe-zip', message: expect.stringContaining('"../x"') });
  });

  it('says when no web archive is in it', async () => {
    expect(await read(wacz())).toMatchObject({ texts: [], error: { code: 'bad-wacz' } });
  });
});
