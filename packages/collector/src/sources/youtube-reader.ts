import type { PostCandidate } from '@marsad/records';
import { readTime } from '../extract/read-time.js';
import { readJson, unreadableItem } from './json-answer.js';
import { addressWithoutFragment, openNewestFirst } from './newest-first.js';
import type { Lead, ReaderContext, Reading, SourceReader } from './source-reader.js';
import { YOUTUBE_API_KEY, type YoutubeSource } from './youtube.js';
import { commentList, commentThread, type YoutubeComment, youtubeComment } from './youtube-answers.js';
import { explainYoutubeError, missingKey } from './youtube-errors.js';

const PAGE_SIZE = 100;

/** Reads the comment threads of videos, newest first, and the replies that a thread does not carry with it. */
export const youtubeReader = (source: YoutubeSource, context: ReaderContext): SourceReader => {
  const root = new URL(source.instance).origin;
  const key = context.secrets[YOUTUBE_API_KEY]?.trim() ?? '';
  const maximumPages = Math.ceil(source.maximumPosts / PAGE_SIZE);
  const walk = openNewestFirst(source.id, context.ledger, { maximumPages });
  const address = (method: string, parameters: Record<string, string>): string =>
    `${root}/youtube/v3/${method}?${new URLSearchParams({ ...parameters, textFormat: 'plainText', maxResults: String(PAGE_SIZE) })}`;

  const toCandidate = (video: string, { id, snippet }: YoutubeComment): PostCandidate => {
    const time = readTime(snippet.publishedAt);
    const author = snippet.authorChannelId?.value ?? snippet.authorDisplayName ?? '';
    const locator = `https://www.youtube.com/watch?v=${video}&lc=${encodeURIComponent(id)}`;
    return {
      sourceId: source.id,
      locator,
      url: locator,
      text: snippet.textDisplay,
      ...(time ? { publishedAt: time.at, publishedPrecision: time.precision } : {}),
      ...(source.language === undefined ? {} : { languageHint: source.language }),
      ...(author === '' ? {} : { authorHandle: author }),
      permission: 'public-api',
    };
  };

  const readComments = (video: string, items: readonly unknown[]): Pick<Reading, 'candidates' | 'rejections'> => {
    const reading: Pick<Reading, 'candidates' | 'rejections'> = { candidates: [], rejections: [] };
    for (const item of items) {
      const parsed = youtubeComment.safeParse(item);
      if (parsed.success) reading.candidates.push(toCandidate(video, parsed.data));
      else reading.rejections.push(unreadableItem(source.id, root, item));
    }
    return reading;
  };

  const readThreads = (video: string, items: readonly unknown[], depth: number): Reading & { positions: number[] } => {
    const reading: Reading & { positions: number[] } = { leads: [], candidates: [], rejections: [], positions: [] };
    for (const item of items) {
      const parsed = commentThread.safeParse(item);
      if (!parsed.success) {
        reading.rejections.push(unreadableItem(source.id, root, item));
        continue;
      }
      const { id, snippet, replies } = parsed.data;
      const time = readTime(snippet.topLevelComment.snippet.publishedAt);
      if (time) reading.positions.push(Date.parse(time.at));
      const carried = readComments(video, replies?.comments ?? []);
      reading.candidates.push(toCandidate(video, snippet.topLevelComment), ...carried.candidates);
      reading.rejections.push(...carried.rejections);
      const count = snippet.totalReplyCount ?? 0;
      // The fragment holds what the answer will not say: the video. With the count, a thread that grew is asked for again.
      if (count > (replies?.comments.length ?? 0)) {
        const url = `${address('comments', { part: 'snippet', parentId: id })}#video=${video}&replies=${count}`;
        reading.leads.push({ url, role: 'page', depth: depth + 1 });
      }
    }
    return reading;
  };

  const nextPage = (asked: string, token: string | null | undefined): string | undefined => {
    if (!token) return undefined;
    const url = new URL(asked);
    url.searchParams.set('pageToken', token);
    return url.href;
  };
  const videoOf = (url: string): string => {
    const { searchParams, hash } = new URL(url);
    return searchParams.get('videoId') ?? new URLSearchParams(hash.slice(1)).get('video') ?? '';
  };

  return {
    ...(key === '' ? { unable: missingKey(source.id) } : { headers: { 'x-goog-api-key': key } }),
    gapSeconds: source.gapSeconds,
    // A page of threads, and for each of them at worst a page of replies.
    maximumDocuments: source.videos.length * (maximumPages + source.maximumPosts),
    accept: 'application/json',
    contentTypes: /./,
    entries: source.videos.map((videoId) => ({
      url: address('commentThreads', { part: 'snippet,replies', videoId, order: 'time' }),
      role: 'entry',
      depth: 0,
    })),
    revisits: async () => [],
    addressOf: addressWithoutFragment,
    mayFollow: (url) => new URL(url).origin === root,
    async read(document, answer): Promise<Reading> {
      const json = readJson(commentList, answer, 'comments as YouTube gives them');
      if ('refused' in json) return json.refused;
      const { items, nextPageToken } = json.value;
      const video = videoOf(document.url);
      const asked = await addressWithoutFragment(document);
      const next = nextPage(asked, nextPageToken);
      if (new URL(asked).pathname.endsWith('/comments')) {
        const leads: Lead[] =
          next === undefined
            ? []
            : [{ url: `${next}${new URL(document.url).hash}`, role: 'page', depth: document.depth + 1 }];
        return { leads, ...readComments(video, items) };
      }
      const { positions, ...reading } = readThreads(video, items, document.depth);
      const { leads, note } = await walk.step(document, { positions, older: next });
      return { ...reading, leads: [...leads, ...reading.leads], ...(note ? { note } : {}) };
    },
    explain: (document, error) => explainYoutubeError(videoOf(document.url), error),
  };
};
