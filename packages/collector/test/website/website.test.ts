import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLinks } from '../../src/website/page-links.js';
import { pathMatcher } from '../../src/website/path-patterns.js';
import { looksLikeSitemap, readSitemap } from '../../src/website/sitemap.js';

describe('readSitemap', () => {
  const xml =
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="x"><url><loc> http://e.org/1?a=1&amp;b=2 </loc><image:image><image:loc>http://e.org/i.png</image:loc></image:image></url><url><loc><![CDATA[http://e.org/2]]></loc></url><url><loc>/3</loc></url></urlset>';
  it('gives the addresses of pages, gzip or not', () => {
    for (const bytes of [Buffer.from(xml), gzipSync(xml)]) {
      expect(looksLikeSitemap(bytes)).toBe(true);
      expect(readSitemap(bytes, 'http://e.org/sitemap.xml')).toEqual({
        kind: 'pages',
        urls: ['http://e.org/1?a=1&b=2', 'http://e.org/2', 'http://e.org/3'],
      });
    }
  });
  it('tells an index from pages', () => {
    const index = '<sitemapindex><sitemap><loc>http://e.org/a.xml</loc></sitemap></sitemapindex>';
    expect(readSitemap(Buffer.from(index), 'http://e.org/')).toEqual({ kind: 'index', urls: ['http://e.org/a.xml'] });
  });
  it('reads a list of lines', () => {
    expect(readSitemap(Buffer.from('http://e.org/1\r\nnothing\nhttp://e.org/2'), 'http://e.org/').urls).toEqual([
      'http://e.org/1',
      'http://e.org/2',
    ]);
  });
  it('keeps what stands before a break and stops at the limits', () => {
    expect(readSitemap(Buffer.from(`${xml.slice(0, 150)}<<<`), 'http://e.org/').urls.length).toBeLessThan(3);
    const many = `<urlset>${'<url><loc>http://e.org/x</loc></url>'.repeat(50_001)}</urlset>`;
    expect(readSitemap(Buffer.from(many), 'http://e.org/').urls).toHaveLength(50_000);
    expect(readSitemap(gzipSync(Buffer.alloc(60_000_000)), 'http://e.org/').urls).toEqual([]);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.string().map((text) => Buffer.from(`<urlset><url><loc>${text}`)),
        ),
        (bytes) => {
          expect(Array.isArray(readSitemap(bytes, 'http://e.org/').urls)).toBe(true);
        },
      ),
      { numRuns: 1000, seed: 12 },
    );
  });
});

describe('pageLinks', () => {
  it('gives canonical links, the next page and what the page asks of robots', () => {
    const html =
      '<head><base href="/b/"><meta name="robots" content="noindex, follow"></head><a href="1?utm_source=x">one</a><a href="1#c">again</a><a href="mailto:x@y">no</a><a href="?p=2" rel="next">2</a>';
    expect(pageLinks(html, 'http://e.org/a')).toEqual({
      links: ['http://e.org/b/1', 'http://e.org/b/?p=2'],
      next: 'http://e.org/b/?p=2',
      leftOut: {},
      noIndex: true,
      noFollow: false,
    });
  });
  it('follows no address of more than 2,048 characters', () => {
    const long = (length: number): string => `http://e.org/${'x'.repeat(length - 'http://e.org/'.length)}`;
    const { links, leftOut } = pageLinks(
      [2_048, 2_049, 9_000].map((length) => `<a href="${long(length)}">a</a>`).join(''),
      'http://e.org/',
    );
    expect([links, leftOut]).toEqual([[long(2_048)], { 'address-too-long': 2 }]);
  });
  it.each(['Next', 'Suivant »', '›', 'التالي'])('takes a link called %s for the next page', (name) => {
    expect(pageLinks(`<a href="/2"><span>${name}</span></a>`, 'http://e.org/1').next).toBe('http://e.org/2');
  });
  it('does not take a sentence for one', () => {
    expect(pageLinks('<a href="/2">Next week in town</a>', 'http://e.org/1').next).toBeUndefined();
  });
});

describe('pathMatcher', () => {
  it.each([
    ['/a/*', 'http://e.org/a/b', true],
    ['/a/*', 'http://e.org/a/b/c', false],
    ['/a/**', 'http://e.org/a/b/c', true],
    ['/a/*.html', 'http://e.org/a/b.html?x=1', true],
    ['/t.php?id=*', 'http://e.org/t.php?id=3', true],
    ['/t.php', 'http://e.org/t.php?id=3', true],
    ['/حي/*', 'http://e.org/%D8%AD%D9%8A/1', true],
    ['/a.b', 'http://e.org/axb', false],
  ])('matches %s against %s: %s', (pattern, url, expected) => {
    expect(pathMatcher([pattern])(url)).toBe(expected);
  });
});
