import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePmtiles } from '../../../map-ui/test/browser/make-pmtiles.js';
import { readPmtilesHeader } from '../../src/basemap/pmtiles-header.js';

describe('readPmtilesHeader', () => {
  it('tells type, compression, zooms and bounds of a file of version 3', () => {
    expect(readPmtilesHeader(makePmtiles({ bounds: [9.5, 33.25, 10.5, 34] }))).toMatchObject({
      rootDirectory: { offset: 127, length: 5 },
      internalCompression: 1,
      tileCompression: 1,
      tileType: 1,
      minZoom: 0,
      maxZoom: 0,
      bounds: [9.5, 33.25, 10.5, 34].map((degrees) => expect.closeTo(degrees, 6)),
    });
  });

  it('is undefined for another version, another kind of file, and too few bytes', () => {
    const older = makePmtiles();
    older[7] = 2;
    expect(readPmtilesHeader(older)).toBeUndefined();
    expect(readPmtilesHeader(makePmtiles().subarray(0, 126))).toBeUndefined();
    expect(readPmtilesHeader(new Uint8Array(500))).toBeUndefined();
  });

  it('never throws, whatever follows the first eight bytes', () => {
    const start = makePmtiles().subarray(0, 8);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        const header = readPmtilesHeader(new Uint8Array([...start, ...rest]));
        expect(header === undefined).toBe(rest.length < 119);
      }),
    );
  });
});
