import { afterEach, describe, expect, it } from 'vitest';
// The built file: the worker thread is started from the file beside it.
import { openExtractionWorkers } from '../../dist/extract/extraction-workers.js';

const workers = openExtractionWorkers(2);
afterEach(() => workers.close());

describe('openExtractionWorkers', () => {
  it('reads pages side by side and goes on after one that fails', async () => {
    const article = {
      kind: 'article',
      html: `<article>${'<p>A sentence that is long enough to be kept as text of a page, once more.</p>'}</article>`,
      url: 'http://e.org/',
    } as const;
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
});
