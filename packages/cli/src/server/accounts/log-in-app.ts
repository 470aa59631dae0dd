import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Tier } from '@marsad/records';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { ACCOUNT_NAME, type Role, tierOfRole } from './account.js';
import { addressKey } from './address-key.js';
import type { AuditLog } from './audit-log.js';
import { type LogInLimit, openLogInLimit } from './log-in-limit.js';
import { accountPage, LOG_IN_STYLE, LOG_IN_STYLE_PATH, logInPage, refusedPage } from './log-in-pages.js';
import { sayWait, wordsFor } from './log-in-words.js';
import { openTurns } from './one-at-a-time.js';
import type { Accounts } from './open-accounts.js';
import { ownPath } from './own-path.js';
import { nobodysPassword, passwordMatches } from './password.js';
import { openSessions, type Session, TOTAL_END } from './sessions.js';

/** Who asks, and how much that opens. */
export interface Reader {
  account: string;
  role: Role;
  tier: Tier;
  session: Session;
}

export interface LogInOptions {
  accounts: Accounts;
  audit: AuditLog;
  /** the text of the audit log, for administrators */
  readAudit: () => Promise<string>;
  clock: () => Date;
  /** readers come over https: cookies are never sent otherwise */
  https: boolean;
  /** the address a request came from */
  addressOf: (context: Context) => string;
}

export interface LogIn {
  /** log-in, log-out, account and audit pages */
  app: Hono;
  /** who sent this request; undefined without a log-in */
  readerOf(context: Context): Promise<Reader | undefined>;
  /** sends the reader to the log-in, or answers 401 where no page was asked for */
  askToLogIn(context: Context): Response;
}

/** Largest form that is read, in bytes. */
const MOST_BYTES = 8 * 1024;
/** Log-ins that may wait for their turn. */
const MOST_WAITING = 24;
const FORM_COOKIE = 'marsad-form';

const randomId = (): string => randomBytes(32).toString('base64url');
const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Log-in with name and password, sessions by cookie, and pages for them that need no script. */
export const logInApp = (options: LogInOptions): LogIn => {
  const { accounts, audit, clock, https, addressOf } = options;
  const now = (): number => clock().getTime();
  const sessions = openSessions(now, randomId);
  // Names that do not exist are counted apart, so that inventing many cannot push out the count of one that does.
  const limits = { known: openLogInLimit(now), unknown: openLogInLimit(now), address: openLogInLimit(now) };
  const turns = openTurns(MOST_WAITING);
  const nobody = nobodysPassword();
  const secret = randomBytes(32);
  const tokenFor = (purpose: string, bound: string): string =>
    createHmac('sha256', secret).update(`${purpose} ${bound}`).digest('base64url');
  // `__Host-`: set by this host alone, over https alone, for every path (RFC 6265bis).
  const cookieName = https ? '__Host-marsad' : 'marsad';
  const cookie = { path: '/', httpOnly: true, sameSite: 'Strict', secure: https } as const;

  const readerOf = async (context: Context): Promise<Reader | undefined> => {
    const id = getCookie(context, cookieName);
    if (id === undefined) return undefined;
    const current = await accounts.current();
    const session = sessions.find(id, current);
    const account = session && current.get(session.account);
    return session && account && { account: account.name, role: account.role, tier: tierOfRole(account.role), session };
  };
  const wordsOf = (context: Context, asked = context.req.query('lang')) =>
    wordsFor(asked, context.req.header('accept-language'));
  const showLogIn = (
    context: Context,
    next: string,
    lang?: string,
    answer?: { said: string; status: 400 | 401 | 429 | 503 },
  ) => {
    const words = wordsOf(context, lang);
    const form = getCookie(context, FORM_COOKIE) ?? randomId();
    setCookie(context, FORM_COOKIE, form, { ...cookie, maxAge: 3600 });
    const token = tokenFor('log-in', form);
    return context.html(logInPage(words, { token, next, ...(answer && { said: answer.said }) }), answer?.status ?? 200);
  };
  /** How long this name and address have to wait, in milliseconds; counts the try where they need not. */
  const waitOf = (names: LogInLimit, name: string, address: string): number => {
    const wait = limits.address.begin(address);
    if (wait > 0) return wait;
    const named = names.begin(name);
    if (named > 0) limits.address.takeBack(address);
    return named;
  };

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    // Browsers send `Origin: null` with forms of pages that send no referrer at all.
    context.header('Referrer-Policy', 'same-origin');
  });
  app.get(LOG_IN_STYLE_PATH, (context) =>
    context.body(LOG_IN_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.get('/log-in', (context) => showLogIn(context, ownPath(context.req.query('next'))));
  app.post('/log-in', bodyLimit({ maxSize: MOST_BYTES }), async (context) => {
    const form = await context.req.parseBody().catch(() => ({}) as Record<string, unknown>);
    const [next, lang] = [ownPath(textOf(form.next)), textOf(form.lang)];
    const words = wordsOf(context, lang);
    const bound = getCookie(context, FORM_COOKIE);
    if (bound === undefined || !equal(textOf(form.token), tokenFor('log-in', bound))) {
      return showLogIn(context, next, lang, { said: words.stale, status: 400 });
    }
    const name = textOf(form.name).trim().toLowerCase();
    const account = (await accounts.current()).get(name);
    const limit = account ? limits.known : limits.unknown;
    const address = addressKey(addressOf(context));
    const wait = waitOf(limit, name.slice(0, 64), address);
    if (wait > 0) {
      context.header('Retry-After', String(Math.ceil(wait / 1000)));
      return showLogIn(context, next, lang, { said: words.wait(sayWait(words.language, wait)), status: 429 });
    }
    const right = await turns.take(() => passwordMatches(textOf(form.password), account?.password ?? nobody));
    if (right === undefined) return showLogIn(context, next, lang, { said: words.busy, status: 503 });
    if (!right || account === undefined) {
      // A name that is no name may be a password typed into the wrong field.
      const told = ACCOUNT_NAME.test(name) && account ? name : 'unknown';
      await audit.write({ event: 'log-in-refused', account: told });
      return showLogIn(context, next, lang, { said: words.wrong, status: 401 });
    }
    limit.forget(name);
    // Of the address, this try alone: whoever has one account must not be able to go on guessing others.
    limits.address.takeBack(address);
    await audit.write({ event: 'log-in', account: name });
    const old = getCookie(context, cookieName);
    if (old !== undefined) sessions.end(old);
    deleteCookie(context, FORM_COOKIE, cookie);
    setCookie(context, cookieName, sessions.begin(account), { ...cookie, maxAge: TOTAL_END / 1000 });
    return context.redirect(next, 303);
  });
  app.get('/account', async (context) => {
    const reader = await readerOf(context);
    const id = getCookie(context, cookieName);
    if (!reader || id === undefined) return askToLogIn(context);
    const token = tokenFor('log-out', id);
    const back = ownPath(context.req.query('back'));
    return context.html(accountPage(wordsOf(context), { token, name: reader.account, role: reader.role, back }));
  });
  app.post('/log-out', bodyLimit({ maxSize: MOST_BYTES }), async (context) => {
    const reader = await readerOf(context);
    const id = getCookie(context, cookieName);
    const form = await context.req.parseBody().catch(() => ({}) as Record<string, unknown>);
    const lang = wordsOf(context, textOf(form.lang)).language;
    if (reader && id !== undefined) {
      if (!equal(textOf(form.token), tokenFor('log-out', id))) return context.redirect(`/account?lang=${lang}`, 303);
      sessions.end(id);
      await audit.write({ event: 'log-out', account: reader.account });
    }
    deleteCookie(context, cookieName, cookie);
    return context.redirect(`/log-in?lang=${lang}`, 303);
  });
  app.get('/audit.jsonl', async (context) => {
    const reader = await readerOf(context);
    if (!reader) return askToLogIn(context);
    if (reader.role !== 'hub-admin') return context.html(refusedPage(wordsOf(context)), 403);
    await audit.write({ event: 'audit-read', account: reader.account, role: reader.role });
    return context.body(await options.readAudit(), 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  });

  const askToLogIn = (context: Context): Response => {
    context.header('Cache-Control', 'no-store');
    const { pathname, search } = new URL(context.req.url);
    const isPage =
      context.req.header('sec-fetch-mode') === 'navigate' || (context.req.header('accept') ?? '').includes('text/html');
    if (context.req.method !== 'GET' || !isPage) {
      return context.text('log in first', 401);
    }
    const lang = context.req.query('lang');
    return context.redirect(
      `/log-in?${new URLSearchParams({ next: ownPath(`${pathname}${search}`), ...(lang !== undefined && { lang }) })}`,
      303,
    );
  };
  return { app, readerOf, askToLogIn };
};
