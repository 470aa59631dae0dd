import { describe, expect, it } from 'vitest';
import { secretsNeeded } from '../../dist/index.js';
import { type Service, serve, sourceOf } from './loopback-service.js';

const KEY = 'a-secret-key-0123456789';
const secrets = { YOUTUBE_API_KEY: KEY };
const VIDEO = 'dQw4w9WgXcQ';
const youtube = (spec: Record<string, unknown> = {}) =>
  sourceOf({ kind: 'youtube', instance: 'http://api.test', videos: [VIDEO], ...spec });

interface Thread {
  id: string;
  /** minutes into June 2026 */
  minutes: number;
  text?: string;
  replies?: number;
  /** the author's channel is gone */
  orphan?: boolean;
}
const at = (minutes: number): string =>
  new Date(Date.UTC(2026, 5, 1) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
const many = (from: number, to: number): Thread[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: `T${from + index}`, minutes: from + index }));

const comment = (id: string, minutes: number, text = `comment ${id}`, orphan = false): unknown => ({
  kind: 'youtube#comment',
  id,
  snippet: {
    textDisplay: text,
    textOriginal: text,
    authorDisplayName: '@writer_name',
    ...(orphan ? {} : { authorChannelId: { value: 'UCwriter_channel' } }),
    canRate: true,
    likeCount: 0,
    publishedAt: at(minutes),
    updatedAt: at(minutes),
  },
});
const refusal = (status: number, reason: string, message: string, details?: unknown): ReturnType<Service> => ({
  status,
  json: {
    error: { code: status, message, errors: [{ message, domain: 'youtube', reason }], ...(details ? { details } : {}) },
  },
});

/** commentThreads.list and comments.list with opaque page tokens; at most five replies with a thread. */
const dataApi =
  (threads: Thread[], fault: { pageToken?: string | null; answer?: ReturnType<Service> } = {}): Service =>
  (url, request) => {
    if (url.pathname === '/robots.txt') return undefined;
    if (request.headers['x-goog-api-key'] !== KEY)
      return refusal(400, 'badRequest', 'API key not valid. Please pass a valid API key.', [
        { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID', domain: 'googleapis.com' },
      ]);
    const ask = url.searchParams;
    const token = ask.get('pageToken');
    if (fault.answer && (fault.pageToken ?? null) === token) return fault.answer;
    const limit = Number(ask.get('maxResults') ?? '20');
    if (limit > 100 || ask.get('textFormat') !== 'plainText') return refusal(400, 'badRequest', 'bad parameters');
    const from = token === null ? 0 : Number(token.replace('token', ''));
    if (url.pathname === '/youtube/v3/commentThreads') {
      if (ask.get('videoId') !== VIDEO) return refusal(404, 'videoNotFound', 'The video could not be found.');
      if (ask.get('order') !== 'time') return refusal(400, 'badRequest', 'order');
      const sorted = [...threads].sort((a, b) => b.minutes - a.minutes);
      return {
        json: {
          kind: 'youtube#commentThreadListResponse',
          pageInfo: { totalResults: limit, resultsPerPage: limit },
          ...(from + limit < sorted.length ? { nextPageToken: `token${from + limit}` } : {}),
          items: sorted.slice(from, from + limit).map((thread) => ({
            kind: 'youtube#commentThread',
            id: thread.id,
            snippet: {
              videoId: VIDEO,
              canReply: true,
              isPublic: true,
              totalReplyCount: thread.replies ?? 0,
              topLevelComment: comment(thread.id, thread.minutes, thread.text, thread.orphan),
            },
            ...(thread.replies
              ? {
                  replies: {
                    comments: Array.from({ length: Math.min(5, thread.replies) }, (_, index) =>
                      comment(`${thread.id}.${index}`, thread.minutes + 1),
                    ),
                  },
                }
              : {}),
          })),
        },
      };
    }
    const thread = threads.find(({ id }) => id === ask.get('parentId'));
    if (url.pathname !== '/youtube/v3/comments' || !thread) return refusal(404, 'commentNotFound', 'not found');
    const count = thread.replies ?? 0;
    return {
      json: {
        kind: 'youtube#commentListResponse',
        ...(from + limit < count ? { nextPageToken: `token${from + limit}` } : {}),
        items: Array.from({ length: Math.max(0, Math.min(limit, count - from)) }, (_, index) =>
          comment(`${thread.id}.${from + index}`, thread.minutes + 1),
        ),
      },
    };
  };

describe('comments on YouTube', () => {
  it('are read to the end, and a second run asks for the newest page alone', async () => {
    const threads = many(1, 250);
    const service = await serve(dataApi(threads), secrets);
    const first = await service.run(youtube());
    expect(first.items).toMatchObject({ in: 250, out: 250 });
    expect(service.asked).toHaveLength(3);
    expect(service.robots).toEqual(['/robots.txt']);
    expect([...service.ledger.posts.values()].find(({ text }) => text === 'comment T7')).toMatchObject({
      locator: `https://www.youtube.com/watch?v=${VIDEO}&lc=T7`,
      url: `https://www.youtube.com/watch?v=${VIDEO}&lc=T7`,
      publishedAt: '2026-06-01T00:07:00.000Z',
      publishedPrecision: 'second',
      permission: 'public-api',
    });
    expect(JSON.stringify([...service.ledger.posts.values()])).not.toMatch(/writer/);

    const second = await service.run(youtube());
    expect(second.items).toMatchObject({ in: 100, out: 0 });
    expect(service.asked).toHaveLength(1);

    // One comment is deleted, 150 are new.
    threads.splice(249, 1);
    threads.push(...many(300, 449));
    expect((await service.run(youtube())).items.out).toBe(150);
    expect(service.asked).toHaveLength(2);
    expect((await service.run(youtube())).items.out).toBe(0);
  });

  it('come with all their replies, and grown threads are asked for again', async () => {
    const threads: Thread[] = [
      { id: 'T1', minutes: 1, replies: 3 },
      { id: 'T2', minutes: 2, replies: 130, orphan: true },
    ];
    const service = await serve(dataApi(threads), secrets);
    const first = await service.run(youtube({ language: 'ara' }));
    // The five replies that came with T2 come again in its list.
    expect(first.items).toMatchObject({ out: 2 + 3 + 130, dropped: { known: 5 } });
    expect(service.asked).toHaveLength(3);
    expect([...service.ledger.posts.values()].every(({ languageHint }) => languageHint === 'ara')).toBe(true);
    expect((await service.run(youtube({ language: 'ara' }))).items.out).toBe(0);
    expect(service.asked).toHaveLength(1);

    Object.assign(threads[0] ?? {}, { replies: 7 });
    expect((await service.run(youtube({ language: 'ara' }))).items.out).toBe(4);
    expect(service.asked[1]).toContain('/youtube/v3/comments?part=snippet&parentId=T1');
    expect(service.asked).toHaveLength(2);
  });

  it('keep the key out of addresses, the ledger and the report', async () => {
    const service = await serve(dataApi(many(1, 150)), secrets);
    const report = await service.run(youtube());
    expect(report.items.out).toBe(150);
    const { documents, posts, notes, rejections } = service.ledger;
    const kept = JSON.stringify([
      report,
      service.asked,
      ...[documents, posts, notes, rejections].map((map) => [...map]),
    ]);
    expect(kept).not.toContain(KEY);
  });

  it('are not asked for without a key, and the report says how to get on', async () => {
    const service = await serve(dataApi([]), {});
    for (const options of [{}, { dryRun: true }]) {
      const report = await service.run(youtube(), options);
      expect(report.sources[0]).toMatchObject({
        reached: false,
        error: 'source source: YouTube answers only with a key, and YOUTUBE_API_KEY is not set',
        remedy: 'Set YOUTUBE_API_KEY to a key for which the YouTube Data API v3 is enabled.',
      });
    }
    expect([...service.asked, ...service.robots]).toEqual([]);
    expect(secretsNeeded(youtube())).toEqual(['YOUTUBE_API_KEY']);
    expect(secretsNeeded(sourceOf({ kind: 'telegram', channels: ['manar'] }))).toEqual([]);
  });

  it('with a key that is refused stop at the first answer', async () => {
    const service = await serve(dataApi(many(1, 3)), { YOUTUBE_API_KEY: 'another-key' });
    const report = await service.run(youtube({ videos: [VIDEO, 'AAAAAAAAAAA', 'BBBBBBBBBBB'] }));
    expect(report.sources[0]?.documents.failed).toMatchObject({ 'key-refused': expect.any(Number) });
    expect(report.sources[0]).toMatchObject({
      error: 'YouTube refuses the key (API_KEY_INVALID, API key not valid. Please pass a valid API key.)',
      remedy: expect.stringContaining('YOUTUBE_API_KEY'),
    });
    expect(JSON.stringify(report)).not.toContain('another-key');
  });

  it('wait for the next run when the quota is used up', async () => {
    const fault: { pageToken?: string; answer?: ReturnType<Service> } = {
      pageToken: 'token100',
      answer: refusal(
        403,
        'quotaExceeded',
        'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.',
      ),
    };
    const service = await serve(dataApi(many(1, 250), fault), secrets);
    const stopped = await service.run(youtube());
    expect(stopped.items.out).toBe(100);
    expect(stopped.sources[0]).toMatchObject({ reached: true, documents: { failed: { 'quota-exceeded': 1 } } });
    expect(stopped.sources[0]?.error).toBe(
      'YouTube: the quota of the key is used up (quotaExceeded, The request cannot be completed because you have exceeded your quota.)',
    );
    fault.answer = undefined;
    expect((await service.run(youtube())).items.out).toBe(150);
    expect((await service.run(youtube())).items.out).toBe(0);
  });

  it('broken in the middle go on in the next run', async () => {
    const fault: { pageToken?: string; answer?: ReturnType<Service> } = {
      pageToken: 'token100',
      answer: { html: 'Sorry' },
    };
    const service = await serve(dataApi(many(1, 150), fault), secrets);
    expect((await service.run(youtube())).sources[0]?.documents.failed).toEqual({ 'unexpected-answer': 1 });
    fault.answer = refusal(400, 'processingFailure', 'The API server failed to process the request.');
    expect((await service.run(youtube())).sources[0]?.documents.failed).toEqual({ 'http-400': 1 });
    fault.answer = undefined;
    expect((await service.run(youtube())).items.out).toBe(50);
    expect((await service.run(youtube())).items.out).toBe(0);
  });

  it('that are switched off, or below no video, do not stop the other videos', async () => {
    const respond = dataApi(many(1, 3));
    const service = await serve(
      (url, request) =>
        url.searchParams.get('videoId') === 'AAAAAAAAAAA'
          ? refusal(403, 'commentsDisabled', 'The video has disabled comments.')
          : respond(url, request),
      secrets,
    );
    const report = await service.run(youtube({ videos: ['AAAAAAAAAAA', 'BBBBBBBBBBB', VIDEO] }));
    expect(report.items.out).toBe(3);
    expect(report.sources[0]?.documents.failed).toEqual({ 'comments-disabled': 1, 'video-not-found': 1 });
    expect(report.sources[0]?.error).toBe('video AAAAAAAAAAA: comments are switched off');
  });

  it('are none below a video that has none', async () => {
    const service = await serve(dataApi([]), secrets);
    expect(await service.run(youtube())).toMatchObject({ items: { in: 0, out: 0 }, sources: [{ reached: true }] });
  });

  it('go back no farther than maximumPosts on the first run', async () => {
    const service = await serve(dataApi(many(1, 400)), secrets);
    expect((await service.run(youtube({ maximumPosts: 200 }))).items.out).toBe(200);
    expect((await service.run(youtube({ maximumPosts: 200 }))).items.out).toBe(0);
  });

  it('do not carry the key to another host', async () => {
    const seen: (string | undefined)[] = [];
    const service = await serve((url, request) => {
      if (url.pathname === '/robots.txt') return undefined;
      if (url.hostname === 'elsewhere.test') seen.push(String(request.headers['x-goog-api-key']));
      return url.hostname === 'api.test'
        ? { status: 302, headers: { location: `http://elsewhere.test${url.pathname}` }, html: '' }
        : { json: { kind: 'youtube#commentThreadListResponse', items: [] } };
    }, secrets);
    const report = await service.run(youtube());
    expect(report.sources[0]?.documents.skipped).toEqual({ 'redirect-leaves-source': 1 });
    expect(seen).toEqual([]);
  });
});
