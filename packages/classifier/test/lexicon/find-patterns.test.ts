import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { compilePattern, openPatterns, type WrittenPattern } from '../../src/lexicon/find-patterns.js';

const written = (expression: string): WrittenPattern => ({
  language: 'eng',
  entry: { kind: 'pattern', signal: 'hate', weight: 'sure', targets: [], expression, note: expression },
});
const found = (expressions: string[], text: string): string[] =>
  openPatterns(expressions.map(written))(text).map(
    ({ entry, start, end }) => `${entry.expression} = ${text.slice(start, end)}`,
  );

/** Expressions that keep a backtracking engine busy for hours on the right text. */
const EVIL = [
  '(a+)+z',
  '(a|aa)+z',
  '(a|a?)+z',
  '(.*a){20}',
  '([a-zA-Z]+)*z$',
  '(\\w+\\s?)*!$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(x+x+)+y',
  '.*.*.*=.*',
  '(a?){30}a{30}',
  '(\\d+)*\\.',
  '[^x]*[^y]*z{3}',
];

describe('patterns in a text', () => {
  it('are found where they stand, both cases alike, in any script', () => {
    const text = 'See (((Rothman))) and #TAG99, يا عيب 😀😀';
    expect(found(['\\(\\(\\(\\w+\\)\\)\\)', '#tag\\d+', 'عيب', '😀{2}', 'absent'], text)).toEqual([
      '\\(\\(\\(\\w+\\)\\)\\) = (((Rothman)))',
      '#tag\\d+ = #TAG99',
      'عيب = عيب',
      '😀{2} = 😀😀',
    ]);
  });

  it('lie within one line, whose ends are ^ and $', () => {
    expect(found(['^go home$', 'one\\s+two'], 'never\nGo home\none\ntwo')).toEqual(['^go home$ = Go home']);
  });

  it('are told four times a text at most', () => {
    expect(found(['tag\\d', '[xy]'], 'tag1 tag2 tag3 tag4 tag5 x y x y x')).toHaveLength(8);
  });

  it('are those that each expression finds alone', () => {
    const expression = fc.constantFrom('ab+c', '(a|b)c', 'abc', '[bc]{2}', '\\bca', 'c.a', 'a$', '^b', 'B A', 'cab?');
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', ' ', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(fc.uniqueArray(expression, { minLength: 1, maxLength: 10 }), text, (expressions, given) => {
        const expected = expressions.flatMap((each) => {
          const re = RE2JS.compile(each, RE2JS.CASE_INSENSITIVE);
          let at = 0;
          const spans: { start: number; end: number; each: string }[] = [];
          for (const line of given.split('\n')) {
            const matcher = re.matcher(line);
            while (matcher.find()) spans.push({ start: at + matcher.start(), end: at + matcher.end(), each });
            at += line.length + 1;
          }
          return spans.slice(0, 4).map(({ start, end }) => `${each} ${start} ${end}`);
        });
        const matches = openPatterns(expressions.map(written))(given);
        expect(matches.map(({ entry, start, end }) => `${entry.expression} ${start} ${end}`).sort()).toEqual(
          expected.sort(),
        );
      }),
    );
  });

  it('are found in lines of any length, wherever they are cut', () => {
    const text = `${'word '.repeat(10_000)}needle7 ${'x'.repeat(5_000)} needle8`;
    expect(found(['needle\\d', '[0-9]'], text)).toHaveLength(4);
  });

  it('cost at most a second a megabyte, five hundred of them, known evil ones among them', () => {
    const expressions = Array.from({ length: 500 - EVIL.length }, (_, i) =>
      i % 3 === 0
        ? `\\bword${i}(s|es)?\\b`
        : i % 3 === 1
          ? `(kill|hang|burn)\\s+(all|the)\\s+grp${i}`
          : `#?tag${i}[a-z]{0,5}\\d+`,
    );
    const find = openPatterns([...expressions, ...EVIL].map(written));
    const texts = [
      'The quick brown fox of word12 jumps over tag5x1 dogs, and kill the grp7 too. '.repeat(13_000),
      'a'.repeat(1_000_000),
      `${'x'.repeat(999_990)}\n`,
      `${'a1 '.repeat(333_333)}!`,
      'كان الناس في المدينة يسيرون word9 نحو السوق. '.repeat(20_000),
    ].map((text) => text.slice(0, 1_000_000));
    find('warm');
    for (const text of texts) {
      // The processor time of this process, so that a busy machine does not count.
      const before = process.cpuUsage();
      find(text);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6, text.slice(0, 20)).toBeLessThan(1 * (text.length / 1e6));
    }
  });
});

describe('an expression that cannot be used', () => {
  it.each(['(?=ahead)x', '(?<!behind)x', '(a)\\1', '(?>atomic)', '(unclosed', '*x', 'a{2000}'])(
    'is refused: %s',
    (expression) => {
      expect(() => compilePattern(expression)).toThrow(/error parsing|invalid|missing|unexpected|repetition/i);
    },
  );

  it.each(['a*', '(a|)', '^', '([a-z]+)*$'])('is refused because it matches nothing: %s', (expression) => {
    expect(() => compilePattern(expression)).toThrow(/at least one character/);
  });
});
