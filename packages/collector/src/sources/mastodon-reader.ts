import type { PostCandidate, Rejection } from '@marsad/records';
import { z } from 'zod';
import { htmlToText } from '../extract/html-to-text.js';
import { languageHint } from '../extract/language-hint.js';
import { readTime } from '../extract/read-time.js';
import type { MastodonSource } from './mastodon.js';
import type { Lead, ReaderContext, Reading, SourceReader } from './source-reader.js';

const PAGE_SIZE = 40;
const NEWEST = 'newest-status';

/** The parts of a status that are read; https://docs.joinmastodon.org/entities/Status/ */
const status = z.object({
  id: z.string().min(1),
  created_at: z.string(),
  content: z.string(),
  spoiler_text: z.string().nullish(),
  language: z.string().nullish(),
  visibility: z.string().nullish(),
  reblog: z.unknown().optional(),
  account: z.object({ acct: z.string().min(1) }),
});
type Status = z.infer<typeof status>;
const statusList = z.array(z.unknown());
const account = z.object({ id: z.string().min(1) });

/** Ids are numbers or sortable words of one length: the longer is the newer, then the later in the alphabet. */
const isNewer = (id: string, than: string | undefined): boolean =>
  than === undefined || id.length > than.length || (id.length === than.length && id > than);

/** The targets of a Link header (RFC 8288), by relation. */
const linkTargets = (header: string | undefined, base: string): Map<string, string> => {
  const targets = new Map<string, string>();
  for (const match of (header ?? '').matchAll(/<([^>]*)>\s*;[^,]*?\brel="?([\w-]+)"?/g)) {
    const [, target = '', relation = ''] = match;
    if (URL.canParse(target, base)) targets.set(relation, new URL(target, base).href);
  }
  return targets;
};

const parsedJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
};

/** Reads a timeline: backwards from its newest page on the first run, later only what is newer than the newest one known. */
export const mastodonReader = (source: MastodonSource, context: ReaderContext): SourceReader => {
  const root = new URL(source.instance).origin;
  const maximumPages = Math.ceil(source.maximumPosts / PAGE_SIZE);
  const { timeline } = source;
  const entryUrl =
    timeline === 'public'
      ? `${root}/api/v1/timelines/public?local=true&limit=${PAGE_SIZE}`
      : 'hashtag' in timeline
        ? `${root}/api/v1/timelines/tag/${encodeURIComponent(timeline.hashtag.replace(/^#/, ''))}?limit=${PAGE_SIZE}`
        : `${root}/api/v1/accounts/lookup?acct=${encodeURIComponent(timeline.account.replace(/^@/, ''))}`;
  const isTimeline = (url: string): boolean => !new URL(url).pathname.endsWith('/lookup');

  const locatorOf = (id: string): string => `${root}/statuses/${encodeURIComponent(id)}`;

  const toCandidate = (found: Status): PostCandidate => {
    const time = readTime(found.created_at);
    const hint = languageHint(found.language) ?? source.language;
    const warning = found.spoiler_text ? `${found.spoiler_text}\n\n` : '';
    return {
      sourceId: source.id,
      // The address with the account's name in it is not kept; this one leads to the same post.
      locator: locatorOf(found.id),
      url: locatorOf(found.id),
      text: `${warning}${htmlToText(found.content)}`,
      ...(time ? { publishedAt: time.at, publishedPrecision: time.precision } : {}),
      ...(hint === undefined ? {} : { languageHint: hint }),
      authorHandle: found.account.acct,
      permission: 'public-api',
    };
  };

  const readStatuses = (
    values: readonly unknown[],
  ): { candidates: PostCandidate[]; rejections: Rejection[]; newest: string | undefined } => {
    const candidates: PostCandidate[] = [];
    const rejections: Rejection[] = [];
    let newest: string | undefined;
    for (const [index, value] of values.entries()) {
      const parsed = status.safeParse(value);
      if (!parsed.success) {
        rejections.push({
          sourceId: source.id,
          locator: `${root}/statuses/unreadable-${index}`,
          reason: 'not-a-status',
        });
        continue;
      }
      const found = parsed.data;
      if (isNewer(found.id, newest)) newest = found.id;
      const reject = (reason: string): number =>
        rejections.push({ sourceId: source.id, locator: locatorOf(found.id), reason });
      // A boost is somebody else's post passed on: it is counted where it was written.
      if (found.reblog !== null && found.reblog !== undefined) reject('boost');
      else if (found.visibility && found.visibility !== 'public' && found.visibility !== 'unlisted')
        reject('not-public');
      else candidates.push(toCandidate(found));
    }
    return { candidates, rejections, newest };
  };

  return {
    gapSeconds: source.gapSeconds,
    maximumDocuments: maximumPages + 1,
    accept: 'application/json',
    contentTypes: /json/i,
    entries: [{ url: entryUrl, role: 'entry', depth: 0 }],
    revisits: async () => [],
    async addressOf(document) {
      if (document.role !== 'entry' || !isTimeline(document.url)) return document.url;
      const newest = await context.ledger.recallNote(source.id, NEWEST);
      if (newest === null) return document.url;
      const url = new URL(document.url);
      url.searchParams.set('min_id', newest);
      return url.href;
    },
    mayFollow: (url) => new URL(url).origin === root,
    async read(document, answer): Promise<Reading> {
      const broken = (expected: string): Reading => ({
        leads: [],
        candidates: [],
        rejections: [],
        failed: { reason: 'not-mastodon', message: `${answer.url}: expected ${expected} as Mastodon's API gives it` },
      });
      const json = parsedJson(answer.body);
      if (!isTimeline(document.url)) {
        const found = account.safeParse(json);
        if (!found.success) return broken('an account');
        const url = `${root}/api/v1/accounts/${encodeURIComponent(found.data.id)}/statuses?limit=${PAGE_SIZE}&exclude_reblogs=true`;
        return { leads: [{ url, role: 'entry', depth: 1 }], candidates: [], rejections: [] };
      }
      const values = statusList.safeParse(json);
      if (!values.success) return broken('a list of statuses');
      const { candidates, rejections, newest } = readStatuses(values.data);
      const known = await context.ledger.recallNote(source.id, NEWEST);
      const links = linkTargets(answer.headers.link, answer.url);
      // Forwards (min_id) the newer page is `prev`; backwards the older one is `next`. An empty page is the end.
      const forwards = new URL(answer.url).searchParams.has('min_id');
      const onwards = values.data.length === 0 ? undefined : links.get(forwards ? 'prev' : 'next');
      const isOwn = onwards !== undefined && new URL(onwards).origin === root && onwards !== answer.url;
      const leads: Lead[] =
        isOwn && document.depth + 1 < maximumPages ? [{ url: onwards, role: 'page', depth: document.depth + 1 }] : [];
      const isProgress = newest !== undefined && isNewer(newest, known ?? undefined);
      return { leads, candidates, rejections, ...(isProgress ? { note: { key: NEWEST, value: newest } } : {}) };
    },
  };
};
