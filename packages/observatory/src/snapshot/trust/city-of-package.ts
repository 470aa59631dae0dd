import { KEY_FILES, SIGNATURE_FILE } from './trust-files.js';

/** The city that a package says it is of, before anything of it is believed: what to look up in the ledger. */
export const cityOfPackage = (files: ReadonlyMap<string, Uint8Array>): string | undefined => {
  const path = files.has(SIGNATURE_FILE) ? SIGNATURE_FILE : KEY_FILES.path(1);
  const bytes = files.get(path);
  if (!bytes) return undefined;
  try {
    const { signed } = JSON.parse(new TextDecoder().decode(bytes)) as { signed?: { city?: unknown; owner?: unknown } };
    const city = signed?.city ?? signed?.owner;
    return typeof city === 'string' ? city : undefined;
  } catch {
    return undefined;
  }
};
