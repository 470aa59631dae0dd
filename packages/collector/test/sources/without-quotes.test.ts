import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutQuotes } from '../../src/sources/without-quotes.js';

describe('withoutQuotes', () => {
  it.each([
    ['<p>mine</p>', '<p>mine</p>'],
    ['<blockquote><p>theirs</p></blockquote><p>mine</p>', '\n<p>mine</p>'],
    ['<p>a</p><blockquote>b<blockquote>c</blockquote>d</blockquote><p>e</p>', '<p>a</p>\n<p>e</p>'],
    ['<aside class="quote no-group" data-username="x"><div>said</div></aside>mine', '\nmine'],
    ['<p class="quotes">mine</p>', '<p class="quotes">mine</p>'],
    ['mine<blockquote>theirs', 'mine\n'],
    ['mine<br>more', 'mine<br>more'],
  ])('%s → %s', (html, kept) => {
    expect(withoutQuotes(html)).toBe(kept);
  });

  it('hands back what has no quote, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/quote/i.test(text)),
        (text) => {
          expect(withoutQuotes(text)).toBe(text);
        },
      ),
    );
  });

  it('hands back in time what nests without end', () => {
    const start = performance.now();
    const deep = `<p>mine</p>${'<div>'.repeat(200_000)}below<blockquote>theirs</blockquote>`;
    expect(withoutQuotes(deep)).toBe(deep);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('leaves nothing of a quote, however markup lies around it', () => {
    const bit = fc.constantFrom('<p>', '</p>', '<b>', '</b>', '<br>', '<div>', '</div>', 'mine ');
    fc.assert(
      fc.property(fc.array(bit), fc.array(bit), (before, after) => {
        const kept = withoutQuotes(`${before.join('')}<blockquote>THEIRS</blockquote>${after.join('')}`);
        expect(kept).not.toContain('THEIRS');
      }),
    );
  });
});
