import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTEXT_FILES, SNAPSHOT_FILES } from '@marsad/records/snapshot';
import type { LoadedSnapshot } from '../../src/snapshot/load.js';

const VIEWER = fileURLToPath(new URL('../../dist/viewer/', import.meta.url));

let built: ReadonlyMap<string, Uint8Array> | undefined;

/** The built viewer, path → bytes; read once, so that all tests of a file see one build. */
const viewerFiles = (): ReadonlyMap<string, Uint8Array> => {
  built ??= new Map(
    readdirSync(VIEWER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(VIEWER.length), readFileSync(path)];
      }),
  );
  return built;
};

/** The built viewer beside a snapshot; `changes` replaces files of the data folder by their text. */
export const siteOf = (
  { manifest, areas, blocks }: Pick<LoadedSnapshot, 'manifest' | 'areas' | 'blocks'>,
  changes: Readonly<Record<string, string>> = {},
): Map<string, Uint8Array | string> => {
  const files = new Map<string, Uint8Array | string>(viewerFiles());
  const texts: Record<string, string> = {
    [SNAPSHOT_FILES.areas]: JSON.stringify({ type: 'FeatureCollection', features: areas }),
    [SNAPSHOT_FILES.figures]: JSON.stringify({ blocks }),
    ...changes,
  };
  const listed = [
    SNAPSHOT_FILES.areas,
    SNAPSHOT_FILES.figures,
    ...(CONTEXT_FILES.public in texts ? [CONTEXT_FILES.public] : []),
  ];
  const sums = listed.map((path) => {
    const bytes = Buffer.from(texts[path] ?? '');
    return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  files.set(`data/${SNAPSHOT_FILES.manifest}`, JSON.stringify({ ...manifest, files: sums }));
  files.set(`data/${SNAPSHOT_FILES.areas}`, texts[SNAPSHOT_FILES.areas] ?? '');
  files.set(`data/${SNAPSHOT_FILES.figures}`, texts[SNAPSHOT_FILES.figures] ?? '');
  for (const [name, text] of Object.entries(changes)) files.set(`data/${name}`, text);
  return files;
};
