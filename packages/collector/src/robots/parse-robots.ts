import { normalEscapes, openQuery } from './percent-encoding.js';

/** One `allow` or `disallow` line. */
export interface RobotsRule {
  allow: boolean;
  /** the pattern in normal escapes, split at its wildcards */
  pieces: readonly string[];
  /** the pattern ends with `$`: nothing may follow */
  anchored: boolean;
  /** octets of the pattern: the longest match decides */
  length: number;
  /** the same where the query of the pattern can be written otherwise (`openQuery`) */
  openQuery?: { pieces: readonly string[] };
}

/** The lines that hold for some crawlers. Groups for the same crawler are merged. */
export interface RobotsGroup {
  rules: RobotsRule[];
  /** seconds, where a Crawl-delay is given */
  crawlDelay?: number;
}

export interface Robots {
  /** by product token in lower case; `*` for everybody else */
  groups: ReadonlyMap<string, RobotsGroup>;
  sitemaps: readonly string[];
}

/** RFC 9309 §2.5 asks for at least 500 KiB; what comes after this many characters is not read. */
const MAXIMUM_CHARACTERS = 2 ** 20;

/** Whole, in part, or read as Latin-1. */
const BYTE_ORDER_MARK = /^(?:\uFEFF|\uFFFD|ï»¿|ï»|ï)/;

/** Eight times the longest address browsers took; what stands after it in a line is not read (as in Google's matcher). */
const MAXIMUM_LINE_OCTETS = 2083 * 8 - 1;

/**
 * The name a crawler is addressed by: `Marsad` of `Marsad/0.1 (+https://…)`, `FooBot` of `Mozilla/5.0 (compatible; FooBot/1.0)`
 * (RFC 9309 §2.2.1: the name is a part of the User-Agent).
 */
export const productToken = (userAgent: string): string => {
  const compatible = /^Mozilla\/[^(]{0,20}\(compatible;\s*([a-z_-]+)/i.exec(userAgent)?.[1];
  return (compatible ?? userAgent.split('/', 1)[0] ?? '').trim().toLowerCase();
};

/** A line addresses the name up to what no name holds: `FooBot/1.0`, `FooBot (all)`; a star only when it stands alone. */
const lineToken = (value: string): string =>
  /^\*(?:\s|$)/.test(value) ? '*' : (value.split(/[\s/;,(]/, 1)[0] ?? '').toLowerCase();

const KEYS: Readonly<Record<string, 'user-agent' | 'allow' | 'disallow' | 'crawl-delay' | 'sitemap'>> = {
  'user-agent': 'user-agent',
  useragent: 'user-agent',
  'user agent': 'user-agent',
  allow: 'allow',
  disallow: 'disallow',
  // Spellings that site owners are known to get wrong; what they meant is beyond doubt.
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  'crawl-delay': 'crawl-delay',
  sitemap: 'sitemap',
  'site-map': 'sitemap',
};

const keyAndValue = (line: string): readonly [string, string] | undefined => {
  const content = (cutLine(line).split('#', 1)[0] ?? '').trim();
  const colon = content.indexOf(':');
  if (colon >= 0) return [content.slice(0, colon).trim().toLowerCase(), content.slice(colon + 1).trim()];
  // A forgotten colon: exactly two words.
  const words = content.split(/\s+/);
  return words.length === 2 ? [(words[0] ?? '').toLowerCase(), words[1] ?? ''] : undefined;
};

const toRule = (allow: boolean, pattern: string): RobotsRule => {
  const anchored = pattern.endsWith('$');
  const body = normalEscapes(anchored ? pattern.slice(0, -1) : pattern).replaceAll('$', '%24');
  const open = openQuery(body);
  return {
    allow,
    pieces: body.split('*'),
    anchored,
    length: body.length + (anchored ? 1 : 0),
    ...(open === undefined ? {} : { openQuery: { pieces: open.split('*') } }),
  };
};

/** The line as far as it is read: octets, not characters, are counted, without cutting one in two. */
const cutLine = (line: string): string =>
  line.length * 3 <= MAXIMUM_LINE_OCTETS || Buffer.byteLength(line) <= MAXIMUM_LINE_OCTETS
    ? line
    : new TextDecoder().decode(Buffer.from(line).subarray(0, MAXIMUM_LINE_OCTETS), { stream: true });

/**
 * Reads a robots.txt (RFC 9309): byte order mark, LF, CR and CRLF, comments, groups. Never throws; lines it does not
 * know are passed over.
 */
export const parseRobots = (text: string): Robots => {
  const groups = new Map<string, RobotsGroup>();
  const sitemaps: string[] = [];
  let current: RobotsGroup[] = [];
  let readingAgents = false;
  for (const line of text
    .replace(BYTE_ORDER_MARK, '')
    .slice(0, MAXIMUM_CHARACTERS)
    .split(/\r\n|\n|\r/)) {
    const pair = keyAndValue(line);
    const key = pair === undefined ? undefined : Object.hasOwn(KEYS, pair[0]) ? KEYS[pair[0]] : undefined;
    if (pair === undefined || key === undefined) continue;
    const value = pair[1];
    if (key === 'user-agent') {
      if (!readingAgents) current = [];
      readingAgents = true;
      const token = lineToken(value);
      const group = groups.get(token) ?? { rules: [] };
      groups.set(token, group);
      if (!current.includes(group)) current.push(group);
    } else if (key === 'sitemap') {
      sitemaps.push(value);
    } else if (key === 'crawl-delay') {
      const seconds = Number(value);
      if (value !== '' && Number.isFinite(seconds) && seconds >= 0)
        for (const group of current) group.crawlDelay = seconds;
    } else {
      // Only allow and disallow end the list of agents: other lines may not interfere with the rules (§2.2.4).
      readingAgents = false;
      if (value === '') continue;
      const rule = toRule(key === 'allow', value);
      for (const group of current) {
        group.rules.push(rule);
        // A directory's index page stands for the directory itself.
        const index = /^(.*\/)index\.html?$/.exec(value);
        if (rule.allow && index) group.rules.push(toRule(true, `${index[1]}$`));
      }
    }
  }
  return { groups, sitemaps };
};
