import {
  cityProfile,
  PACKAGE_FILES,
  SNAPSHOT_FILES,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
} from '@marsad/records';
import { dataPackageBytes } from './data-package/describe-package.js';
import { listedFiles } from './listed-files.js';

/**
 * The files with the `datapackage.json` that describes them, in place of one that was there.
 * @throws when the files are not those of a snapshot (`verifySnapshotFiles` says what is wrong)
 */
export const withDataPackage = (files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> => {
  const decoder = new TextDecoder();
  const json = (path: string): unknown => JSON.parse(decoder.decode(files.get(path)));
  const described = {
    manifest: snapshotManifest.parse(json(SNAPSHOT_FILES.manifest)),
    areas: snapshotAreas.parse(json(SNAPSHOT_FILES.areas)),
    figures: snapshotFigures.parse(json(SNAPSHOT_FILES.figures)),
    profile: cityProfile.parse(json(PACKAGE_FILES.profile)),
  };
  const listed = new Set(listedFiles(files).map(({ path }) => path));
  return new Map(files).set(PACKAGE_FILES.dataPackage, dataPackageBytes(files, described, listed));
};
