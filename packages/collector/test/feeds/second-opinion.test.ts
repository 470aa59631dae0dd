import fc from 'fast-check';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse-feed.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const words = fc.stringMatching(/^[a-zé حي][a-zé حي&]{0,18}[a-zé حي]$/).map((text) => `w${text.replace(/\s+/g, ' ')}w`);
const items = fc.array(
  fc.record({
    title: words,
    path: fc.stringMatching(/^[a-z]{1,8}$/),
    text: words,
    date: fc.date({ min: new Date('1999-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('a well-formed feed is read as feedsmith reads it', () => {
  it('in RSS 2.0', () => {
    fc.assert(
      fc.property(items, (list) => {
        const xml = `<rss version="2.0"><channel><title>F</title>${list.map(({ title, path, text, date }) => `<item><title>${escaped(title)}</title><link>http://example.org/${path}</link><description><![CDATA[${text}]]></description><pubDate>${date.toUTCString()}</pubDate></item>`).join('')}</channel></rss>`;
        const theirs = parseWithFeedsmith(xml);
        if (theirs.format !== 'rss') throw new Error(`expected rss, got ${theirs.format}`);
        expect(
          parseFeed(xml).items.map(({ title, url, text, publishedAt }) => [title, url, text, publishedAt]),
        ).toEqual(
          theirs.feed.items?.map(({ title, link, description, pubDate }) => [
            title,
            link,
            description,
            new Date(pubDate ?? '').toISOString(),
          ]),
        );
      }),
      { numRuns: 500, seed: 30 },
    );
  });

  it('in Atom', () => {
    fc.assert(
      fc.property(items, (list) => {
        const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${list.map(({ title, path, text, date }) => `<entry><id>urn:${path}</id><title>${escaped(title)}</title><link href="http://example.org/${path}"/><summary>${escaped(text)}</summary><updated>${date.toISOString()}</updated></entry>`).join('')}</feed>`;
        const theirs = parseWithFeedsmith(xml);
        if (theirs.format !== 'atom') throw new Error(`expected atom, got ${theirs.format}`);
        expect(
          parseFeed(xml).items.map(({ id, title, url, text, publishedAt }) => [id, title, url, text, publishedAt]),
        ).toEqual(
          theirs.feed.entries?.map(({ id, title, links, summary, updated }) => [
            id,
            title?.value,
            links?.[0]?.href,
            summary?.value,
            new Date(updated ?? '').toISOString(),
          ]),
        );
      }),
      { numRuns: 500, seed: 31 },
    );
  });
});
