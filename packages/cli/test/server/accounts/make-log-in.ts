import type { Account, Role } from '../../../src/server/accounts/account.js';
import type { AuditEntry } from '../../../src/server/accounts/audit-log.js';
import { logInApp } from '../../../src/server/accounts/log-in-app.js';
import { keepPassword } from '../../../src/server/accounts/password.js';
import type { ListedFile } from '../../../src/server/listed-files.js';
import { readOrigin, requestPolicy } from '../../../src/server/request-origin.js';
import { siteApp } from '../../../src/server/site-app.js';
import { listedText } from '../listed.js';

export const ORIGIN = 'https://hub.example.org';
export const PASSWORD = 'four words of no kin';

const opening = (tier: 'public' | 'partner' | 'restricted') =>
  ({ event: 'opened', tier, city: 'al-manar', version: '3' }) as const;
const PUBLIC: [string, ListedFile][] = [
  ['/index.html', listedText('page')],
  ['/data/manifest.json', listedText('public', 'application/json', opening('public'))],
];
const PARTNER: [string, ListedFile][] = [
  ['/data/partner/narratives.json', listedText('partner', 'application/json', opening('partner'))],
];
const RESTRICTED: [string, ListedFile][] = [
  ['/data/restricted/notes.json', listedText('restricted', 'application/json', opening('restricted'))],
];
const SITES = {
  public: new Map(PUBLIC),
  partner: new Map([...PUBLIC, ...PARTNER]),
  restricted: new Map([...PUBLIC, ...PARTNER, ...RESTRICTED]),
};

/** A server with one account a role, each with the same password, a clock by hand and a browser that keeps cookies. */
export const makeLogIn = async () => {
  const password = await keepPassword(PASSWORD);
  const accounts = new Map<string, Account>(
    (['viewer', 'analyst', 'reviewer', 'hub-admin'] satisfies Role[]).map((role) => [
      role,
      { name: role, role, password, since: '2026-01-01T00:00:00.000Z' },
    ]),
  );
  const written: AuditEntry[] = [];
  let now = Date.UTC(2026, 0, 1);
  let address = '192.0.2.1';
  let disk: Promise<void> = Promise.resolve();
  const audit = {
    write: async (entry: AuditEntry) => {
      written.push(entry);
      await disk;
    },
  };
  const logIn = logInApp({
    accounts: { current: async () => accounts },
    audit,
    readAudit: async () => 'the log',
    clock: () => new Date(now),
    https: true,
    addressOf: () => address,
  });
  const app = siteApp({
    filesFor: async (tier) => SITES[tier],
    requests: requestPolicy(readOrigin(ORIGIN)),
    https: true,
    members: { logIn, audit },
  });
  const browser = () => {
    const cookies = new Map<string, string>();
    const ask = async (path: string, init: RequestInit = {}) => {
      const headers: Record<string, string> = {
        host: 'hub.example.org',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.method === 'POST' && { origin: ORIGIN }),
        ...(init.headers as Record<string, string> | undefined),
      };
      const answer = await app.request(`${ORIGIN}${path}`, { ...init, headers });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '' || /Max-Age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    };
    const tokenOf = async (path: string): Promise<string> =>
      /name="token" value="([^"]+)"/.exec(await (await ask(path)).text())?.[1] ?? '';
    return {
      cookies,
      ask,
      tokenOf,
      post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
        ask(path, { method: 'POST', body: new URLSearchParams(form), headers }),
      async logIn(name: string, typed = PASSWORD, more: Record<string, string> = {}) {
        const token = await tokenOf('/log-in');
        return this.post('/log-in', { token, name, password: typed, ...more });
      },
    };
  };
  return {
    accounts,
    written,
    browser,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** from now on every line of the audit log waits for this */
    writeWhen: (written: Promise<void>) => {
      disk = written;
    },
    from: (other: string) => {
      address = other;
    },
  };
};
