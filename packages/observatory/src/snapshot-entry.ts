/** What those need who only read and check snapshots, without the parts that make them (and their geometry library). */
export { readSnapshot, type Snapshot, snapshotHash } from './snapshot/read-snapshot.js';
export { type Verification, verifySnapshot } from './snapshot/verify-snapshot.js';
