import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/extract/html-to-text.js';
import { parseFlat } from '../../src/extract/parse-flat.js';
import { pageLinks } from '../../src/website/page-links.js';

const eventsOf = (parse: (handler: object) => void): string[] => {
  const events: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') events.push(text);
    text = '';
  };
  parse({
    onopentag: (name: string) => {
      flush();
      events.push(`<${name}>`);
    },
    ontext: (piece: string) => {
      text += piece;
    },
    onclosetag: (name: string) => {
      flush();
      events.push(`</${name}>`);
    },
  });
  flush();
  return events;
};

/** The most computing time that any of these pages may take, whatever else the machine does; most take a tenth of it. */
const MILLISECONDS = 3_000;
const inTime = <T>(work: () => T): T => {
  const begun = process.cpuUsage();
  const result = work();
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(MILLISECONDS);
  return result;
};

describe('parseFlat', () => {
  it('tells of pages that people write as the parser itself does', () => {
    const tag = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<b class="x">',
      '</b>',
      '<br>',
      'words ',
      '<!-- c -->',
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 200 }), (pieces) => {
        const html = pieces.join('');
        expect(eventsOf((handler) => parseFlat(html, handler))).toEqual(
          eventsOf((handler) => new Parser(handler).end(html)),
        );
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('opens and closes as many elements however deep they nest, and loses no text', () => {
    const html = `${'<div>in '.repeat(1_700)}deep ${'</div>out '.repeat(1_700)}`;
    const events = eventsOf((handler) => parseFlat(html, handler));
    expect(events.filter((event) => event === '<div>')).toHaveLength(1_700);
    expect(events.filter((event) => event === '</div>')).toHaveLength(1_700);
    const text = events.filter((event) => !event.startsWith('<')).join('');
    expect(text.match(/in|deep|out/g)).toHaveLength(1_700 + 1 + 1_700);
  });

  it('does not take a script at the greatest depth for text', () => {
    const html = `${'<div>'.repeat(499)}<script>if (a < b) document.write("<p>no</p>")</script><p>yes`;
    expect(htmlToText(html)).toBe('yes');
  });
});

describe('pages made to take long', () => {
  it.each([
    ['200,000 nested elements', `${'<div>'.repeat(200_000)}<a href="/in">in</a>`],
    ['600,000 nested formatting elements', `${'<a><b><i>'.repeat(200_000)}<a href="/in">in</a>`],
    ['100,000 nested tables', `${'<table><tr><td>'.repeat(100_000)}<a href="/in">in</a>`],
    ['a million list items', `<a href="/in">in</a>${'<li>x'.repeat(1_000_000)}`],
    ['a million closing tags', `<a href="/in">in</a>${'</p>'.repeat(1_000_000)}`],
    ['a million attributes', `<a ${'x=1 '.repeat(1_000_000)}><a href="/in">in</a>`],
    ['five million brackets', `<a href="/in">in</a> ${'<'.repeat(5_000_000)}`],
    ['a million entities', `<a href="/in">in</a> ${'&lt;'.repeat(1_000_000)}`],
    ['a comment without end', `<a href="/in">in</a><!--${'-'.repeat(5_000_000)}`],
    ['ten megabytes without a space', `<a href="/in">in</a>${'a'.repeat(10_000_000)}`],
    ['nothing but NUL', `<a href="/in">in</a>${'\0'.repeat(1_000_000)}`],
    ['lone surrogates', `<a href="/in">in</a>${'\ud800'.repeat(1_000_000)}`],
  ])('%s give their link and their words in time', (_name, html) => {
    expect(inTime(() => pageLinks(html, 'http://e.org/')).links).toContain('http://e.org/in');
    expect(inTime(() => htmlToText(html))).toContain('in');
  });

  it('a link farm of 100,000 gives 5,000 links and the number of the rest', () => {
    const farm = Array.from({ length: 100_000 }, (_, n) => `<a href="/${n}">x</a>`).join('');
    const { links, leftOut } = inTime(() => pageLinks(farm, 'http://e.org/'));
    expect([links.length, leftOut]).toEqual([5_000, { 'too-many-links': 95_000 }]);
  });

  it('a million links to one page are looked at 20,000 times', () => {
    const { links, leftOut } = inTime(() => pageLinks('<a href="/x">x</a>'.repeat(1_000_000), 'http://e.org/'));
    expect([links.length, leftOut]).toEqual([1, { 'too-many-links': 980_000 }]);
  });
});
