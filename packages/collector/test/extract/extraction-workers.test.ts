import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
// The built file: the worker thread is started from the file beside it.
import { openExtractionWorkers } from '../../dist/extract/extraction-workers.js';

const article = {
  kind: 'article',
  html: `<article>${'<p>A sentence that is long enough to be kept as text of a page, once more.</p>'}</article>`,
  url: 'http://e.org/',
} as const;
/** Under every cap, and many times the work of an honest page: each post is counted from the last. */
const heavy = {
  kind: 'thread',
  html: '<p>A post of a thread.</p>'.repeat(49_000),
  selectors: { post: 'p:nth-last-of-type(2n+1)', text: 'p' },
} as const;

let workers: ReturnType<typeof openExtractionWorkers>;
afterEach(() => workers.close());

describe('openExtractionWorkers', () => {
  it('reads pages side by side and goes on after one that fails', async () => {
    workers = openExtractionWorkers(2);
    const broken = { kind: 'thread', html: '<p>x</p>', selectors: { post: '[[[', text: 'p' } } as const;
    const results = await Promise.all([
      workers.run(article),
      workers.run(broken),
      workers.run(article),
      workers.run(article),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, true]);
    expect(results[1]).toEqual({ ok: false, reason: 'extraction-failed' });
    const [first] = results;
    expect(first?.ok && first.result.kind === 'article' && first.result.article.text).toContain(
      'A sentence that is long enough',
    );
  });
  it('gives up a page at its deadline, with the thread that hangs on it, and reads the next', async () => {
    workers = openExtractionWorkers(1, { milliseconds: 1_000, heapMegabytes: 512 });
    expect(await workers.run(heavy)).toEqual({ ok: false, reason: 'extraction-time-out' });
    await vi.waitFor(async () => expect((await workers.run(article)).ok).toBe(true), { timeout: 20_000 });
  });

  it('reads with another thread what one that is given up had not begun', async () => {
    workers = openExtractionWorkers(1, { milliseconds: 20_000, heapMegabytes: 24 });
    const [lost, next, last] = await Promise.all([workers.run(heavy), workers.run(article), workers.run(article)]);
    expect(lost).toEqual({ ok: false, reason: 'extraction-failed' });
    expect([next.ok, last.ok]).toEqual([true, true]);
  });

  it('loses a thread that a page makes too large, not the process, and reads the next', async () => {
    workers = openExtractionWorkers(1, { milliseconds: 20_000, heapMegabytes: 24 });
    expect(await workers.run(heavy)).toEqual({ ok: false, reason: 'extraction-failed' });
    expect((await workers.run(article)).ok).toBe(true);
  });

  it('gives a result or a reason for any page, while the process goes on', { timeout: 120_000 }, async () => {
    workers = openExtractionWorkers(1);
    const part = fc.constantFrom(
      ...['<div>', '</div>', '<p>', '<table><tr><td>', '</table>', '<a href="/x">', '</a>', '<script>', '</script>'],
      ...['<!--', '-->', '<svg>', '<template>', '<title>', '<h1>', '<body>', '<html lang="ar">', '<base href="//[">'],
      ...['words of a sentence, long enough to be prose in a page of any kind. ', 'جملة عربية. ', '\uD800', '\u0000'],
      ...['<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"', '"}', '&#0;', '&#xD800;', '<'],
      ...['<input type=password>', '<div style="display:none">', '<article itemprop="articleBody">', '<li>', '<br>'],
    );
    const html = fc.array(fc.tuple(part, fc.integer({ min: 1, max: 30 })), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(html, async (parts) => {
        const task = {
          kind: 'article',
          html: parts.map(([one, times]) => one.repeat(times)).join(''),
          url: '',
        } as const;
        const extraction = await workers.run(task);
        if (!extraction.ok) expect(extraction.reason).toMatch(/^extraction-/);
        else expect(extraction.result.kind === 'article' && typeof extraction.result.article.text).toBe('string');
      }),
      { numRuns: 500, seed: 15 },
    );
  });
});
