import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ask, startSmallWeb } from '../small-web.js';

const ORIGIN = 'http://akhbar.al-manar.test';

it('keeps crawlers out of the editors’ pages, and links to them all the same', async () => {
  const web = await startSmallWeb();
  const robots = await ask(web, `${ORIGIN}/robots.txt`);
  expect(robots.text).toContain('Disallow: /admin/\nDisallow: /search\n');
  expect(robots.text).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  expect((await ask(web, `${ORIGIN}/`)).text).toContain('href="/admin/"');
  expect((await ask(web, `${ORIGIN}/admin/`)).text).toContain('صفحة داخلية');
});

it('names every article in one of two sitemaps, the second of them a gzip file', async () => {
  const web = await startSmallWeb();
  const index = await ask(web, `${ORIGIN}/sitemap.xml`);
  const files = [...index.text.matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)</g)].map(([, loc, modified]) => [
    loc,
    modified,
  ]);
  expect(files).toEqual([
    [`${ORIGIN}/sitemap-2026-q2.xml`, '2026-06-03T08:00:00Z'],
    [`${ORIGIN}/sitemap-2026-q3.xml.gz`, '2026-08-05T08:00:00Z'],
  ]);
  const spring = await ask(web, `${ORIGIN}/sitemap-2026-q2.xml`);
  const summer = await ask(web, `${ORIGIN}/sitemap-2026-q3.xml.gz`);
  expect(summer.headers).toMatchObject({ 'content-type': 'application/gzip' });
  expect(summer.headers['content-encoding']).toBeUndefined();
  const all = spring.text + gunzipSync(summer.bytes).toString('utf8');
  expect([...all.matchAll(/khabar-\d(?=\.html<\/loc><lastmod>2026)/g)].map(String)).toEqual(
    [1, 2, 3, 4, 5].map((i) => `khabar-${i}`),
  );
});

it('lists a section under its percent-encoded Arabic name', async () => {
  const web = await startSmallWeb();
  const page = await ask(web, `${ORIGIN}/section/${encodeURIComponent('رياضة')}`);
  expect([...page.text.matchAll(/<li><a href="\/article\/(khabar-\d)/g)].map(([, slug]) => slug)).toEqual([
    'khabar-4',
    'khabar-2',
  ]);
});

it('surrounds an article with what real pages have, its text standing twice and the date in JSON-LD', async () => {
  const web = await startSmallWeb();
  const { text, headers } = await ask(web, `${ORIGIN}/article/khabar-3.html`);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text.split('الفقرة الأولى من الخبر 3 في حي النصر &amp; ما حوله.').length - 1).toBe(2);
  const order = ['الفقرة الأولى من الخبر 3', 'اقرأ أيضا', 'الفقرة الثانية من الخبر 3'].map((words) =>
    text.indexOf(words),
  );
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  for (const clutter of [
    'عاجل',
    'حالة الطقس',
    'مواقيت الصلاة',
    'شارك المقال',
    'كن أول من يعلق',
    'ملفات تعريف الارتباط',
  ]) {
    expect(text).toContain(clutter);
  }
  const data: unknown = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '');
  expect(data).toMatchObject({ datePublished: '2026-06-03T08:00:00Z', headline: 'خبر رقم 3 <عاجل>' });
  expect(text).not.toContain('<عاجل>');
});

it('sends every fifth article as windows-1256, named in the page alone', async () => {
  const web = await startSmallWeb();
  const { bytes, headers } = await ask(web, `${ORIGIN}/article/khabar-5.html`);
  expect(headers['content-type']).toBe('text/html');
  const page = new TextDecoder('windows-1256').decode(bytes);
  expect(page).toContain('<meta charset="windows-1256">');
  expect(page).toContain('الفقرة الأولى من الخبر 5 في حي النصر');
  expect(page).toContain('&#1634;&#1632;');
});

it('answers 304 to who holds the article already', async () => {
  const web = await startSmallWeb();
  const { headers } = await ask(web, `${ORIGIN}/article/khabar-1.html`);
  expect(headers['last-modified']).toBe('Wed, 01 Apr 2026 08:00:00 GMT');
  const again = await ask(web, `${ORIGIN}/article/khabar-1.html`, { headers: { 'if-none-match': headers.etag ?? '' } });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
});
