import { readFile } from 'node:fs/promises';
import { getConnInfo } from '@hono/node-server/conninfo';
import { InputError } from '@marsad/records';
import type { Context } from 'hono';
import { accountsPath, readAccounts } from './accounts/accounts-file.js';
import { auditPath, openAuditLog } from './accounts/audit-log.js';
import { logInApp } from './accounts/log-in-app.js';
import { openAccounts } from './accounts/open-accounts.js';
import { isLoopback, type PublicOrigin, readOrigin, requestPolicy } from './request-origin.js';
import type { SiteOptions } from './site-app.js';

/** Where a server listens and how readers reach it. */
export interface ServeAt {
  host: string;
  port: number;
  /** `--origin`, such as `https://hub.example.org`; undefined: this machine only */
  origin?: string | undefined;
}

/**
 * Refuses to listen where others could reach the server without a log-in.
 * @param accounts how many there are
 * @throws InputError naming what is missing
 */
const checkBinding = ({ host, origin }: Pick<ServeAt, 'host' | 'origin'>, accounts: number): void => {
  const isOpen = !isLoopback(host);
  if (accounts === 0 && (isOpen || origin !== undefined)) {
    throw new InputError(
      'host-without-accounts',
      `${isOpen ? `--host ${host}` : '--origin'}: others could reach this server, and there are no accounts to log in with`,
      { remedy: 'Add one with `marsad user add NAME --role viewer|analyst|reviewer|hub-admin` first.' },
    );
  }
  if (isOpen && origin === undefined) {
    throw new InputError('host-without-origin', `--host ${host}: expected --origin, the address that readers type`, {
      remedy: 'Name it, such as --origin https://hub.example.org; requests under other names are refused.',
    });
  }
};

/**
 * The address a request came from. A proxy on this machine is believed about whom it forwards: its own entry, the last.
 */
const addressOf =
  (at: PublicOrigin | undefined) =>
  (context: Context): string => {
    const remote = getConnInfo(context).remote.address ?? 'unknown';
    const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    const throughProxy = at !== undefined && forwarded !== undefined && isLoopback(remote.replace(/^::ffff:/, ''));
    return throughProxy ? forwarded : remote;
  };

/**
 * Who may ask a server for what: with accounts in the folder everybody logs in; without any, this machine alone reads what
 * is public.
 * @param folder the city's or hub's; undefined where there is none, so no accounts either
 */
export const openAccess = async (
  at: ServeAt,
  folder: string | undefined,
  clock: () => Date,
): Promise<Omit<SiteOptions, 'filesFor'>> => {
  const origin = at.origin === undefined ? undefined : readOrigin(at.origin);
  const path = folder === undefined ? undefined : accountsPath(folder);
  const count = path === undefined ? 0 : (await readAccounts(path)).size;
  checkBinding(at, count);
  const access = { requests: requestPolicy(origin), https: origin?.https ?? false };
  if (folder === undefined || path === undefined || count === 0) return access;
  const audit = openAuditLog(auditPath(folder), clock);
  const logIn = logInApp({
    accounts: openAccounts(path),
    audit,
    readAudit: () => readFile(auditPath(folder), 'utf8'),
    clock,
    https: access.https,
    addressOf: addressOf(origin),
  });
  return { ...access, members: { logIn, audit } };
};
