import { stat } from 'node:fs/promises';
import type { Account } from './account.js';
import { readAccounts } from './accounts-file.js';

/** The accounts as a running server sees them. */
export interface Accounts {
  /** as they are now: an account that was removed or changed a moment ago is so here too */
  current(): Promise<ReadonlyMap<string, Account>>;
}

/** Follows the file of accounts; it is read again when it was written since. */
export const openAccounts = (path: string): Accounts => {
  let read: { stamp: string; accounts: Promise<ReadonlyMap<string, Account>> } | undefined;
  return {
    async current() {
      const found = await stat(path, { bigint: true }).catch(() => undefined);
      const stamp = found ? `${found.ino} ${found.mtimeNs} ${found.size}` : 'none';
      if (read?.stamp !== stamp) {
        const accounts = readAccounts(path);
        read = { stamp, accounts };
        // A file that cannot be read is tried again at the next request.
        accounts.catch(() => {
          read = undefined;
        });
      }
      return read.accounts;
    },
  };
};
