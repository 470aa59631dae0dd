import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenComments } from '../../src/sources/reddit-things.js';
import { type Service, serve, sourceOf } from './loopback-service.js';

const reddit = (spec: Record<string, unknown> = {}) =>
  sourceOf({ kind: 'reddit', instance: 'http://reddit.test', communities: ['manar'], ...spec });

interface Comment {
  id: string;
  body?: string;
  author?: string;
  replies?: Comment[];
  /** ids left off below it */
  more?: string[];
  /** "continue this thread" below it */
  deeper?: boolean;
}
interface Post {
  /** base 36 */
  id: string;
  /** seconds since 1970 */
  created: number;
  title?: string;
  selftext?: string;
  selftext_html?: string | null;
  author?: string;
  crosspost_parent?: string;
  removed_by_category?: string | null;
  comments?: Comment[];
  more?: string[];
}
const START = Date.UTC(2026, 5, 1) / 1000;
const many = (from: number, to: number): Post[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    id: (1000 + from + index).toString(36),
    created: START + (from + index) * 60,
    title: `Title ${from + index}`,
    selftext: `words of post ${from + index}`,
  }));
const countOf = (comments: Comment[] = []): number =>
  comments.reduce((sum, { replies, more }) => sum + 1 + countOf(replies) + (more?.length ?? 0), 0);

const listingOf = (children: unknown[], after: string | null = null): unknown => ({
  kind: 'Listing',
  data: { after, dist: children.length, modhash: '', before: null, children },
});
const post = ({ id, created, comments, more, ...rest }: Post): unknown => ({
  kind: 't3',
  data: {
    id,
    name: `t3_${id}`,
    subreddit: 'manar',
    author: 'poster_name',
    title: 'A title',
    selftext: '',
    selftext_html: null,
    removed_by_category: null,
    permalink: `/r/manar/comments/${id}/a_title/`,
    created_utc: created,
    num_comments: countOf(comments) + (more?.length ?? 0),
    ...rest,
  },
});
const left = (parent: string, children: string[]): unknown => ({
  kind: 'more',
  data: {
    count: children.length,
    id: children[0] ?? '_',
    name: `t1_${children[0] ?? '_'}`,
    parent_id: parent,
    children,
  },
});
const comment = (link: string, { id, body, author, replies, more, deeper }: Comment): unknown => {
  const below = [
    ...(replies ?? []).map((reply) => comment(link, reply)),
    ...(more ? [left(`t1_${id}`, more)] : []),
    ...(deeper ? [left(`t1_${id}`, [])] : []),
  ];
  return {
    kind: 't1',
    data: {
      id,
      link_id: `t3_${link}`,
      author: author ?? 'commenter_name',
      body: body ?? `comment ${id}`,
      body_html: `<div class="md"><p>${body ?? `comment ${id}`}</p>\n</div>`,
      created_utc: START + 9000,
      replies: below.length === 0 ? '' : listingOf(below),
    },
  };
};

/** A server with one community; listings as documented: 100 a page, `after` is the name of the last one shown. */
const community =
  (posts: Post[], fault: { path?: string; answer?: ReturnType<Service> } = {}): Service =>
  (url) => {
    if (url.pathname === '/robots.txt') return undefined;
    if (fault.answer && `${url.pathname}${url.search}`.includes(fault.path ?? '')) return fault.answer;
    if (url.searchParams.get('raw_json') !== '1') return { status: 400, json: { message: 'escaped' } };
    const found = /^\/comments\/(\w+)(?:\/_\/(\w+))?\.json$/.exec(url.pathname);
    if (found) {
      const [, id = '', below] = found;
      const wanted = posts.find((candidate) => candidate.id === id);
      if (!wanted) return { status: 404, json: { message: 'Not Found', error: 404 } };
      const comments =
        below === undefined
          ? (wanted.comments ?? []).map((each) => comment(id, each))
          : [comment(id, { id: below, replies: [{ id: `${below}x` }] })];
      const end = below === undefined && wanted.more ? [left(`t3_${id}`, wanted.more)] : [];
      return { json: [listingOf([post(wanted)]), listingOf([...comments, ...end])] };
    }
    if (url.pathname === '/api/morechildren.json') {
      const link = (url.searchParams.get('link_id') ?? '').slice(3);
      const ids = (url.searchParams.get('children') ?? '').split(',');
      if (ids.length > 100) return { status: 400, json: { message: 'too many' } };
      return { json: { json: { errors: [], data: { things: ids.map((id) => comment(link, { id })) } } } };
    }
    if (url.pathname === '/r/private/new.json')
      return { status: 403, json: { reason: 'private', message: 'Forbidden', error: 403 } };
    if (url.pathname !== '/r/manar/new.json') return { status: 404, json: { message: 'Not Found', error: 404 } };
    const sorted = [...posts].sort((a, b) => b.created - a.created);
    const after = url.searchParams.get('after');
    const from = after === null ? 0 : sorted.findIndex(({ id }) => `t3_${id}` === after) + 1;
    const page = sorted.slice(from, from + 100);
    const last = from + 100 < sorted.length ? `t3_${page.at(-1)?.id}` : null;
    return { json: listingOf(page.map(post), last) };
  };

describe('a community on Reddit', () => {
  it('is read to its end, and a second run asks for its newest page alone', async () => {
    const posts = many(1, 250);
    const service = await serve(community(posts));
    const first = await service.run(reddit());
    expect(first.items).toMatchObject({ in: 250, out: 250 });
    expect(service.asked).toHaveLength(3);
    expect(service.robots).toEqual(['/robots.txt']);
    expect([...service.ledger.posts.values()].find(({ title }) => title === 'Title 250')).toMatchObject({
      locator: `http://reddit.test/comments/${(1250).toString(36)}`,
      text: 'words of post 250',
      publishedAt: '2026-06-01T04:10:00.000Z',
      publishedPrecision: 'second',
      permission: 'public-api',
    });

    const second = await service.run(reddit());
    expect(second.items).toMatchObject({ in: 100, out: 0 });
    expect(service.asked).toEqual(['/r/manar/new.json?limit=100&raw_json=1']);

    posts.splice(0, 1);
    posts.push(...many(251, 400));
    expect((await service.run(reddit())).items.out).toBe(150);
    expect(service.asked).toHaveLength(2);
    expect((await service.run(reddit())).items.out).toBe(0);
  });

  it('leaves out what is deleted, removed or passed on, and quotes', async () => {
    const service = await serve(
      community([
        { id: 'a1', created: START, selftext: '[deleted]', author: '[deleted]' },
        { id: 'a2', created: START, selftext: '[removed]', removed_by_category: 'moderator' },
        { id: 'a3', created: START, removed_by_category: 'deleted' },
        { id: 'a4', created: START, crosspost_parent: 't3_zzz' },
        { id: 'a5', created: START, title: 'Only a headline' },
        {
          id: 'a6',
          created: START,
          title: 'With words',
          selftext: '> theirs\n\nmine &amp; more',
          selftext_html:
            '<!-- SC_OFF --><div class="md"><blockquote>\n<p>theirs</p>\n</blockquote>\n\n<p>mine &amp; more</p>\n</div><!-- SC_ON -->',
        },
      ]),
    );
    const report = await service.run(reddit({ language: 'fra' }));
    expect(report.items).toMatchObject({ in: 6, out: 2, dropped: { deleted: 2, removed: 1, crosspost: 1 } });
    const posts = [...service.ledger.posts.values()];
    expect(posts.map(({ title, text, languageHint }) => [title, text, languageHint])).toEqual([
      [null, 'Only a headline', 'fra'],
      ['With words', 'mine & more', 'fra'],
    ]);
    expect(JSON.stringify(posts)).not.toContain('poster_name');
  });

  it('is left alone until its limit is reset', async () => {
    const respond = community(many(1, 150));
    const service = await serve((url, request) => {
      const answer = respond(url, request);
      const headers = { 'x-ratelimit-used': '100', 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '77' };
      return answer && { ...answer, headers };
    });
    expect((await service.run(reddit())).items.out).toBe(150);
    expect(Math.max(...service.slept)).toBeGreaterThan(76_000);
  });

  it('that robots.txt closes is left alone, and the report says so', async () => {
    const service = await serve((url) =>
      url.pathname === '/robots.txt' ? { html: 'User-agent: *\nDisallow: /' } : { status: 500 },
    );
    const report = await service.run(reddit());
    expect(service.asked).toEqual([]);
    expect(report.sources[0]).toMatchObject({ documents: { skipped: { robots: 1 } } });
    expect(report.sources[0]?.error).toContain('robots.txt of http://reddit.test does not allow');
  });

  it('that is private, missing or broken is reported in the words of the service', async () => {
    const fault: { path?: string; answer?: ReturnType<Service> } = {};
    const service = await serve(community(many(1, 150), fault));
    expect((await service.run(reddit({ communities: ['private'] }))).sources[0]?.error).toContain('private, Forbidden');
    expect((await service.run(reddit({ communities: ['nowhere'] }))).sources[0]?.error).toContain('404: Not Found');
    Object.assign(fault, { path: 'after=', answer: { html: '<h1>Our CDN was unable to reach our servers</h1>' } });
    const broken = await service.run(reddit());
    expect(broken.items.out).toBe(100);
    fault.answer = undefined;
    expect((await service.run(reddit())).items.out).toBe(50);
    expect((await service.run(reddit())).items.out).toBe(0);
  });

  it('without posts gives nothing', async () => {
    const service = await serve(community([]));
    expect(await service.run(reddit())).toMatchObject({ items: { in: 0, out: 0 }, sources: [{ reached: true }] });
  });
});

describe('comments on Reddit', () => {
  const thread = (): Post[] => [
    {
      ...many(1, 1)[0],
      id: 'p1',
      created: START,
      comments: [
        { id: 'c1', replies: [{ id: 'c2', replies: [{ id: 'c3', deeper: true }] }] },
        { id: 'c4', body: '[removed]', author: '[deleted]' },
        { id: 'c5', author: '[deleted]' },
      ],
      more: Array.from({ length: 130 }, (_, index) => `m${index.toString(36)}`),
    },
    { ...many(2, 2)[0], id: 'p2', created: START + 60 },
  ];

  it('are read with the branches that were left off, and again when their number changes', async () => {
    const posts = thread();
    const service = await serve(community(posts));
    const source = reddit({ comments: true });
    const first = await service.run(source);
    // Two posts, c1 c2 c3 c5, 130 left off, and one below "continue this thread" (which shows c3 again).
    expect(first.items).toMatchObject({ out: 2 + 4 + 130 + 1, dropped: { removed: 1, known: 1 } });
    expect(service.asked.filter((path) => path.startsWith('/api/morechildren'))).toHaveLength(2);
    expect(service.asked).toHaveLength(1 + 1 + 2 + 1);
    const c3 = [...service.ledger.posts.values()].find(({ text }) => text === 'comment c3');
    expect(c3).toMatchObject({ locator: 'http://reddit.test/comments/p1/_/c3', title: null });
    expect([...service.ledger.posts.values()].find(({ text }) => text === 'comment c5')?.authorHash).toBeNull();

    const second = await service.run(source);
    expect(second.items.out).toBe(0);
    expect(service.asked).toEqual(['/r/manar/new.json?limit=100&raw_json=1']);

    posts[1]?.comments?.push({ id: 'n1' });
    Object.assign(posts[1] ?? {}, { comments: [{ id: 'n1' }] });
    const third = await service.run(source);
    expect(third.items.out).toBe(1);
    expect(service.asked.slice(1)).toEqual(['/comments/p2.json?limit=500&sort=old&raw_json=1']);
  });

  it('are not asked for unless the city wants them', async () => {
    const service = await serve(community(thread()));
    expect((await service.run(reddit())).items.out).toBe(2);
    expect(service.asked).toHaveLength(1);
  });
});

describe('flattenComments', () => {
  it('gives every thing once, in the order of the page, however deep they nest', () => {
    let deepest: unknown = '';
    for (let depth = 20_000; depth > 0; depth -= 1) {
      deepest = {
        kind: 'Listing',
        data: {
          children: [
            {
              kind: 't1',
              data: {
                id: depth.toString(36),
                link_id: 't3_a',
                body: 'x',
                created_utc: START,
                author: 'a',
                replies: deepest,
              },
            },
          ],
        },
      };
    }
    const root = deepest as { data: { children: { kind: string; data: unknown }[] } };
    const { comments } = flattenComments(root.data.children);
    expect(comments).toHaveLength(20_000);
    expect(comments[1]?.id).toBe('2');
  });

  it('never throws, and counts what it cannot read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constantFrom('t1', 'more', 't9'), data: fc.jsonValue() })),
        (things) => {
          const { comments, leftOff, unreadable } = flattenComments(things);
          expect(comments.length + leftOff.length + unreadable.length).toBe(things.length);
        },
      ),
    );
  });
});
