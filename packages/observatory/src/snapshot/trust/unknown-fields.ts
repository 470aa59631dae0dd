import { SNAPSHOT_FILES, snapshotAreas, snapshotFigures, snapshotManifest } from '@marsad/records';
import type { z } from 'zod';

/** Files that programs make: what their format does not name, nobody has checked. */
const MADE: Readonly<Record<string, z.ZodType>> = {
  [SNAPSHOT_FILES.figures]: snapshotFigures,
  [SNAPSHOT_FILES.manifest]: snapshotManifest,
  [SNAPSHOT_FILES.areas]: snapshotAreas,
};
/** More say nothing more. */
const MOST = 10;

const missingIn = (known: unknown, came: unknown, at: string, found: string[]): void => {
  if (typeof came !== 'object' || came === null || found.length >= MOST) return;
  const kept = (typeof known === 'object' && known !== null ? known : {}) as Record<string, unknown>;
  for (const [key, value] of Object.entries(came)) {
    const path = at === '' ? key : `${at}.${key}`;
    if (!Object.hasOwn(kept, key)) found.push(path.slice(0, 80));
    else missingIn(kept[key], value, path, found);
  }
};

/**
 * Fields of a file that its schema passes over. A reader of newer formats does so; whoever hands figures on must not, since a
 * number under an unknown name may be one that the gate hides.
 * @param value of the file; what its schema refuses is `verifySnapshotFiles`' to tell
 */
export const unknownFields = (path: string, value: unknown): string[] => {
  const parsed = MADE[path]?.safeParse(value);
  if (!parsed?.success) return [];
  const found: string[] = [];
  missingIn(parsed.data, value, '', found);
  return found;
};
