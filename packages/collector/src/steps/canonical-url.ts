import { authorHash } from '@marsad/records';
import { redactAddress } from '../redact/redact-address.js';
import type { Step } from './draft.js';

const MAXIMUM_LENGTH = 2048;
const TRACKER =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|wbraid|gbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_ga|_gl|_hsenc|_hsmi|hsctatracking|vero_(?:id|conv)|oly_(?:anon|enc)_id|s_kwcid|ref_src|ref_url|at_(?:medium|campaign|custom\d*)|xtor|cmpid|wt_mc|wt_zmc|spm|scid|share_source|phpsessid|jsessionid|aspsessionid.*|sessionid|sid)$/;

const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sid)=[^/;]*/gi;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** The other parameters keep their bytes and their order: servers tell apart what a new serialisation would not. */
const withoutTrackers = (search: string): string => {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !TRACKER.test(decoded(part.split('=', 1)[0] ?? '').toLowerCase()));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
};

/**
 * One spelling per page: WHATWG form, no fragment, no user info, no trackers, no session ids, no dot after the host.
 * @param url absolute address, or relative to `base`
 * @returns undefined for anything but http and https, and for addresses over 2,048 characters
 */
export const canonicalUrl = (url: string, base?: string): string | undefined => {
  if (url.length > 4 * MAXIMUM_LENGTH || !URL.canParse(url, base)) return undefined;
  const parsed = new URL(url, base);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  // Whatever is set is parsed again, and most addresses need nothing of it.
  if (parsed.href.includes('#')) parsed.hash = '';
  if (parsed.username !== '') parsed.username = '';
  if (parsed.password !== '') parsed.password = '';
  const hostname = parsed.hostname.replace(/\.+$/, '');
  if (hostname === '') return undefined;
  if (hostname !== parsed.hostname) parsed.hostname = hostname;
  if (parsed.pathname.includes(';')) parsed.pathname = parsed.pathname.replace(SESSION_IN_PATH, '');
  if (parsed.href.includes('?')) parsed.search = withoutTrackers(parsed.search);
  return parsed.href.length > MAXIMUM_LENGTH ? undefined : parsed.href;
};

const withFragment = (url: string): string | undefined => {
  const mark = url.indexOf('#');
  const page = canonicalUrl(mark < 0 ? url : url.slice(0, mark));
  return page === undefined || mark < 0 || mark === url.length - 1 ? page : page + url.slice(mark);
};

/**
 * Step: the address in its canonical form and without names and numbers of people. A locator that named somebody gets a keyed hash
 * of itself, so that it stays unique without the name.
 */
export const canonicaliseUrl: Step = (draft, context) => {
  const { url, ...rest } = draft;
  const canonical = url === undefined ? undefined : withFragment(url);
  const hidden = redactAddress(draft.locator);
  const locator =
    hidden === draft.locator
      ? hidden
      : `${hidden}~${authorHash(context.authorKey, draft.sourceId, draft.locator).slice(0, 16)}`;
  return { ...rest, locator, ...(canonical === undefined ? {} : { url: new URL(redactAddress(canonical)).href }) };
};
