import { type SnapshotManifest, sha256 } from '@marsad/records';

/** What a manifest says of files: path, size and SHA-256, sorted by path. */
export const fileEntries = (files: ReadonlyMap<string, Uint8Array>): SnapshotManifest['files'] =>
  [...files]
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
