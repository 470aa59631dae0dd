import type { SnapshotManifest } from '@marsad/records/snapshot';

/** What is known of the files of a snapshot: as they were made, changed since (which ones), or not to be found out here. */
export type FileCheck = { state: 'unchanged' } | { state: 'changed'; files: string[] } | { state: 'cannot-check' };

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Compares what was received with the SHA-256 sums of the manifests. The narrowest manifest itself is not covered: whoever changes it too
 * is found out by `marsad snapshot verify` with the sum that was published elsewhere.
 * @param received texts of the data folder by name
 * @param digest SHA-256; undefined where the browser offers none (pages that came over plain HTTP)
 */
export const checkFiles = async (
  manifest: { files: readonly Pick<SnapshotManifest['files'][number], 'path' | 'sha256'>[] },
  received: ReadonlyMap<string, string>,
  digest: ((bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>) | undefined,
): Promise<FileCheck> => {
  const known = manifest.files.flatMap(({ path, sha256 }) => {
    const text = received.get(path);
    return text === undefined ? [] : [{ path, sha256, text }];
  });
  if (digest === undefined || known.length === 0) return { state: 'cannot-check' };
  try {
    const files: string[] = [];
    for (const { path, sha256, text } of known) {
      if (hexOf(await digest(new TextEncoder().encode(text))) !== sha256) files.push(path);
    }
    return files.length === 0 ? { state: 'unchanged' } : { state: 'changed', files };
  } catch {
    return { state: 'cannot-check' };
  }
};
