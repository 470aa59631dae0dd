import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { foldCase, requiredLiteral } from '../../src/lexicon/required-literal.js';

describe('the characters that every match must hold', () => {
  it.each([
    ['Kill all (the )?GRP\\d+', 'kill all '],
    ['\\bword\\.com\\b', 'word.com'],
    ['colou?r of it', 'r of it'],
    ['ab{0,3}', undefined],
    ['(vermin)+', undefined],
    ['vermin|rats', undefined],
    ['[abc]def[)]ghij', 'ghij'],
    ['[]x(]abcd', 'abcd'],
    ['\\(\\(\\(name\\)\\)\\)', '(((name)))'],
    ['كل المهاجرين.*', 'كل المهاجرين'],
    ['élan', 'lan'],
    ['\\Qabcd\\E*', undefined],
    ['x*', undefined],
  ])('of %s are %s', (expression, literal) => {
    expect(requiredLiteral(expression)).toBe(literal);
  });

  it('are in every text that an expression matches', () => {
    const piece = fc.constantFrom(
      'abc',
      'KSI',
      'ſk',
      '(d|e)',
      '[f-h]',
      '(?:ab)?',
      'x*',
      'y+',
      '.',
      '\\.',
      'z?',
      'ı',
      '😀',
    );
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'C', 'k', 's', 'ſ', 'K', 'i', 'd', 'f', 'y', '.', '😀'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), text, (pieces, given) => {
        const expression = pieces.join('');
        const literal = requiredLiteral(expression);
        if (literal === undefined || !RE2JS.compile(expression, RE2JS.CASE_INSENSITIVE).test(given)) return;
        expect(foldCase(given)).toContain(literal);
      }),
      { numRuns: 2000 },
    );
  });
});
