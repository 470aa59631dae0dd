import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@marsad/records';
import { filesUnder } from './files-under.js';

const built = async (page: string): Promise<Map<string, Uint8Array>> => {
  const folder = dirname(fileURLToPath(import.meta.resolve('@marsad/map-ui/package.json')));
  try {
    return await filesUnder(join(folder, 'dist', page));
  } catch (cause) {
    throw new InputError('viewer-not-built', 'expected the built viewer, but it is not there', {
      cause,
      remedy: 'Run `npx --yes pnpm@12 build`.',
    });
  }
};

/**
 * The built page of a city: path → bytes.
 * @throws InputError when it is not built
 */
export const viewerFiles = (): Promise<Map<string, Uint8Array>> => built('viewer');

/** Name of the region's page in what `regionViewerFiles` gives. */
export const REGION_PAGE = 'region.html';

/**
 * The built page of a region: path → bytes.
 * @throws InputError when it is not built
 */
export const regionViewerFiles = (): Promise<Map<string, Uint8Array>> => built('region');
