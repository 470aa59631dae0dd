/** What those need who only read and check snapshots, without the parts that make them (and their geometry library). */
export { openSnapshotFiles } from './snapshot/open-snapshot-files.js';
export { packageBytes } from './snapshot/package/write-package.js';
export { readSnapshot, readSnapshotFiles, type Snapshot, snapshotHash } from './snapshot/read-snapshot.js';
export { type Verification, verifySnapshot, verifySnapshotFiles } from './snapshot/verify-snapshot.js';
