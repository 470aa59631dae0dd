import { createHash } from 'node:crypto';
import type { Account } from './account.js';

/** A session ends this long after its last request, in milliseconds. */
const IDLE_END = 30 * 60_000;
/** … and this long after the log-in, whatever happens in between. */
export const TOTAL_END = 12 * 3_600_000;
/** Sessions of all accounts together; the one used longest ago makes room. */
const MOST_SESSIONS = 10_000;

export interface Session {
  account: string;
  begun: number;
  used: number;
  /** what is written into the audit log in this session, or is being written */
  told: Map<string, Promise<void>>;
  /** the account's password and role at log-in: a change of either ends the session */
  standing: string;
}

export interface Sessions {
  /** begins a session and returns its id, which is kept nowhere: only its hash is */
  begin(account: Account): string;
  /** the session with this id while it lasts and its account stands unchanged */
  find(id: string, accounts: ReadonlyMap<string, Account>): Session | undefined;
  end(id: string): void;
}

const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url');
const standingOf = ({ role, password }: Account): string => `${role} ${password.hash}`;

/**
 * Sessions in memory: all end with the server.
 * @param clock now, in milliseconds
 * @param randomId 256 random bits as text
 */
export const openSessions = (clock: () => number, randomId: () => string): Sessions => {
  const byKey = new Map<string, Session>();
  return {
    begin(account) {
      const id = randomId();
      const oldest = byKey.keys().next();
      if (byKey.size >= MOST_SESSIONS && !oldest.done) byKey.delete(oldest.value);
      const now = clock();
      byKey.set(keyOf(id), {
        account: account.name,
        begun: now,
        used: now,
        told: new Map(),
        standing: standingOf(account),
      });
      return id;
    },
    find(id, accounts) {
      const key = keyOf(id);
      const session = byKey.get(key);
      if (session === undefined) return undefined;
      byKey.delete(key);
      const now = clock();
      const account = accounts.get(session.account);
      const over = now - session.used > IDLE_END || now - session.begun > TOTAL_END;
      if (over || account === undefined || standingOf(account) !== session.standing) return undefined;
      session.used = now;
      // Set anew, so that the map's order is that of the last use.
      byKey.set(key, session);
      return session;
    },
    end: (id) => {
      byKey.delete(keyOf(id));
    },
  };
};
