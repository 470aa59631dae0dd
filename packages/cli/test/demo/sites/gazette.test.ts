import { expect, it } from 'vitest';
import { ask, startSmallWeb } from '../small-web.js';

const ORIGIN = 'http://gazette.al-manar.test';

it('offers all articles as RSS 2.0, newest first, with the whole text escaped', async () => {
  const web = await startSmallWeb();
  const { text, headers } = await ask(web, `${ORIGIN}/rss.xml`);
  expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8');
  expect([...text.matchAll(/<guid isPermaLink="true">([^<]+)</g)].map(([, guid]) => guid)).toEqual([
    `${ORIGIN}/2026/la-gare`,
    `${ORIGIN}/2026/le-marche`,
  ]);
  expect(text).toContain('<pubDate>Mon, 06 Apr 2026 06:00:00 GMT</pubDate>');
  expect(text).toContain('<title>Le marché « rouvre » &amp; change</title>');
  // HTML in an XML element: the page's own escapes are escaped once more.
  expect(text).toContain('&lt;p&gt;Deux &amp;lt;em&amp;gt;vraiment&amp;lt;/em&amp;gt; ]]&amp;gt; deux.&lt;/p&gt;');
});

it('has a page for every item, and answers 304 for a feed that is known', async () => {
  const web = await startSmallWeb();
  const page = await ask(web, `${ORIGIN}/2026/le-marche`);
  expect(page.text).toContain('<p>Deux &lt;em&gt;vraiment&lt;/em&gt; ]]&gt; deux.</p>');
  const feed = await ask(web, `${ORIGIN}/rss.xml`);
  const again = await ask(web, `${ORIGIN}/rss.xml`, {
    headers: { 'if-modified-since': feed.headers['last-modified'] ?? '' },
  });
  expect(again.status).toBe(304);
});
