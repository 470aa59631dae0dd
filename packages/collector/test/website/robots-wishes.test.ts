import { describe, expect, it } from 'vitest';
import { robotsWishes } from '../../src/website/robots-wishes.js';

describe('robotsWishes', () => {
  it.each([
    [undefined, false, false],
    ['', false, false],
    ['all', false, false],
    ['index, follow', false, false],
    ['noindex', true, false],
    ['NOINDEX, NoFollow', true, true],
    ['noarchive', true, false],
    ['none', true, true],
    ['nofollow', false, true],
    ['max-snippet: 20, noindex', true, false],
    ['max-image-preview:none', false, false],
    ['unavailable_after: 25 Jun 2030 15:00:00 PST', false, false],
    ['googlebot: noindex', false, false],
    ['googlebot: noindex, nofollow', false, true],
    ['marsad: noindex', true, false],
    ['*: none', true, true],
    ['otherbot: noindex, marsad: nofollow', false, true],
    ['noindexing is a word', false, false],
    ['noindex;nofollow', true, true],
  ])('%s: not to keep %s, not to follow %s', (content, noIndex, noFollow) => {
    expect(robotsWishes(content)).toEqual({ noIndex, noFollow });
  });
});
