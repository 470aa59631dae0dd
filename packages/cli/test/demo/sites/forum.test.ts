import { expect, it } from 'vitest';
import { ask, startSmallWeb } from '../small-web.js';

const ORIGIN = 'http://forum.al-manar.test';

it('leads from the boards to the threads and to every page of a thread', async () => {
  const web = await startSmallWeb();
  expect((await ask(web, `${ORIGIN}/`)).text).toContain('href="/f/city"');
  const board = await ask(web, `${ORIGIN}/f/city`);
  for (const page of [1, 2, 3]) expect(board.text).toContain(`href="/t/tram-works?page=${page}"`);
});

it('shows eight posts a page, in the order of writing', async () => {
  const web = await startSmallWeb();
  const ids = async (page: number): Promise<string[]> =>
    [
      ...(await ask(web, `${ORIGIN}/t/tram-works?page=${page}`)).text.matchAll(
        /<article class="post" id="post-(\d+)">/g,
      ),
    ].map(([, id]) => id ?? '');
  const pages = [await ids(1), await ids(2), await ids(3)];
  expect(pages.map((page) => page.length)).toEqual([8, 8, 3]);
  expect(pages.flat()).toEqual(Array.from({ length: 19 }, (_, i) => String(1001 + i)));
  for (const page of ['0', '4', 'x', '1.5', '']) {
    expect((await ask(web, `${ORIGIN}/t/tram-works?page=${page}`)).status).toBe(404);
  }
});

it('sends the bare address of a thread to its first page', async () => {
  const web = await startSmallWeb();
  const reply = await ask(web, `${ORIGIN}/t/tram-works`);
  expect([reply.status, reply.headers.location]).toEqual([301, `${ORIGIN}/t/tram-works?page=1`]);
});

it('gives each post its author, time and body, with quotes and signatures as forums have them', async () => {
  const web = await startSmallWeb();
  const { text } = await ask(web, `${ORIGIN}/t/tram-works?page=1`);
  const fourth = /<article class="post" id="post-1004">.*?<\/article>/s.exec(text)?.[0] ?? '';
  expect(fourth).toContain('<a class="author" href="/u/old_tram">old_tram</a>');
  expect(fourth).toContain('<time datetime="2026-04-04T07:00:00Z">4 Apr 2026, 07:00</time>');
  expect(fourth).toContain('<blockquote><cite>lina maps wrote:</cite> Post number 3 &lt;b&gt;');
  expect(fourth).toContain('<p>Post number 4 &lt;b&gt;<br>second line</p>');
  expect(text).toContain('class="signature"');
  expect(text).toContain('Who is online');
});

it('keeps members’ pages out of bounds', async () => {
  const web = await startSmallWeb();
  expect((await ask(web, `${ORIGIN}/robots.txt`)).text).toContain('Disallow: /u/');
  expect((await ask(web, `${ORIGIN}/u/lina%20maps`)).status).toBe(200);
});
