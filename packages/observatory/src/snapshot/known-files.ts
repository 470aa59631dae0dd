import { CONTEXT_FILES, PACKAGE_FILES, SNAPSHOT_FILES } from '@marsad/records';

/** Folder of the lexicon files of the city's own. */
export const LEXICONS = 'restricted/lexicons/';

/** Files that people wrote or the store tells, which no reader can make anew. */
const WRITTEN: ReadonlySet<string> = new Set([
  SNAPSHOT_FILES.areas,
  SNAPSHOT_FILES.figures,
  PACKAGE_FILES.profile,
  PACKAGE_FILES.modelCard,
  PACKAGE_FILES.reviewSample,
  ...Object.values(CONTEXT_FILES),
]);

/**
 * Whether a manifest of this format may list such a file (derived ones aside): a maker cannot hang a file of its own on a
 * snapshot, whatever its hash.
 */
export const isKnownFile = (path: string): boolean =>
  WRITTEN.has(path) || /^restricted\/lexicons\/[A-Za-z0-9][\w-]*\.json$/.test(path);
