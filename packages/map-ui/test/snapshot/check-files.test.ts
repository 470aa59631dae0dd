import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/snapshot/check-files.js';

const digest = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes);
/** SHA-256 of `abc` (FIPS 180-2, appendix B.1). */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const manifest = {
  files: [
    { path: 'areas.geojson', bytes: 3, sha256: ABC },
    { path: 'figures.json', bytes: 3, sha256: ABC },
  ],
};

describe('checkFiles', () => {
  it('finds files as they were made, and names the one in which a letter was changed', async () => {
    const received = new Map([
      ['areas.geojson', 'abc'],
      ['figures.json', 'abc'],
    ]);
    expect(await checkFiles(manifest, received, digest)).toEqual({ state: 'unchanged' });
    received.set('figures.json', 'abd');
    expect(await checkFiles(manifest, received, digest)).toEqual({ state: 'changed', files: ['figures.json'] });
  });

  it('says that it cannot tell where the browser has no digest, the digest fails or the manifest has no sums', async () => {
    const received = new Map([['figures.json', 'abd']]);
    const cannot = { state: 'cannot-check' };
    expect(await checkFiles(manifest, received, undefined)).toEqual(cannot);
    expect(await checkFiles(manifest, received, () => Promise.reject(new Error('no')))).toEqual(cannot);
    expect(await checkFiles({ files: [] }, received, digest)).toEqual(cannot);
  });
});
