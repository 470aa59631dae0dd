import { describe, expect, it } from 'vitest';
import { type Service, serve, sourceOf } from './loopback-service.js';

const bluesky = (spec: Record<string, unknown>) =>
  sourceOf({ kind: 'bluesky', instance: 'http://appview.test', ...spec });
const at = (minutes: number): string => new Date(Date.UTC(2026, 5, 1) + minutes * 60_000).toISOString();

interface Item {
  key: string;
  /** minutes into June 2026 */
  minutes: number;
  text?: string;
  langs?: string[];
  createdAt?: string;
  repost?: boolean;
  labels?: string[];
}
const view = ({ key, minutes, text, langs, createdAt, labels = [] }: Item): unknown => ({
  uri: `at://did:plc:writer${key}/app.bsky.feed.post/${key}`,
  cid: `bafy${key}`,
  author: {
    did: `did:plc:writer${key}`,
    handle: `writer${key}.test`,
    displayName: `Writer ${key}`,
    labels: labels.map((val) => ({ src: 'did:plc:x', uri: 'at://x', val, cts: at(0) })),
  },
  record: {
    $type: 'app.bsky.feed.post',
    text: text ?? `text number ${key}`,
    createdAt: createdAt ?? at(minutes),
    ...(langs ? { langs } : {}),
  },
  replyCount: 0,
  indexedAt: at(minutes),
});
const many = (from: number, to: number): Item[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ key: `k${from + index}`, minutes: (from + index) * 10 }));

/** searchPosts and getAuthorFeed over a list which a test may add to; cursors as the AppView gives them. */
const appView =
  (items: Item[], faults: { at?: string; answer?: ReturnType<Service> } = {}): Service =>
  (url) => {
    const method = url.pathname.replace('/xrpc/app.bsky.feed.', '');
    const limit = Number(url.searchParams.get('limit') ?? '25');
    if (limit > 100) return { status: 400, json: { error: 'InvalidRequest', message: 'limit may not exceed 100' } };
    const cursor = url.searchParams.get('cursor');
    if (faults.answer && (faults.at ?? null) === cursor) return faults.answer;
    const sorted = [...items].sort((a, b) => b.minutes - a.minutes);
    if (method === 'searchPosts') {
      if (url.searchParams.get('sort') !== 'latest') return { status: 400, json: { error: 'BadQueryString' } };
      const since = url.searchParams.get('since') ?? '';
      const found = sorted.filter(({ minutes }) => at(minutes) >= since);
      const from = Number(cursor ?? '0');
      const page = found.slice(from, from + limit);
      return {
        json: {
          posts: page.map(view),
          hitsTotal: found.length,
          ...(from + limit < found.length ? { cursor: String(from + limit) } : {}),
        },
      };
    }
    if (method !== 'getAuthorFeed') return undefined;
    if (url.searchParams.get('actor') !== 'mairie.test')
      return { status: 400, json: { error: 'InvalidRequest', message: 'Profile not found' } };
    const page = sorted.filter(({ minutes }) => cursor === null || at(minutes) < cursor).slice(0, limit);
    return {
      json: {
        feed: page.map((item) => ({
          post: view(item),
          ...(item.repost
            ? {
                reason: {
                  $type: 'app.bsky.feed.defs#reasonRepost',
                  by: { did: 'did:plc:mairie', handle: 'mairie.test' },
                  indexedAt: at(item.minutes),
                },
              }
            : {}),
        })),
        ...(page.length === limit ? { cursor: at(page.at(-1)?.minutes ?? 0) } : {}),
      },
    };
  };

describe('a Bluesky search', () => {
  it('is read to its end by cursor, and a second run asks for what is newer', async () => {
    const items = many(1, 250);
    const service = await serve(appView(items));
    const source = bluesky({ searches: ['"bab el bahr" lang:fr'] });
    const first = await service.run(source);
    expect(first.items).toMatchObject({ in: 250, out: 250, dropped: {} });
    expect(service.asked).toHaveLength(3);
    expect(service.robots).toEqual(['/robots.txt']);

    const second = await service.run(source);
    expect(second.items.out).toBe(0);
    // One request: the hour before the newest post is looked at again, because an AppView may show a post late.
    expect(service.asked).toHaveLength(1);
    expect(new URL(service.asked[0] ?? '', 'http://x').searchParams.get('since')).toBe(at(2440));
    expect(second.items.in).toBe(7);

    items.push(...many(251, 400), { key: 'late', minutes: 2490 });
    const third = await service.run(source);
    expect(third.items.out).toBe(151);
    expect(service.asked).toHaveLength(2);
    expect((await service.run(source)).items.out).toBe(0);
  });

  it('gives posts without any name of their authors', async () => {
    const service = await serve(
      appView([
        { key: 'a', minutes: 5, text: 'Le port rouvre demain', langs: ['fr-FR'] },
        { key: 'b', minutes: 6, text: 'two languages', langs: ['en', 'ar'], createdAt: '2031-01-01T00:00:00Z' },
      ]),
    );
    await service.run(bluesky({ searches: ['port'], language: 'ary' }));
    const [b, a] = [...service.ledger.posts.values()].sort((x, y) => (x.text < y.text ? 1 : -1));
    expect(a).toMatchObject({
      text: 'Le port rouvre demain',
      publishedAt: '2026-06-01T00:05:00.000Z',
      publishedPrecision: 'second',
      languageHint: 'fra',
      permission: 'public-api',
    });
    expect(a?.locator).toMatch(/^https:\/\/bsky\.app\/profile\/⟨user⟩\/post\/a~[0-9a-f]{16}$/);
    // A time after the moment at which the AppView saw the post is not believed; two languages are no hint.
    expect(b).toMatchObject({ publishedAt: '2026-06-01T00:06:00.000Z', languageHint: 'ary' });
    expect(a?.authorHash).not.toBe(b?.authorHash);
    expect(JSON.stringify([...service.ledger.posts.values(), ...service.ledger.rejections.values()])).not.toMatch(
      /writer/i,
    );
  });

  it('that this AppView answers only to the signed-in says so', async () => {
    const service = await serve(() => ({ status: 403, json: { error: 'Forbidden', message: 'no' } }));
    const report = await service.run(bluesky({ searches: ['port'] }), {});
    expect(report.sources[0]?.documents.failed).toEqual({});
    expect(report.sources[0]?.error).toContain('robots.txt answered 403');

    const open = await serve((url) =>
      url.pathname === '/robots.txt' ? undefined : { status: 403, json: { error: 'Forbidden', message: 'no' } },
    );
    const refused = await open.run(bluesky({ searches: ['port'] }));
    expect(refused.sources[0]).toMatchObject({ reached: true, documents: { failed: { 'http-403': 1 } } });
    expect(refused.sources[0]?.error).toContain('answered 403: Forbidden, no; this AppView shows it to signed-in');
  });

  it('whose limit is used up is left alone until it is reset', async () => {
    const items = many(1, 150);
    const respond = appView(items);
    const service = await serve((url, request) => {
      const answer = respond(url, request);
      // Seconds since 1970: 100 s after the tests' clock.
      return (
        answer && {
          ...answer,
          headers: {
            'ratelimit-limit': '3000',
            'ratelimit-remaining': '0',
            'ratelimit-reset': String(Date.UTC(2026, 8, 28) / 1000 + 100),
            'ratelimit-policy': '3000;w=300',
          },
        }
      );
    });
    expect((await service.run(bluesky({ searches: ['port'] }))).items.out).toBe(150);
    expect(Math.max(...service.slept)).toBeGreaterThan(90_000);
  });

  it('broken in the middle by an error page goes on in the next run', async () => {
    const faults: { at?: string; answer?: ReturnType<Service> } = {
      at: '100',
      answer: { html: '<h1>Bad gateway</h1>' },
    };
    const service = await serve(appView(many(1, 250), faults));
    const source = bluesky({ searches: ['port'] });
    const broken = await service.run(source);
    expect(broken.items.out).toBe(100);
    expect(broken.sources[0]?.documents.failed).toEqual({ 'unexpected-answer': 1 });
    faults.answer = { status: 502, html: 'Bad gateway' };
    expect((await service.run(source)).sources[0]?.documents.failed).toEqual({ 'http-502': 1 });
    faults.answer = undefined;
    expect((await service.run(source)).items.out).toBe(150);
    expect((await service.run(source)).items.out).toBe(0);
    expect(service.ledger.posts.size).toBe(250);
  });

  it('that finds nothing gives nothing', async () => {
    const service = await serve(appView([]));
    const source = bluesky({ searches: ['nothing'] });
    for (const _run of [1, 2]) {
      expect(await service.run(source)).toMatchObject({
        items: { in: 0, out: 0 },
        sources: [{ reached: true, documents: { fetched: 1 } }],
      });
      expect(service.asked).toHaveLength(1);
    }
  });

  it('goes back no farther than maximumPosts on its first run', async () => {
    const service = await serve(appView(many(1, 500)));
    expect((await service.run(bluesky({ searches: ['port'], maximumPosts: 200 }))).items.out).toBe(200);
    expect((await service.run(bluesky({ searches: ['port'], maximumPosts: 200 }))).items.out).toBe(0);
  });
});

describe("a Bluesky author's feed", () => {
  const source = bluesky({ authors: ['@mairie.test'] });

  it('is read without reposts and without those who ask for sign-in', async () => {
    const items: Item[] = [
      ...many(1, 120),
      { key: 'r', minutes: 5000, repost: true },
      { key: 'p', minutes: 4000, labels: ['!no-unauthenticated'] },
    ];
    const service = await serve(appView(items));
    const first = await service.run(source);
    expect(first.items).toMatchObject({ in: 122, out: 120, dropped: { repost: 1, 'asks-for-sign-in': 1 } });
    expect([...service.ledger.rejections.values()].map(({ locator }) => locator).sort()).toEqual([
      `http://appview.test/#bafyp`,
      `http://appview.test/#bafyr-reposted-${at(5000)}`,
    ]);
    const second = await service.run(source);
    expect(second.items.out).toBe(0);
    expect(service.asked).toEqual([
      '/xrpc/app.bsky.feed.getAuthorFeed?actor=mairie.test&filter=posts_with_replies&limit=100',
    ]);

    // A deleted post is simply no longer there; the walk stops at the time it had.
    items.splice(
      items.findIndex(({ key }) => key === 'k120'),
      1,
    );
    items.push(...many(600, 820));
    const third = await service.run(source);
    expect(third.items.out).toBe(221);
    expect(service.asked).toHaveLength(3);
  });

  it('counts what it cannot read', async () => {
    const service = await serve((url) =>
      url.pathname === '/robots.txt'
        ? undefined
        : { json: { feed: [{ post: view({ key: 'a', minutes: 1 }) }, { post: null }, 7, { post: { uri: 'x' } }] } },
    );
    const report = await service.run(source);
    expect(report.items).toMatchObject({ in: 4, out: 1, dropped: { 'unreadable-item': 3 } });
  });

  it('of nobody fails with what the service says', async () => {
    const service = await serve(appView([]));
    const report = await service.run(bluesky({ authors: ['nobody.test'] }));
    expect(report.sources[0]).toMatchObject({ reached: true, documents: { failed: { 'http-400': 1 } } });
    expect(report.sources[0]?.error).toContain('InvalidRequest, Profile not found');
  });
});

describe('a Bluesky source', () => {
  it.each([
    ['neither search nor author', {}],
    ['an empty search', { searches: [' '] }],
    ['an author that is no handle', { authors: ['mairie'] }],
    ['an unknown field', { searches: ['port'], query: 'port' }],
  ])('with %s is refused', (_name, spec) => {
    expect(() => bluesky(spec)).toThrow();
  });
});
