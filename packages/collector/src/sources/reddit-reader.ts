import type { PostCandidate, Rejection } from '@marsad/records';
import { z } from 'zod';
import { htmlToText } from '../extract/html-to-text.js';
import { parseJson, readJson, unreadableItem } from './json-answer.js';
import { addressWithoutFragment, openNewestFirst } from './newest-first.js';
import type { RedditSource } from './reddit.js';
import {
  type CommentTree,
  commentPage,
  flattenComments,
  listing,
  moreComments,
  type RedditComment,
  type RedditPost,
  redditPost,
} from './reddit-things.js';
import type { Lead, ReadableAnswer, ReaderContext, Reading, SourceReader } from './source-reader.js';
import { withoutQuotes } from './without-quotes.js';

const PAGE_SIZE = 100;
/** Ids that /api/morechildren takes at once. */
const MORE_AT_ONCE = 100;
/** Where the body of a deleted or removed text stood. */
const GONE: Readonly<Record<string, string>> = { '[deleted]': 'deleted', '[removed]': 'removed' };

const failure = z.object({ message: z.string().nullish(), reason: z.string().nullish() });

const textOf = (html: string | null | undefined, plain: string): string =>
  html ? htmlToText(withoutQuotes(html)) : plain;

/** Reads listings of communities, newest first, and where asked the comments below their posts. */
export const redditReader = (source: RedditSource, context: ReaderContext): SourceReader => {
  const root = new URL(source.instance).origin;
  const maximumPages = Math.ceil(source.maximumPosts / PAGE_SIZE);
  const walk = openNewestFirst(source.id, context.ledger, { maximumPages });

  const written = (found: RedditPost | RedditComment): Omit<PostCandidate, 'locator' | 'text'> => ({
    sourceId: source.id,
    publishedAt: new Date(found.created_utc * 1000).toISOString(),
    publishedPrecision: 'second',
    ...(found.author && !(found.author in GONE) ? { authorHandle: found.author } : {}),
    ...(source.language === undefined ? {} : { languageHint: source.language }),
    permission: 'public-api',
  });
  /** Without community and title: both may change, the ids do not. */
  const placeOf = (post: string, comment?: string): string =>
    `${root}/comments/${post}${comment === undefined ? '' : `/_/${comment}`}`;

  const commentsOf = (post: string, version: string, depth: number, below?: string): Lead => ({
    // The fragment says which state of the comments is meant: when their number changes they are asked for again.
    url: `${placeOf(post, below)}.json?limit=500&sort=old&raw_json=1#${version}`,
    role: 'page',
    depth,
  });

  const readListing = async (
    document: Parameters<SourceReader['read']>[0],
    answer: ReadableAnswer,
  ): Promise<Reading> => {
    const json = readJson(listing, answer, 'a listing as Reddit gives it');
    if ('refused' in json) return json.refused;
    const { children, after } = json.value.data;
    const reading: Reading = { leads: [], candidates: [], rejections: [] };
    const times: number[] = [];
    for (const { data } of children) {
      const parsed = redditPost.safeParse(data);
      if (!parsed.success) {
        reading.rejections.push(unreadableItem(source.id, root, data));
        continue;
      }
      const post = parsed.data;
      const locator = placeOf(post.id);
      times.push(post.created_utc * 1000);
      const { removed_by_category: by } = post;
      const gone = by ? (by === 'deleted' ? 'deleted' : 'removed') : GONE[post.selftext ?? ''];
      const text = textOf(post.selftext_html, post.selftext ?? '');
      // Another community's post passed on: it is counted where it was written.
      const reason = post.crosspost_parent ? 'crosspost' : gone;
      if (reason !== undefined) reading.rejections.push({ sourceId: source.id, locator, reason });
      else {
        reading.candidates.push({
          ...written(post),
          locator,
          url: locator,
          // A post that is all headline is a text all the same.
          ...(text === '' ? { text: post.title } : { title: post.title, text }),
        });
      }
      const count = post.num_comments ?? 0;
      if (source.comments && count > 0)
        reading.leads.push(commentsOf(post.id, `comments=${count}`, document.depth + 1));
    }
    const older = new URL(await addressWithoutFragment(document));
    older.searchParams.set('after', after ?? '');
    const { leads, note } = await walk.step(document, {
      positions: times,
      older: after && children.length > 0 ? older.href : undefined,
    });
    return { ...reading, leads: [...leads, ...reading.leads], ...(note ? { note } : {}) };
  };

  const readComments = (
    { comments, leftOff, unreadable }: CommentTree,
    post: string,
    version: string,
    depth: number,
  ): Reading => {
    const candidates: PostCandidate[] = [];
    const rejections: Rejection[] = unreadable.map((item) => unreadableItem(source.id, root, item));
    for (const comment of comments) {
      const locator = placeOf(comment.link_id.slice('t3_'.length), comment.id);
      const gone = GONE[comment.body];
      if (gone === undefined)
        candidates.push({ ...written(comment), locator, url: locator, text: textOf(comment.body_html, comment.body) });
      else rejections.push({ sourceId: source.id, locator, reason: gone });
    }
    const leads = leftOff.flatMap(({ parent_id: parent, children }): Lead[] => {
      // An empty list stands for "continue this thread": the branch has a page of its own.
      if (children.length === 0)
        return parent.startsWith('t1_') ? [commentsOf(post, version, depth, parent.slice('t1_'.length))] : [];
      return Array.from({ length: Math.ceil(children.length / MORE_AT_ONCE) }, (_, index) => {
        const some = children.slice(index * MORE_AT_ONCE, (index + 1) * MORE_AT_ONCE);
        const query = `api_type=json&raw_json=1&sort=old&link_id=t3_${post}&children=${some.join(',')}`;
        return { url: `${root}/api/morechildren.json?${query}#${version}`, role: 'page', depth };
      });
    });
    return { leads, candidates, rejections };
  };

  return {
    gapSeconds: source.gapSeconds,
    maximumDocuments: source.communities.length * (maximumPages + (source.comments ? source.maximumPosts : 0)),
    accept: 'application/json',
    contentTypes: /./,
    entries: source.communities.map((name) => ({
      url: `${root}/r/${name}/new.json?limit=${PAGE_SIZE}&raw_json=1`,
      role: 'entry',
      depth: 0,
    })),
    revisits: async () => [],
    addressOf: addressWithoutFragment,
    mayFollow: (url) => new URL(url).origin === root,
    async read(document, answer): Promise<Reading> {
      const { pathname, searchParams, hash } = new URL(document.url);
      const [version, depth] = [hash.slice(1), document.depth + 1];
      if (pathname === '/api/morechildren.json') {
        const json = readJson(moreComments, answer, 'further comments as Reddit gives them');
        if ('refused' in json) return json.refused;
        const post = (searchParams.get('link_id') ?? '').slice('t3_'.length);
        return readComments(flattenComments(json.value.json.data?.things ?? []), post, version, depth);
      }
      if (!pathname.startsWith('/comments/')) return readListing(document, answer);
      const json = readJson(commentPage, answer, 'a post and its comments as Reddit gives them');
      if ('refused' in json) return json.refused;
      const post = /^\/comments\/([0-9a-z]+)/.exec(pathname)?.[1] ?? '';
      return readComments(flattenComments(json.value[1].data.children), post, version, depth);
    },
    explain(document, { status, body }) {
      // Such as {"message": "Forbidden", "error": 403, "reason": "private"}.
      const said = failure.safeParse(parseJson(body));
      const words = said.success ? [said.data.reason, said.data.message].filter(Boolean).join(', ') : '';
      return { message: `${document.url} answered ${status}${words === '' ? '' : `: ${words}`}` };
    },
  };
};
