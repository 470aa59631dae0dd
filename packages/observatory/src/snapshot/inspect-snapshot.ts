import { stat } from 'node:fs/promises';
import {
  InputError,
  type Names,
  SNAPSHOT_FILES,
  type SnapshotManifest,
  sha256,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
  type Tier,
} from '@marsad/records';
import { openSnapshotFiles } from './open-snapshot-files.js';
import { parseFile } from './parse-file.js';
import { signedVersion } from './trust/signed-version.js';
import { tierOf, tierOfFiles } from './trust/tier-of-files.js';
import { type Verification, verifySnapshotFiles } from './verify-snapshot.js';

/** What a snapshot is. */
export interface Inspection extends Verification {
  form: 'folder' | 'package';
  /** SHA-256 of manifest.json */
  sha256: string;
  format: string;
  /** the narrowest tier whose files are here */
  tier: Tier;
  /** of the city's statement; null where nothing is signed */
  version: number | null;
  city: { id: string; names: Names; fictional: boolean };
  weeks: SnapshotManifest['weeks'];
  languages: string[];
  model: SnapshotManifest['model'];
  areas: number;
  /** blocks of the city and its neighbourhoods */
  blocks: { shown: number; suppressed: number };
  sources: number;
  /** rounded to tens */
  posts: number;
  files: { path: string; tier: Tier; bytes: number }[];
}

/**
 * Looks into a snapshot, folder or package, also into one that is not whole: `problems` says what is wrong.
 * @throws InputError when there is none, or its manifest cannot be read
 */
export const inspectSnapshot = async (path: string): Promise<Inspection> => {
  const files = await openSnapshotFiles(path);
  const bytes = files.get(SNAPSHOT_FILES.manifest);
  const unreadable: string[] = [];
  const manifest = bytes && parseFile(snapshotManifest, SNAPSHOT_FILES.manifest, bytes, unreadable);
  if (!bytes || !manifest)
    throw new InputError(
      'no-snapshot',
      `${path}: expected a snapshot, but ${unreadable[0] ?? `it holds no ${SNAPSHOT_FILES.manifest}`}`,
    );
  const read = <T>(file: string, schema: Parameters<typeof parseFile<T>>[0]): T | undefined => {
    const content = files.get(file);
    return content && parseFile(schema, file, content, []);
  };
  const blocks = read(SNAPSHOT_FILES.figures, snapshotFigures)?.blocks ?? [];
  const shown = blocks.filter(({ status }) => status === 'shown').length;
  const { city, weeks, model, sources, counts, format } = manifest;
  return {
    ...verifySnapshotFiles(files),
    form: (await stat(path)).isDirectory() ? 'folder' : 'package',
    sha256: sha256(bytes),
    format: format.version,
    tier: tierOfFiles(files),
    version: signedVersion(files),
    city: { id: city.id, names: city.names, fictional: city.fictional },
    weeks,
    languages: city.languages,
    model,
    areas: read(SNAPSHOT_FILES.areas, snapshotAreas)?.features.length ?? 0,
    blocks: { shown, suppressed: blocks.length - shown },
    sources: sources.length,
    posts: counts.posts,
    files: [...files].map(([file, { length }]) => ({ path: file, tier: tierOf(file), bytes: length })),
  };
};
