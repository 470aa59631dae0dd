import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@marsad/records';
import { filesUnder } from '../server/listed-files.js';

/** The page of the region, beside the page of a city in the built viewer. */
export const REGION_PAGE = 'region.html';

const folder = (): string =>
  join(dirname(fileURLToPath(import.meta.resolve('@marsad/map-ui/package.json'))), 'dist', 'viewer');

/**
 * The built viewer: path → bytes.
 * @throws InputError when it is not built
 */
export const viewerFiles = (): Promise<Map<string, Uint8Array>> =>
  filesUnder(folder()).catch((cause: unknown) => {
    throw new InputError('viewer-not-built', 'expected the built viewer, but it is not there', {
      cause,
      remedy: 'Run `npx --yes pnpm@12 build`.',
    });
  });
