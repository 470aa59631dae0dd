import { markup } from '../../site/markup.js';
import type { SocialStatus } from '../read-content.js';
import { type Answer, found, HTML, movedTo, notFound, PLAIN, type Site } from '../site.js';
import { accountJson, HOST, ORIGIN, statusAddress, statusHtml, statusJson } from './social-json.js';
import { openRateLimit } from './social-rate-limit.js';
import { pageOfTimeline, timelineLinks } from './social-timeline.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const ROBOTS = 'User-agent: *\nDisallow: /media_proxy/\nDisallow: /interact/\nAllow: /api/v1/timelines/\n';

const tooMany = (headers: Readonly<Record<string, string>>): Answer => ({
  status: 429,
  headers: { 'content-type': JSON_TYPE, ...headers },
  body: JSON.stringify({ error: 'Too many requests' }),
});

/** A decimal id, so that `max_id=abc` is ignored as the real service ignores it. */
const idParameter = (url: URL, name: string): bigint | undefined => {
  const value = url.searchParams.get(name) ?? '';
  return /^\d+$/.test(value) ? BigInt(value) : undefined;
};

/**
 * A server that speaks Mastodon's API: the public timeline with its `Link` pages and rate-limit headers, instance data,
 * account look-up and a page for every status. Source: docs.joinmastodon.org, methods/timelines, api/rate-limits, entities/Status.
 */
export const openSocial = (content: readonly SocialStatus[], clock: () => Date): Site => {
  const newestFirst = content.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  const rateLimit = openRateLimit(clock);
  return {
    hostname: HOST,
    answer: (url) => {
      if (url.pathname === '/robots.txt') return found(PLAIN, ROBOTS);
      if (url.pathname === '/')
        return found(HTML, markup`<!doctype html><title>Al-Manar</title><p>A server for Al-Manar.</p>\n`.text);
      const permanent = /^\/statuses\/(\d+)$/.exec(url.pathname)?.[1];
      if (permanent !== undefined) {
        const status = content.find((candidate) => candidate.id === permanent);
        return status ? movedTo(statusAddress(status)) : notFound();
      }
      const [, account, id] = /^\/@(\w+)\/(\d+)$/.exec(url.pathname) ?? [];
      if (id !== undefined) {
        const status = content.find((candidate) => candidate.id === id && candidate.account === account);
        if (!status) return notFound();
        const page = markup`<!doctype html>
<html><head><meta charset="utf-8"><title>${status.displayName}</title><link rel="canonical" href="${statusAddress(status)}"></head>
<body><div class="status">${statusHtml(status.text)}</div></body></html>
`;
        return found(HTML, page.text);
      }
      if (!url.pathname.startsWith('/api/')) return notFound();
      const limit = rateLimit.take();
      if (limit.exceeded) return tooMany(limit.headers);
      const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
        found(JSON_TYPE, JSON.stringify(value), { ...limit.headers, ...headers });
      if (url.pathname === '/api/v2/instance')
        return json({ domain: HOST, title: 'Al-Manar', version: '4.3.0', source_url: ORIGIN });
      if (url.pathname === '/api/v1/accounts/lookup') {
        const owner = content.find((status) => status.account === url.searchParams.get('acct'));
        return owner ? json(accountJson(owner)) : { ...json({ error: 'Record not found' }), status: 404 };
      }
      if (url.pathname !== '/api/v1/timelines/public') return { ...json({ error: 'Record not found' }), status: 404 };
      const asked = {
        limit: Number(url.searchParams.get('limit') ?? ''),
        maxId: idParameter(url, 'max_id'),
        sinceId: idParameter(url, 'since_id'),
        minId: idParameter(url, 'min_id'),
      };
      const page = pageOfTimeline(newestFirst, asked);
      const link = timelineLinks(page, url);
      return json(page.map(statusJson), link === undefined ? {} : { link });
    },
  };
};
