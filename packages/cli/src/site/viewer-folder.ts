import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the built viewer. */
export const viewerFolder = (): string =>
  join(dirname(fileURLToPath(import.meta.resolve('@marsad/map-ui/package.json'))), 'dist', 'viewer');
