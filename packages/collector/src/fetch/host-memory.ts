import type { CollectLedger } from '../ports.js';

/** What one run leaves the next about hosts: their rules, when they were asked last, and until when they asked for peace. */
export interface HostMemory {
  recall(key: string): Promise<string | null>;
  keep(key: string, value: string): Promise<void>;
}

/** Notes on hosts belong to no source: several may ask the same host. No source can be called so. */
const OWNER = '(hosts)';

export const ledgerMemory = (ledger: Pick<CollectLedger, 'recallNote' | 'keepNote'>): HostMemory => ({
  recall: (key) => ledger.recallNote(OWNER, key),
  keep: (key, value) => ledger.keepNote(OWNER, key, value),
});

/** Recalls but keeps nothing: a dry run leaves no trace. */
export const withoutTrace = ({ recall }: HostMemory): HostMemory => ({ recall, keep: async () => {} });
