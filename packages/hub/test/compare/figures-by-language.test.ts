import { describe, expect, it } from 'vitest';
import { figuresByLanguage } from '../../src/compare/figures-by-language.js';
import { figures } from '../signed-city.js';

describe('figures by language', () => {
  it('are those of blocks whose posts are all in one language', () => {
    const told = figuresByLanguage([figures(50, 5), figures(30, 1), figures(20, 4, { languages: { fra: 20 } })]);
    expect([...told].map(([language, { posts, flagged }]) => [language, posts, flagged.hate])).toEqual([
      ['ara', 80, 6],
      ['fra', 20, 4],
    ]);
  });

  it('leave out a language that also stands in a mixed block', () => {
    const mixed = figures(40, 2, { languages: { ara: 20, eng: 20 } });
    expect([...figuresByLanguage([figures(50, 5), mixed, figures(20, 4, { languages: { fra: 20 } })]).keys()]).toEqual([
      'fra',
    ]);
  });

  it('are those that a block tells of each of its languages', () => {
    const of = (hate: number) => ({ hate, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 });
    const mixed = figures(100, 9, {
      languages: { ara: 60, fra: 30 },
      flaggedBy: { posts: 100, languages: { ara: of(5), fra: of(3) }, rungs: {} },
    });
    const told = figuresByLanguage([mixed, figures(40, 4), figures(20, 1, { languages: { fra: 20 } })]);
    expect([...told].map(([language, { posts, flagged }]) => [language, posts, flagged.hate])).toEqual([
      ['ara', 100, 9],
      ['fra', 50, 4],
    ]);
  });

  it('leave out a language where over a fifth of the posts that may be in it are in blocks that do not tell it', () => {
    const untold = (posts: number, eng: number) => figures(posts, 2, { languages: { eng } });
    // 10 posts beside the 40 told ones may be in Arabic, then 15.
    expect([...figuresByLanguage([figures(40, 5), untold(40, 30)]).keys()]).toEqual(['ara']);
    expect([...figuresByLanguage([figures(40, 5), untold(45, 30)]).keys()]).toEqual([]);
  });
});
