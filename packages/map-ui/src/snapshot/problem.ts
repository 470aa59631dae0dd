/** Why a snapshot cannot be shown. The page turns it into a notice in the reader's language. */
export interface SnapshotProblem {
  kind: 'unreachable' | 'not-json' | 'not-a-snapshot' | 'newer' | 'wrong-shape';
  /** the file it was found in, relative to the data folder */
  file: string;
  /** what came, in plain English, for whoever mends it: a status, a format version, a path in the file */
  detail: string;
}

export type Read<T> = { ok: true; value: T } | { ok: false; problem: SnapshotProblem };

/** A `Read` that failed. */
export const failed = (
  kind: SnapshotProblem['kind'],
  file: string,
  detail: string,
): { ok: false; problem: SnapshotProblem } => ({
  ok: false,
  problem: { kind, file, detail },
});
