import type { PostCandidate, Rejection } from '@marsad/records';
import { z } from 'zod';
import { languageHint } from '../extract/language-hint.js';
import { readTime } from '../extract/read-time.js';
import type { BlueskySource } from './bluesky.js';
import { parseJson, readJson, unreadableItem } from './json-answer.js';
import { addressWithoutFragment, openNewestFirst } from './newest-first.js';
import type { ReaderContext, Reading, SourceReader } from './source-reader.js';

const PAGE_SIZE = 100;
/** An AppView may come to know a post long after it was written; a later run looks so far behind the newest one. */
const OVERLAP_MILLISECONDS = 3600 * 1000;

/** app.bsky.feed.defs#postView with app.bsky.feed.post as its record, as far as they are read. */
const postView = z.object({
  uri: z.string().regex(/^at:\/\/did:[^/]+\/[^/]+\/[^/]+$/),
  cid: z.string().min(1),
  author: z.object({
    did: z.string().min(1),
    labels: z.array(z.object({ val: z.string() })).nullish(),
  }),
  record: z.object({
    text: z.string(),
    createdAt: z.string(),
    langs: z.array(z.string()).nullish().catch(undefined),
  }),
  indexedAt: z.string(),
});
type PostView = z.infer<typeof postView>;
/** app.bsky.feed.defs#feedViewPost */
const feedItem = z.object({
  post: postView,
  reason: z.object({ $type: z.string(), indexedAt: z.string().nullish() }).nullish(),
});
const cursor = z.string().max(1000).nullish();
/** Answers of app.bsky.feed.searchPosts and app.bsky.feed.getAuthorFeed. */
const answered = z.union([
  z.object({ posts: z.array(z.unknown()), cursor }),
  z.object({ feed: z.array(z.unknown()), cursor }),
]);
const xrpcError = z.object({ error: z.string(), message: z.string().nullish() });

const milliseconds = (written: string | null | undefined): number | undefined => {
  const time = readTime(written ?? '');
  return time && Date.parse(time.at);
};

/**
 * The time by which Bluesky sorts, https://docs.bsky.app/docs/advanced-guides/timestamps: when the author's program says
 * it was written, unless that lies after the moment at which the AppView first saw it.
 */
const sortTime = ({ record, indexedAt }: PostView): number | undefined => {
  const [created, seen] = [milliseconds(record.createdAt), milliseconds(indexedAt)];
  return created === undefined || seen === undefined ? (created ?? seen) : Math.min(created, seen);
};

/** Reads searches and author feeds of an AppView, newest first. */
export const blueskyReader = (source: BlueskySource, context: ReaderContext): SourceReader => {
  const root = new URL(source.instance).origin;
  const maximumPages = Math.ceil(source.maximumPosts / PAGE_SIZE);
  const walk = openNewestFirst(source.id, context.ledger, { maximumPages, overlap: OVERLAP_MILLISECONDS });
  const address = (method: string, parameters: Record<string, string>): string =>
    `${root}/xrpc/app.bsky.feed.${method}?${new URLSearchParams({ ...parameters, limit: String(PAGE_SIZE) })}`;
  const entries = [
    ...source.searches.map((q) => address('searchPosts', { q, sort: 'latest' })),
    ...source.authors.map((actor) =>
      address('getAuthorFeed', { actor: actor.replace(/^@/, ''), filter: 'posts_with_replies' }),
    ),
  ];

  const toCandidate = (post: PostView): PostCandidate => {
    const [, , did = '', , key = ''] = post.uri.split('/');
    // The address names the account; the steps put a keyed hash in its place before anything is stored.
    const url = `https://bsky.app/profile/${did}/post/${key}`;
    const time = sortTime(post);
    // A post said to be in two languages says nothing about its words.
    const langs = post.record.langs ?? [];
    const hint = (langs.length === 1 ? languageHint(langs[0]) : undefined) ?? source.language;
    return {
      sourceId: source.id,
      locator: url,
      url,
      text: post.record.text,
      ...(time === undefined
        ? {}
        : { publishedAt: new Date(time).toISOString(), publishedPrecision: 'second' as const }),
      ...(hint === undefined ? {} : { languageHint: hint }),
      // A handle changes hands, a DID does not.
      authorHandle: post.author.did,
      permission: 'public-api',
    };
  };

  const readItems = (
    items: readonly unknown[],
    inFeed: boolean,
  ): Pick<Reading, 'candidates' | 'rejections'> & { times: number[] } => {
    const candidates: PostCandidate[] = [];
    const rejections: Rejection[] = [];
    const times: number[] = [];
    for (const item of items) {
      const parsed = feedItem.safeParse(inFeed ? item : { post: item });
      if (!parsed.success) {
        rejections.push(unreadableItem(source.id, root, item));
        continue;
      }
      const { post, reason } = parsed.data;
      // What is left out is stored as it stands, so its place must not name the account: the record's hash does not.
      const leaveOut = (why: string, place: string): number =>
        rejections.push({ sourceId: source.id, locator: `${root}/#${place}`, reason: why });
      if (reason?.$type.endsWith('#reasonRepost')) {
        // A repost stands in the feed at the time of the repost and is counted where it was written.
        leaveOut('repost', `${post.cid}-reposted-${reason.indexedAt ?? ''}`);
        const time = milliseconds(reason.indexedAt);
        if (time !== undefined) times.push(time);
        continue;
      }
      const time = sortTime(post);
      // A pinned post stands at the top, whatever its age.
      if (time !== undefined && !reason) times.push(time);
      // "This user has requested that their account only be shown to signed-in users."
      if (post.author.labels?.some(({ val }) => val === '!no-unauthenticated')) leaveOut('asks-for-sign-in', post.cid);
      else candidates.push(toCandidate(post));
    }
    return { candidates, rejections, times };
  };

  return {
    gapSeconds: source.gapSeconds,
    maximumDocuments: maximumPages * entries.length,
    accept: 'application/json',
    contentTypes: /./,
    entries: entries.map((url) => ({ url, role: 'entry', depth: 0 })),
    revisits: async () => [],
    async addressOf(document) {
      const url = new URL(await addressWithoutFragment(document));
      const bound = await walk.boundOf(document);
      if (bound !== undefined && url.pathname.endsWith('.searchPosts'))
        url.searchParams.set('since', new Date(bound).toISOString());
      return url.href;
    },
    mayFollow: (url) => new URL(url).origin === root,
    async read(document, answer): Promise<Reading> {
      const json = readJson(answered, answer, 'posts as app.bsky.feed gives them');
      if ('refused' in json) return json.refused;
      const inFeed = 'feed' in json.value;
      const items = 'feed' in json.value ? json.value.feed : json.value.posts;
      const { candidates, rejections, times } = readItems(items, inFeed);
      const { cursor } = json.value;
      const older = new URL(await addressWithoutFragment(document));
      older.searchParams.set('cursor', cursor ?? '');
      const { leads, note } = await walk.step(document, {
        positions: times,
        older: cursor && items.length > 0 ? older.href : undefined,
      });
      return { leads, candidates, rejections, ...(note ? { note } : {}) };
    },
    explain(document, { status, body }) {
      const said = xrpcError.safeParse(parseJson(body));
      const words = said.success ? `: ${[said.data.error, said.data.message].filter(Boolean).join(', ')}` : '';
      const isLogin = status === 401 || status === 403;
      return {
        message: `${document.url} answered ${status}${words}${isLogin ? '; this AppView shows it to signed-in users only: name another one under instance' : ''}`,
      };
    },
  };
};
