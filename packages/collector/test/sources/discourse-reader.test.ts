import { describe, expect, it } from 'vitest';
import { type Service, serve, sourceOf } from './loopback-service.js';

const forum = (spec: Record<string, unknown> = {}) =>
  sourceOf({ kind: 'discourse', instance: 'http://forum.test/', ...spec });

interface Post {
  id: number;
  cooked?: string;
  username?: string;
  post_type?: number;
  hidden?: boolean;
  user_deleted?: boolean;
  locale?: string;
}
interface Topic {
  id: number;
  /** minutes into June 2026 at which it came to the top */
  bumped: number;
  posts: Post[];
  pinned?: boolean;
}
const at = (minutes: number): string => new Date(Date.UTC(2026, 5, 1) + minutes * 60_000).toISOString();
const posts = (from: number, count: number): Post[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }));
const many = (from: number, to: number): Topic[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    id: from + index,
    bumped: from + index,
    posts: posts((from + index) * 1000, 1),
  }));

const shown = (topic: Topic, post: Post): unknown => ({
  name: 'Full Name',
  username: 'writer_name',
  cooked: `<p>Words of post ${post.id} in the forum</p>`,
  post_type: 1,
  created_at: at(topic.bumped),
  updated_at: at(topic.bumped),
  version: 1,
  hidden: false,
  user_deleted: false,
  deleted_at: null,
  ...post,
  topic_id: topic.id,
  post_number: topic.posts.indexOf(post) + 1,
});

/** A forum under `folder`: 30 topics a page, the first 20 posts of a topic, the others by their ids. */
const discourse =
  (topics: Topic[], fault: { path?: string; answer?: ReturnType<Service> } = {}, folder = ''): Service =>
  (url) => {
    const path = url.pathname.slice(folder.length);
    if (!url.pathname.startsWith(folder) || url.pathname === '/robots.txt') return undefined;
    if (fault.answer && `${path}${url.search}`.startsWith(fault.path ?? '')) return fault.answer;
    if (path === '/latest.json') {
      const sorted = [...topics].sort((a, b) => Number(b.pinned ?? 0) - Number(a.pinned ?? 0) || b.bumped - a.bumped);
      const page = Number(url.searchParams.get('page') ?? '0');
      const more = sorted.length > (page + 1) * 30;
      return {
        json: {
          users: [{ id: 1, username: 'writer_name' }],
          topic_list: {
            per_page: 30,
            ...(more ? { more_topics_url: `${folder}/latest?no_definitions=true&page=${page + 1}` } : {}),
            topics: sorted.slice(page * 30, (page + 1) * 30).map((topic) => ({
              id: topic.id,
              title: `Topic ${topic.id}`,
              slug: `topic-${topic.id}`,
              posts_count: topic.posts.length,
              highest_post_number: topic.posts.length,
              bumped: true,
              bumped_at: at(topic.bumped),
              pinned: topic.pinned ?? false,
              pinned_globally: false,
            })),
          },
        },
      };
    }
    const asked = /^\/t\/(\d+)(\/posts)?\.json$/.exec(path);
    const topic = topics.find(({ id }) => String(id) === asked?.[1]);
    if (!asked || !topic)
      return { status: 404, json: { errors: ['The requested URL could not be found.'], error_type: 'not_found' } };
    const wanted = url.searchParams.getAll('post_ids[]').map(Number);
    const page = asked[2] ? topic.posts.filter(({ id }) => wanted.includes(id)) : topic.posts.slice(0, 20);
    const stream = { posts: page.map((post) => shown(topic, post)) };
    return {
      json: asked[2]
        ? { id: topic.id, post_stream: stream }
        : {
            id: topic.id,
            title: `Topic ${topic.id}`,
            chunk_size: 20,
            post_stream: { ...stream, stream: topic.posts.map(({ id }) => id) },
          },
    };
  };

describe('a Discourse forum', () => {
  it('is read topic by topic, and a second run asks for its list alone', async () => {
    const topics = [...many(1, 40), { id: 99, bumped: 99, posts: posts(99_000, 65) }];
    const service = await serve(discourse(topics));
    const first = await service.run(forum());
    expect(first.items).toMatchObject({ in: 105, out: 105 });
    expect(service.asked.filter((path) => path.startsWith('/latest'))).toEqual(['/latest.json', '/latest.json?page=1']);
    expect(service.asked.filter((path) => path.startsWith('/t/99/posts.json'))).toHaveLength(3);
    expect(service.asked).toHaveLength(2 + 41 + 3);
    expect(service.robots).toEqual(['/robots.txt']);
    expect([...service.ledger.posts.values()].find(({ locator }) => locator.endsWith('/p/99021'))).toMatchObject({
      url: 'http://forum.test/t/99/22',
      title: null,
      text: 'Words of post 99021 in the forum',
      publishedAt: at(99),
      publishedPrecision: 'second',
      permission: 'public-api',
    });
    expect([...service.ledger.posts.values()].find(({ locator }) => locator.endsWith('/p/99000'))?.title).toBe(
      'Topic 99',
    );
    expect(JSON.stringify([...service.ledger.posts.values()])).not.toMatch(/writer_name|Full Name/);

    const second = await service.run(forum());
    expect(second.items).toMatchObject({ in: 0, out: 0 });
    expect(service.asked).toEqual(['/latest.json']);
  });

  it('is asked again for the topics written in since, and of them for the new posts', async () => {
    const long: Topic = { id: 99, bumped: 99, posts: posts(99_000, 45) };
    const topics = [...many(1, 40), long];
    const service = await serve(discourse(topics));
    await service.run(forum());
    long.posts.push(...posts(99_900, 3));
    long.bumped = 200;
    topics.push(...many(201, 240));
    const second = await service.run(forum());
    expect(second.items.out).toBe(43);
    const ids = (from: number, to: number): string =>
      Array.from({ length: to - from + 1 }, (_, index) => `post_ids[]=${from + index}`).join('&');
    expect(service.asked.filter((path) => path.startsWith('/t/99'))).toEqual([
      '/t/99.json',
      `/t/99/posts.json?${ids(99_040, 99_044)}&${ids(99_900, 99_902)}`,
    ]);
    expect(service.asked).toHaveLength(2 + 40 + 2);
    expect((await service.run(forum())).items.in).toBe(0);
  });

  it('with pinned topics at the top is still read down to what is known', async () => {
    const topics = [{ id: 500, bumped: 0, posts: posts(500_000, 1), pinned: true }, ...many(1, 70)];
    const service = await serve(discourse(topics));
    expect((await service.run(forum())).items.out).toBe(71);
    topics.push(...many(71, 75));
    expect((await service.run(forum())).items.out).toBe(5);
    expect(service.asked[0]).toBe('/latest.json');
    expect(service.asked).toHaveLength(6);
  });

  it('gives no deleted or hidden post, no action and no quote', async () => {
    const quote =
      '<aside class="quote no-group" data-username="other_name"><div class="title">other_name:</div><blockquote><p>theirs</p></blockquote></aside>\n<p>Mine &amp; <a class="mention" href="/u/other_name">@other_name</a></p>';
    const service = await serve(
      discourse([
        {
          id: 7,
          bumped: 1,
          posts: [
            { id: 1, cooked: quote, locale: 'fr' },
            { id: 2, user_deleted: true, cooked: '<p>(post deleted by author)</p>' },
            { id: 3, hidden: true, cooked: '<p>This post was flagged and is temporarily hidden.</p>' },
            { id: 4, post_type: 3, cooked: '' },
          ],
        },
      ]),
    );
    const report = await service.run(forum({ language: 'ary' }));
    expect(report.items).toMatchObject({ in: 4, out: 1, dropped: { deleted: 1, hidden: 1, 'forum-action': 1 } });
    const [post] = [...service.ledger.posts.values()];
    expect(post).toMatchObject({ text: expect.stringMatching(/^Mine & /), languageHint: 'fra' });
    expect(JSON.stringify(post)).not.toContain('other_name');
  });

  it('that says it is asked too much is left alone as long as it wants', async () => {
    const respond = discourse(many(1, 3));
    let refusals = 1;
    const service = await serve((url, request) => {
      if (url.pathname !== '/t/2.json' || refusals === 0) return respond(url, request);
      refusals -= 1;
      return {
        status: 429,
        headers: { 'retry-after': '42', 'discourse-rate-limit-error-code': 'ip_10_secs_limit' },
        json: { errors: ['Too many requests'], error_type: 'rate_limit', extras: { wait_seconds: 42 } },
      };
    });
    expect((await service.run(forum())).items.out).toBe(3);
    expect(Math.max(...service.slept)).toBeGreaterThan(41_000);
  });

  it('with a broken answer in the middle loses nothing', async () => {
    const fault: { path?: string; answer?: ReturnType<Service> } = {
      path: '/latest.json?page=1',
      answer: { html: '<h1>Back soon</h1>' },
    };
    const topics = many(1, 65);
    const service = await serve(discourse(topics, fault));
    const broken = await service.run(forum());
    expect(broken.items.out).toBe(30);
    expect(broken.sources[0]?.documents.failed).toEqual({ 'unexpected-answer': 1 });
    fault.answer = { status: 503, json: { errors: ['Read only'], error_type: 'read_only' } };
    expect((await service.run(forum())).items.out).toBe(0);
    fault.answer = undefined;
    topics.push(...many(66, 66));
    expect((await service.run(forum())).items.out).toBe(36);
    expect((await service.run(forum())).items.out).toBe(0);
  });

  it('for members only says so', async () => {
    const service = await serve(
      discourse([], {
        path: '/latest.json',
        answer: {
          status: 403,
          json: { errors: ['You need to be logged in to do that.'], error_type: 'not_logged_in' },
        },
      }),
    );
    const report = await service.run(forum());
    expect(report.sources[0]?.error).toContain('answered 403: not_logged_in, You need to be logged in');
  });

  it('that is not to be indexed is not kept', async () => {
    const respond = discourse(many(1, 2));
    const service = await serve((url, request) => {
      const answer = respond(url, request);
      return answer && { ...answer, headers: { 'x-robots-tag': 'noindex, nofollow' } };
    });
    const report = await service.run(forum());
    expect(report.sources[0]?.documents.skipped).toEqual({ noindex: 1 });
    expect(service.asked).toEqual(['/latest.json']);
  });

  it('in a folder is read there', async () => {
    const service = await serve(discourse(many(1, 31), {}, '/community'));
    const report = await service.run(forum({ instance: 'http://forum.test/community/' }));
    expect(report.items.out).toBe(31);
    expect(service.asked).toContain('/community/latest.json?page=1');
    expect([...service.ledger.posts.values()][0]?.locator).toMatch(/^http:\/\/forum\.test\/community\/p\/\d+$/);
  });

  it('without topics gives nothing, and a topic that has gone is counted', async () => {
    const empty = await serve(discourse([]));
    expect((await empty.run(forum())).items.in).toBe(0);
    const respond = discourse(many(1, 2));
    const service = await serve((url, request) =>
      url.pathname === '/t/2.json'
        ? { status: 404, json: { errors: ['gone'], error_type: 'not_found' } }
        : respond(url, request),
    );
    const report = await service.run(forum());
    expect(report.sources[0]?.documents.failed).toEqual({ 'http-404': 1 });
    expect(report.items.out).toBe(1);
  });

  it('goes back no farther than maximumTopics and asks no more than maximumPages', async () => {
    const service = await serve(discourse(many(1, 100)));
    expect((await service.run(forum({ maximumTopics: 60, maximumPages: 20 }))).items.out).toBeLessThan(20);
    expect(service.asked).toHaveLength(20);
    for (let run = 0; run < 3; run += 1) await service.run(forum({ maximumTopics: 60, maximumPages: 20 }));
    expect(service.ledger.posts.size).toBe(60);
  });
});
