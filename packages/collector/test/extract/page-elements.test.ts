import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePage } from '../../src/extract/dom.js';
import { elementsUnder, hasWord, isWithin } from '../../src/extract/page-elements.js';

const part = fc.constantFrom(
  ...['<div>', '</div>', '<p>', '</p>', '<table><tr><td>', '</table>', '<template>', '</template>', '<svg>', '</svg>'],
  ...['words', '<!-- note -->', '<br>', '<i class="a b">', '</i>', '<body>', '</body>', '<!doctype html>'],
);

it('finds the elements that a selector for all of them finds, in the same order, under any node', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const document = parsePage(parts.join(''));
      for (const root of document ? [document, ...document.querySelectorAll('*')] : []) {
        // linkedom's selectors skip what is in a template, but not when the template itself is asked.
        if ('localName' in root && root.localName === 'template') continue;
        expect(elementsUnder(root)).toEqual([...root.querySelectorAll('*')]);
      }
    }),
    { numRuns: 200, seed: 4 },
  );
});

it('tells the words of an attribute and the elements around one', () => {
  const [article, heading] = elementsUnder(
    parsePage('<html><body><article class="post main"><h1>x</h1></article></body></html>')?.body as Node,
  );
  expect(article && hasWord(article, 'class', 'main')).toBe(true);
  expect(article && hasWord(article, 'class', 'mai')).toBe(false);
  expect(article && hasWord(article, 'id', 'main')).toBe(false);
  expect(heading && isWithin(heading, 'article')).toBe(true);
  expect(article && isWithin(article, 'article')).toBe(false);
});
