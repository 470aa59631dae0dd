import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRobots } from '../../src/robots/parse-robots.js';
import { groupFor, robotsAllows } from '../../src/robots/robots-allows.js';

const allows = (lines: string, path: string, agent = 'Marsad/0.1 (+https://example.org)'): boolean =>
  robotsAllows(lines, agent, `https://example.org${path}`);
const all = (rules: string): string => `User-agent: *\n${rules}`;

describe('robotsAllows', () => {
  it.each([
    ['an empty file allows everything', '', '/x', true],
    ['a page of HTML allows everything', '<html><body>User-agent</body></html>', '/x', true],
    ['rules without a group are passed over', 'Disallow: /', '/x', true],
    ['an empty disallow allows everything', all('Disallow:'), '/x', true],
    ['a prefix matches', all('Disallow: /fish'), '/fishheads/yummy.html', false],
    ['a prefix is case-sensitive', all('Disallow: /fish'), '/Fish', true],
    ['the longest match wins', all('Allow: /p\nDisallow: /'), '/page', true],
    ['the longest match wins against order', all('Disallow: /\nAllow: /folder/page'), '/folder/page', true],
    ['allow wins a tie', all('Disallow: /folder\nAllow: /folder'), '/folder/page', true],
    ['a star stands for anything', all('Disallow: /*.php'), '/index.php?x=1', false],
    ['a dollar ends the path', all('Disallow: /*.php$'), '/index.php?x=1', true],
    ['a dollar ends the path (match)', all('Disallow: /*.php$'), '/a/index.php', false],
    ['a star at the end changes nothing', all('Disallow: /fish*'), '/fish', false],
    ['the query counts', all('Disallow: /*?*session='), '/a?b=1&session=2', false],
    ['robots.txt itself is always allowed', all('Disallow: /'), '/robots.txt', true],
    ['escapes of letters are the letters', all('Disallow: /foo/bar/%62%61%7A'), '/foo/bar/baz', false],
    ['letters are their escapes', all('Disallow: /foo/bar/baz'), '/foo/bar/%62%61%7A', false],
    ['escapes of reserved characters stay', all('Disallow: /a%3Fb'), '/a?b', true],
    ['Arabic letters are their UTF-8 escapes', all('Disallow: /مدينة'), '/%D9%85%D8%AF%D9%8A%D9%86%D8%A9/x', false],
    ['escapes are in either case', all('Disallow: /a%3cd.html'), '/a%3Cd.html', false],
    ['an escaped slash in a path is no slash', all('Disallow: /a%2fb.html'), '/a/b.html', true],
    ['a tilde is its escape', all('Disallow: /%7Ejoe/'), '/~joe/x', false],
    [
      'an address in a query is its escapes',
      all('Disallow: /a?b=https://foo.bar'),
      '/a?b=https%3A%2F%2Ffoo.bar',
      false,
    ],
    ['escapes in a query are an address', all('Disallow: /a?b=https%3A%2F%2Ffoo.bar'), '/a?b=https://foo.bar/x', false],
    ['a pattern of escapes matches escapes', all('Disallow: /*=https%3A'), '/a?b=https%3A%2F%2Fx', false],
    ['a star reaches into the query', all('Disallow: /*/x'), '/a?b=/x', false],
    ['a fragment is no part of the path', all('Disallow: /x#y'), '/x', false],
    ['a fragment of the address is dropped', all('Disallow: /x$'), '/x#y', false],
    ['an empty path is a slash', all('Disallow: /$'), '', false],
    ['a query without a path follows a slash', all('Disallow: /?a'), '?a=1', false],
    ['a pattern without a slash matches nothing', all('Disallow: fish'), '/fish', true],
    ['a pattern may start with a star', all('Disallow: *.gif$'), '/a/b.gif', false],
    ['a dollar inside a pattern is a dollar', all('Disallow: /a$b'), '/a$bc', false],
    ['stars may follow each other', all('Disallow: /a***b**$'), '/axxb', false],
    ['a page in a broken escape is compared as it stands', all('Disallow: /a%zz%'), '/a%zz%b', false],
    ['an allowed index page allows its folder', all('Disallow: /\nAllow: /x/index.html'), '/x/', true],
    ['an allowed index page allows nothing else', all('Disallow: /\nAllow: /x/index.html'), '/x/index.htm', false],
    ['a forbidden index page forbids nothing else', all('Disallow: /x/index.html'), '/x/', true],
    ['misspelt rules hold', all('disalow: /x'), '/x', false],
    ['other rules do not', all('noindex: /x'), '/x', true],
    ['"useragent" addresses', 'useragent: *\nDisallow: /x', '/x', false],
    ['"user agent" addresses', 'User agent: *\nDisallow: /x', '/x', false],
    ['a star with a comment is a star', 'User-agent: * everybody\nDisallow: /x', '/x', false],
    ['a star with letters is a name', 'User-agent: *bot\nDisallow: /x', '/x', true],
    ['a missing colon takes two words', all('Disallow /x y'), '/x', true],
    ['empty lines do not end a group', 'User-agent: *\n\n\nDisallow: /x', '/x', false],
    [
      'unknown lines do not end the list of names',
      'User-agent: marsad\nFoo: bar\nUser-agent: other\nDisallow: /x',
      '/x',
      false,
    ],
    [
      'a Sitemap does not end the list of names',
      'User-agent: marsad\nSitemap: https://a.org/s\nUser-agent: *\nDisallow: /x',
      '/x',
      false,
    ],
    [
      'a Crawl-delay does not end the list of names',
      'User-agent: marsad\nCrawl-delay: 1\nUser-agent: *\nDisallow: /x',
      '/x',
      false,
    ],
    ['a part of a byte order mark is dropped', `\uFFFD${all('Disallow: /')}`, '/x', false],
    [
      'a group without rules stands before that for everybody',
      'User-agent: *\nDisallow: /\n\nUser-agent: marsad\nDisallow:',
      '/x',
      true,
    ],
    [
      'a group of its own that names no path allows the rest',
      'User-agent: marsad\nAllow: /y\n\nUser-agent: *\nDisallow: /',
      '/x',
      true,
    ],
    ['an escaped star is a star', all('Disallow: /a-%2A.html'), '/a-*.html', false],
    ['an escaped star is no wildcard', all('Disallow: /a-%2A.html'), '/a-b.html', true],
    ['an escaped dollar is a dollar', all('Disallow: /a-%24'), '/a-$', false],
    ['a byte order mark is dropped', `\uFEFF${all('Disallow: /')}`, '/x', false],
    ['lines end with CR', 'User-agent: *\rDisallow: /x', '/x', false],
    ['lines end with CRLF', 'User-agent: *\r\nDisallow: /x\r\n', '/x', false],
    ['comments are cut off', 'User-agent: * # all\nDisallow: /x # this', '/x', false],
    ['keys are in any case', 'USER-AGENT: *\ndisALLOW: /x', '/x', false],
    ['a missing colon is seen through', 'User-agent *\nDisallow /x', '/x', false],
    [
      'unknown lines do not end a group',
      'User-agent: *\nSitemap: https://example.org/s.xml\nCrawl-delay: 1\nDisallow: /x',
      '/x',
      false,
    ],
  ])('%s', (_name, lines, path, expected) => {
    expect(allows(lines, path)).toBe(expected);
  });

  it('takes the group of its own name before that for everybody', () => {
    const lines = 'User-agent: *\nDisallow: /\n\nUser-agent: marsad\nDisallow: /private';
    expect(allows(lines, '/page')).toBe(true);
    expect(allows(lines, '/private')).toBe(false);
    expect(allows(lines, '/page', 'OtherBot')).toBe(false);
  });

  it('matches whole names only', () => {
    expect(allows('User-agent: Mars\nDisallow: /', '/x')).toBe(true);
    expect(allows('User-agent: Marsad-News\nDisallow: /', '/x')).toBe(true);
    expect(allows('User-agent: MARSAD/2.0\nDisallow: /', '/x')).toBe(false);
  });

  it('reads the name up to what no name holds', () => {
    for (const name of ['Marsad/2.0', 'marsad (news)', 'MARSAD news', 'marsad;', 'marsad\t# us'])
      expect(allows(`User-agent: ${name}\nDisallow: /`, '/x'), name).toBe(false);
    expect(allows('User-agent: *\nDisallow: /\n\nUser-agent: Foo Bar\nAllow: /', '/x', 'Foo Bar')).toBe(false);
  });

  it('finds the name in a User-Agent that begins as browsers do', () => {
    const agent = 'Mozilla/5.0 (compatible; Marsad/0.1; +https://example.org)';
    expect(allows('User-agent: marsad\nDisallow: /', '/x', agent)).toBe(false);
    expect(allows('User-agent: other\nDisallow: /', '/x', agent)).toBe(true);
  });

  it('reads addresses that lack their scheme', () => {
    for (const url of [
      'example.org/a/b',
      '//example.org/a/b',
      '/a/b',
      'example.org:8080/a/b#c',
      'ftp://example.org/a/b',
    ])
      expect(robotsAllows(all('Disallow: /a/b'), 'Marsad', url), url).toBe(false);
    expect(robotsAllows(all('Disallow: /$'), 'Marsad', 'example.org')).toBe(false);
  });

  it('cuts lines after eight times the longest address of browsers, and not before', () => {
    const long = `/x/${'a'.repeat(2083 * 8 - '/x/'.length - 'disallow: '.length - 2)}`;
    const lines = `User-agent: *\ndisallow: ${long}/qux\n`;
    expect(allows(lines, '/fux')).toBe(true);
    expect(allows(lines, `${long}/fux`)).toBe(false);
    expect(allows(lines, long)).toBe(true);
  });

  it('merges groups of the same name and shares groups with several names', () => {
    const lines =
      'User-agent: marsad\nDisallow: /a\n\nUser-agent: other\nUser-agent: marsad\nDisallow: /b\n\nUser-agent: other\nDisallow: /c';
    expect(['/a', '/b', '/c'].map((path) => allows(lines, path))).toEqual([false, false, true]);
  });

  it('reads at least 500 KiB', () => {
    const filler = `${'# nothing here\n'.repeat(500 * 1024)}`.slice(0, 500 * 1024 - 40);
    expect(allows(`${filler}\nUser-agent: *\nDisallow: /x`, '/x')).toBe(false);
  });

  it('reads no more than a mebibyte', () => {
    const filler = '# nothing here\n'.repeat(2 ** 20 / 15);
    expect(allows(`User-agent: *\n${filler}\nDisallow: /x`, '/x')).toBe(true);
  });

  it('says no where an answer would take more than 200 million steps', () => {
    const storm = `User-agent: *\n${'Allow:/*b\n'.repeat(100_000)}`;
    expect(allows(storm, `/${'a'.repeat(100)}`)).toBe(true);
    expect(allows(storm, `/${'a'.repeat(8_000)}`)).toBe(false);
  });

  it('answers for a large file of wildcards in little time', () => {
    const storm = `User-agent: *\n${`Disallow: /${'*a'.repeat(20)}b\n`.repeat(9000)}`;
    const start = performance.now();
    expect(allows(storm, `/${'a'.repeat(2000)}`)).toBe(true);
    // Backtracking needs years for this one; the bound leaves room for a busy machine.
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('answers as a plain reading of the standard does, for generated files', () => {
    const piece = fc.stringMatching(/^[ab/]{0,3}$/);
    const pattern = fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.boolean())
      .map(([pieces, end]) => `/${pieces.join('*')}${end ? '$' : ''}`);
    const rule = fc.record({ allow: fc.boolean(), pattern });
    const oracle = (rules: readonly { allow: boolean; pattern: string }[], path: string): boolean => {
      const matching = rules.filter((candidate) =>
        new RegExp(`^${candidate.pattern.replace(/\*+/g, '.*')}`).test(path),
      );
      const longest = Math.max(...matching.map((candidate) => candidate.pattern.length));
      const best = matching.filter((candidate) => candidate.pattern.length === longest);
      return best.length === 0 || best.some((candidate) => candidate.allow);
    };
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), fc.stringMatching(/^\/[ab/]{0,8}$/), (rules, path) => {
        const lines = all(rules.map((one) => `${one.allow ? 'Allow' : 'Disallow'}: ${one.pattern}`).join('\n'));
        expect(allows(lines, path)).toBe(oracle(rules, path));
      }),
      { numRuns: 20_000, seed: 3 },
    );
  });

  it('never throws, whatever the file and the address are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 40 }), (text, path) => {
        expect(typeof robotsAllows(`User-agent: *\nDisallow: ${text}`, 'x', `https://example.org/${path}`)).toBe(
          'boolean',
        );
      }),
      { numRuns: 20_000, seed: 4 },
    );
  });
});

describe('parseRobots', () => {
  it('reads Crawl-delay and Sitemap', () => {
    const robots = parseRobots(
      'User-agent: marsad\nCrawl-delay: 2.5\nDisallow: /x\nSitemap: https://example.org/s.xml\n',
    );
    expect(groupFor(robots, 'Marsad/0.1')?.crawlDelay).toBe(2.5);
    expect(robots.sitemaps).toEqual(['https://example.org/s.xml']);
  });
});
