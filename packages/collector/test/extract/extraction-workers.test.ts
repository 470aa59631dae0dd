import { afterEach, describe, expect, it, vi } from 'vitest';
// The built file: the worker thread is started from the file beside it.
import { openExtractionWorkers } from '../../dist/extract/extraction-workers.js';

const article = {
  kind: 'article',
  html: `<article>${'<p>A sentence that is long enough to be kept as text of a page, once more.</p>'}</article>`,
  url: 'http://e.org/',
} as const;
/** Under every cap, and many times the work of an honest page: ten seconds of it. */
const nested = `${'<div>'.repeat(400)}A sentence, that is long, to be weighed.${'</div>'.repeat(400)}`;
const heavy = { ...article, html: nested.repeat(400) };

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

  it('loses a thread that a page makes too large, not the process, and reads the next', async () => {
    workers = openExtractionWorkers(1, { milliseconds: 20_000, heapMegabytes: 24 });
    expect(await workers.run(heavy)).toEqual({ ok: false, reason: 'extraction-failed' });
    expect((await workers.run(article)).ok).toBe(true);
  });
});
