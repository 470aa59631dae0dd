import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tier } from '@marsad/records';
import type { Role } from './account.js';

/** Who opened what, in the city's or hub's folder. */
export const auditPath = (folder: string): string => join(folder, 'audit.jsonl');

/** One line of the audit log: who, when, what tier of which city and version. Never what it said. */
export type AuditEntry =
  | { event: 'log-in' | 'log-in-refused' | 'log-out'; account: string }
  | { event: 'opened' | 'downloaded'; account: string; role: Role; tier: Tier; city: string; version: string }
  | { event: 'audit-read'; account: string; role: Role };

export interface AuditLog {
  /** resolves when the line is written; rejects when it cannot be: what is not written down is not opened */
  write(entry: AuditEntry): Promise<void>;
}

/** Appends JSON Lines to a file that its owner alone may read; what was written is never changed. */
export const openAuditLog = (path: string, clock: () => Date): AuditLog => ({
  // Lines of this length are appended in one piece, whoever else appends.
  write: (entry) =>
    appendFile(path, `${JSON.stringify({ time: clock().toISOString(), ...entry })}\n`, { mode: 0o600, flush: true }),
});
