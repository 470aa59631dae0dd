import { SNAPSHOT_FILES, sha256 } from '@marsad/records';

/** The file that guards the manifest itself, readable by `sha256sum --check`. */
export const MANIFEST_SUM = `${SNAPSHOT_FILES.manifest}.sha256`;

/** The one text that file may hold for a manifest. */
export const manifestSum = (manifest: Uint8Array): string => `${sha256(manifest)}  ${SNAPSHOT_FILES.manifest}\n`;
