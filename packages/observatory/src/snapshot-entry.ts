/** What those need who only read and check snapshots, without the parts that make them (and their geometry library). */
export { openSnapshotFiles } from './snapshot/open-snapshot-files.js';
export { packageBytes } from './snapshot/package/write-package.js';
export { readSnapshot, readSnapshotFiles, type Snapshot, snapshotHash } from './snapshot/read-snapshot.js';
export { envelopeBytes, hashOfSigned, signed } from './snapshot/trust/envelope.js';
export { nextHop } from './snapshot/trust/hops.js';
export { cityOfPackage, judgePackage } from './snapshot/trust/judge-package.js';
export type { HopSeen, Judgement, Verdict } from './snapshot/trust/judgement.js';
export { type KeyPair, keyPairFrom, type PublicKey } from './snapshot/trust/key-pair.js';
export type { Refusal, RefusalCode } from './snapshot/trust/refusal.js';
export { firstRemembered, type Remembered, remembered } from './snapshot/trust/remembered.js';
export { type Verification, verifySnapshot, verifySnapshotFiles } from './snapshot/verify-snapshot.js';
