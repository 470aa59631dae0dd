import { expect, it } from 'vitest';
import { z } from 'zod';
import type { FixtureWeb } from '../../../src/demo/fixture-web.js';
import { ask, type Reply, SMALL, startSmallWeb } from '../small-web.js';

const ORIGIN = 'http://social.al-manar.test';
const TIMELINE = `${ORIGIN}/api/v1/timelines/public`;
const ALL = SMALL.social.map(({ id }) => id).toReversed();

const idsOf = (reply: Reply): string[] =>
  z
    .array(z.looseObject({ id: z.string() }))
    .parse(JSON.parse(reply.text))
    .map(({ id }) => id);
const linkOf = (reply: Reply, rel: string): string | undefined =>
  new RegExp(`<([^>]+)>; rel="${rel}"`).exec(String(reply.headers.link ?? ''))?.[1];

const follow = async (web: FixtureWeb, start: string, rel: string): Promise<string[][]> => {
  const pages: string[][] = [];
  for (let next: string | undefined = start; next !== undefined; ) {
    const reply: Reply = await ask(web, next);
    pages.push(idsOf(reply));
    next = linkOf(reply, rel);
  }
  return pages;
};

it('leads through the whole timeline by Link headers, newest first, 40 at most a page', async () => {
  const web = await startSmallWeb();
  const pages = await follow(web, `${TIMELINE}?limit=400`, 'next');
  expect(pages.map((page) => page.length)).toEqual([40, 40, 15, 0]);
  expect(pages.flat()).toEqual(ALL);
  expect(idsOf(await ask(web, TIMELINE))).toEqual(ALL.slice(0, 20));
});

it('leads forward from a known status by min_id, and gives the newest after since_id', async () => {
  const web = await startSmallWeb();
  const known = ALL[60] ?? '';
  const pages = await follow(web, `${TIMELINE}?limit=25&min_id=${known}`, 'prev');
  expect(pages.map((page) => page.length)).toEqual([25, 25, 10, 0]);
  expect(pages.toReversed().flat()).toEqual(ALL.slice(0, 60));
  expect(idsOf(await ask(web, `${TIMELINE}?limit=25&since_id=${known}`))).toEqual(ALL.slice(0, 25));
  expect(idsOf(await ask(web, `${TIMELINE}?max_id=${known}&since_id=${ALL[63]}`))).toEqual(ALL.slice(61, 63));
  expect(idsOf(await ask(web, `${TIMELINE}?max_id=none`))).toEqual(ALL.slice(0, 20));
});

it('says how many requests are left and refuses the one too many', async () => {
  const web = await startSmallWeb();
  const first = await ask(web, TIMELINE);
  expect(first.headers).toMatchObject({
    'x-ratelimit-limit': '300',
    'x-ratelimit-remaining': '299',
    'x-ratelimit-reset': '2026-11-22T03:05:00.000Z',
  });
  for (let i = 0; i < 299; i += 1) await ask(web, `${TIMELINE}?limit=1`);
  const refused = await ask(web, TIMELINE);
  expect([refused.status, refused.headers['x-ratelimit-remaining']]).toEqual([429, '0']);
});

it('gives a status as the real service does: HTML paragraphs, links for tags and mentions, its writer', async () => {
  const web = await startSmallWeb();
  const [status] = z.array(z.looseObject({ content: z.string() })).parse(JSON.parse((await ask(web, TIMELINE)).text));
  expect(status).toMatchObject({
    id: ALL[0],
    created_at: '2026-04-04T22:00:00.000Z',
    visibility: 'public',
    language: 'fr',
    url: `${ORIGIN}/@zineb/${ALL[0]}`,
    uri: `${ORIGIN}/users/zineb/statuses/${ALL[0]}`,
    reblog: null,
    account: { acct: 'zineb', username: 'zineb', display_name: 'Zineb <3' },
  });
  expect(status?.content).toMatch(
    /^<p>Status 94 <a href="[^"]+\/tags\/Manar" class="mention hashtag" rel="tag">#<span>Manar<\/span><\/a> /,
  );
  expect(status?.content).toContain('href="https://example.test/a?b=1&amp;c=2"');
  expect((await ask(web, `${ORIGIN}/@zineb/${ALL[0]}`)).status).toBe(200);
});

it('leads from the address without the writer’s name to the status', async () => {
  const web = await startSmallWeb();
  const reply = await ask(web, `${ORIGIN}/statuses/${ALL[0]}`);
  expect([reply.status, reply.headers.location]).toEqual([301, `${ORIGIN}/@zineb/${ALL[0]}`]);
  expect((await ask(web, `${ORIGIN}/statuses/1`)).status).toBe(404);
});

it('gives a boost without words of its own, the words being in reblog with their writer', async () => {
  const web = await startSmallWeb();
  const statuses = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse((await ask(web, TIMELINE)).text));
  const boost = statuses.find(({ id }) => id === ALL[4]);
  expect(boost).toMatchObject({
    content: '',
    account: { acct: 'zineb' },
    reblog: { account: { acct: 'writer@elsewhere.test' } },
  });
});

it('lets crawlers read the timeline', async () => {
  const web = await startSmallWeb();
  expect((await ask(web, `${ORIGIN}/robots.txt`)).text).toContain('Allow: /api/v1/timelines/');
});
