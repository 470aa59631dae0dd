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

  it('are none where a block leaves languages out, which may be any', () => {
    expect(figuresByLanguage([figures(50, 5), figures(40, 2, { languages: { eng: 30 } })]).size).toBe(0);
  });
});
