import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Region } from '@marsad/records/region';

const BUILT = fileURLToPath(new URL('../../dist/region/', import.meta.url));

/** The built page of the region beside its figures: path → bytes. */
export const regionSite = (region: Region): Map<string, Uint8Array | string> => {
  const files = new Map<string, Uint8Array | string>();
  for (const entry of readdirSync(BUILT, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(BUILT.length), readFileSync(path));
  }
  files.set('index.html', files.get('region.html') ?? '');
  files.set('region.json', JSON.stringify(region));
  return files;
};
