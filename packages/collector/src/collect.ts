import { MarsadError } from '@marsad/records';
import type { CollectEffects, CollectLedger } from './ports.js';
import type { CollectReport } from './report.js';
import type { Source } from './sources/all.js';

export interface CollectOptions {
  ledger: CollectLedger;
  effects: CollectEffects;
  /** names the project and a contact address; sent with every request and matched against robots.txt */
  userAgent: string;
  /** hosts (`name`, `name:port` or address) that may lie in private networks */
  allowPrivateHosts: readonly string[];
  /** ids of the sources to collect; all when absent */
  only?: readonly string[];
  /** documents per source in this run */
  limit?: number;
  /** only says what would be asked for */
  dryRun?: boolean;
  signal?: AbortSignal;
}

/** Fetches the sources and offers their posts to the ledger. */
export const collect = async (_sources: readonly Source[], _options: CollectOptions): Promise<CollectReport> => {
  throw new MarsadError('collect', 'collect is not written yet');
};
