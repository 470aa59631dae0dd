import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePmtiles } from '../../../map-ui/test/browser/make-pmtiles.js';
import { openBasemap } from '../../src/basemap/open-basemap.js';

const CITY = [10.001, 33.002, 10.199, 33.1] as const;
let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'marsad-basemap-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const written = (bytes: Uint8Array): string => {
  const path = join(work, 'city.pmtiles');
  writeFileSync(path, bytes);
  return path;
};

describe('openBasemap', () => {
  it('tells a name after the content, and the credit as plain text', async () => {
    const path = written(makePmtiles());
    expect(await openBasemap(path, CITY)).toEqual({
      source: path,
      bytes: makePmtiles().length,
      path: expect.stringMatching(/^basemap\/[0-9a-f]{12}\.pmtiles$/),
      credit: '© Cartographers & Sons',
    });
    const other = await openBasemap(written(makePmtiles({ attribution: 'others' })), CITY);
    expect(other.path).not.toBe((await openBasemap(written(makePmtiles()), CITY)).path);
  });

  const broken = makePmtiles();
  broken[133] = 0;
  it.each([
    ['is another kind of file', new TextEncoder().encode('PK'.repeat(100)), 'a PMTiles file of version 3'],
    ['is empty', new Uint8Array(0), 'a PMTiles file of version 3'],
    ['is cut short', makePmtiles().subarray(0, -1), 'the file is cut short'],
    ['holds pictures', makePmtiles({ tileType: 2 }), 'tiles of the type PNG'],
    ['is packed as browsers do not unpack', makePmtiles({ tileCompression: 4 }), 'the compression zstd'],
    ['has damaged metadata', broken, 'damaged'],
    ['has other layers', makePmtiles({ layers: ['waterway', 'place'] }), 'got waterway, place'],
    ['ends within the city', makePmtiles({ bounds: [10, 33, 10.1, 34] }), 'one of 10.0000,33.0000,10.1000,34.0000'],
  ])('refuses a file that %s, and says how one is made', async (_, bytes, message) => {
    await expect(openBasemap(written(bytes), CITY)).rejects.toMatchObject({
      code: 'basemap',
      message: expect.stringContaining(message),
      remedy: expect.stringContaining('--bbox=10,33,10.2,33.1`'),
    });
  });

  it('refuses what is not there, and a folder', async () => {
    await expect(openBasemap(join(work, 'none'), CITY)).rejects.toMatchObject({ code: 'basemap' });
    await expect(openBasemap(work, CITY)).rejects.toMatchObject({ code: 'basemap' });
  });
});
