import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withheldReason } from '../../src/extract/withheld-reason.js';
import { FORM, NAV, page, WITHHELD } from '../support/withheld-pages.js';

const STORY = [
  'The town hall said this morning that the central market opens again after several months of work on its roof.',
  'According to the mayor, the work went as far as the water pipes and the lights, and traders are back at last.',
];
const story = STORY.map((text) => `<p>${text}</p>`).join('');

describe('withheldReason', () => {
  it.each(WITHHELD)('tells %s: %s', (_name, reason, html) => {
    expect(withheldReason(html)).toBe(reason);
  });

  it.each([
    ['an article beside a log-in box', page('Market opens', `${NAV}${FORM}<h1>Market opens</h1>${story}`)],
    [
      'an article under a consent banner',
      page('Market opens', `<div>We value your privacy. We use cookies. <button>Accept all</button></div>${story}`),
    ],
    [
      'an article under which only members may comment',
      page('Market', '<h1>Market</h1><p>Opens at nine.</p><p>You must be logged in to post a comment.</p>'),
    ],
    [
      'a short item that calls itself an article',
      page(
        'Access denied',
        '<meta property="og:type" content="article"><p>Access denied: refugees wait at the gate.</p>',
      ),
    ],
    [
      'an article about a captcha',
      page('I am not a robot, says the mayor', `<h1>I am not a robot, says the mayor</h1>${story}${story}${story}`),
    ],
    ['a report of a refusal', page('Access denied at the border', `<h1>Access denied at the border</h1>${story}`)],
    ['a short post with a log-in box', page('Good morning', `${FORM}<h1>Good morning</h1><p>What a day it is.</p>`)],
    [
      'a cookie policy',
      page(
        'Cookie policy',
        `<h1>Cookie policy</h1>${'<p>This site stores cookies for as long as it needs them.</p>'.repeat(9)}`,
      ),
    ],
    ['a recipe', page('Cookies', '<h1>Cookies</h1><p>Butter, sugar, flour and eggs. Bake for ten minutes.</p>')],
    ['an empty page', ''],
    ['a list of links', page('News', '<a href="/1">One</a><a href="/2">Two</a>')],
    [
      'a page of news in Arabic',
      page(
        'تسجيل الدخول إلى الجامعات يبدأ غدا',
        `<h1>تسجيل</h1>${FORM}<p>${'أعلنت الوزارة عن بدء العام الجامعي في كل المدن. '.repeat(6)}</p>`,
      ),
    ],
  ])('takes %s for what it is', (_name, html) => {
    expect(withheldReason(html)).toBeUndefined();
  });

  it('never throws, and is told in time whatever the page is', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<title>',
      'Log in',
      '<input type=password>',
      'you must',
      ' to view ',
      'accept',
      '\uD800',
      '<script>',
      'vous devez vous connecter',
      'cookies',
      '<h1>',
      '</h1>',
      '<p>',
      'чтобы ',
      '<svg>',
      '</title>',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect([undefined, 'log-in-page', 'consent-wall', 'block-page']).toContain(withheldReason(pieces.join('')));
      }),
      { numRuns: 500, seed: 9 },
    );
    for (const part of ['<p>you must log in ', 'чтобы увидеть ', 'accepter ', '<h1>login to ', 'تم حظر ', ' ip ']) {
      const start = performance.now();
      withheldReason(part.repeat(Math.floor(390_000 / part.length)));
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});
