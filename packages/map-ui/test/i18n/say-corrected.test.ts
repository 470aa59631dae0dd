import { INTERFACE_LANGUAGES, SIGNALS } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { sayCluster, sayCorrection, sayVersus } from '../../src/i18n/say-corrected.js';
import { sayFigure, sayTip } from '../../src/i18n/say-figures.js';
import { figuresOfArea, type Question } from '../../src/view/figures.js';
import { estimate, shown } from '../view/make-block.js';
import { translatorOf } from './read-catalogue.js';

const question: Question = {
  signal: 'hate',
  target: 'all',
  range: { from: '2026-W14', to: '2026-W17' },
  whole: true,
};
const hate = estimate(0.11, 0.05, 0.24, { shrunk: 0.07, shrunkLow: 0.04, shrunkHigh: 0.12, versusCity: 'above' });
const figuresWith = (area: string | null, given = hate, posts = 84) =>
  figuresOfArea(
    area,
    [shown(area, ['2026-W14', '2026-W17'], { posts, flagged: { hate: 12 }, estimates: { hate: given } })],
    question,
  );
const figures = figuresWith('a');
const city = figuresWith(null, estimate(0.03, 0.02, 0.04), 900);
const plain = (text: string): string =>
  text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
const en = translatorOf('en');

describe('a corrected share in words', () => {
  it('states estimate, base, interval, method, its own posts and what the model flags', () => {
    expect(plain(sayFigure(en, figures, 'hate', 'all'))).toBe(
      'An estimated 7% of 84 posts that name this neighbourhood carry hate: corrected for the model’s errors, 95% interval 4% to 12%.',
    );
    expect(sayCorrection(en, figures).map(plain)).toEqual([
      'The correction rests on 400 labels that people gave to posts of this city.',
      'It is drawn towards the city’s share, since its own posts leave it unsure. These alone say 11%, 95% interval 5% to 24%.',
      'The model flags 12 of 84 posts: 14%, uncorrected.',
    ]);
    expect(plain(sayTip(en, 'Ennasr', figures))).toBe(
      'Ennasr: 7%, corrected (95% interval 4% to 12%), above the city. Its own posts alone: 11%. Flagged by the model: 14%.',
    );
  });

  it('says that the model card knows nothing of this city', () => {
    const byCard = figuresWith('a', { ...hate, method: 'model-card', labels: 0 });
    expect(sayCorrection(en, byCard)[0]).toContain('nobody has labelled posts of this city');
  });

  it('calls more bridging good news, and more hate nothing but more', () => {
    expect(plain(sayVersus(en, figures, city, 'hate', 'all'))).toMatch(/^More posts carry hate than .* \(3%\), beyond/);
    expect(sayVersus(en, figures, city, 'bridging', 'all')).toMatch(/^Good news: more posts build bridges/);
    expect(sayVersus(en, city, city, 'hate', 'all')).toBe('');
    expect(sayVersus(en, figures, figuresOfArea(null, [], question), 'hate', 'all')).toMatch(/as a whole, beyond/);
  });
});

describe.each(INTERFACE_LANGUAGES)('in %s', (language) => {
  const translator = translatorOf(language);
  it('every verdict, cluster and sentence is said, with all its values filled in', () => {
    const said = [
      ...(['above', 'below', 'cannot-tell'] as const).flatMap((versusCity) => {
        const one = figuresWith('a', { ...hate, versusCity });
        return [
          sayTip(translator, 'x', one),
          ...SIGNALS.map((signal) => sayVersus(translator, one, city, signal, 'all')),
        ];
      }),
      ...(['sentence', 'short'] as const).flatMap((length) =>
        (['high-high', 'low-low', 'high-low', 'low-high', 'hot', 'cold', null] as const).map((found) =>
          sayCluster(translator, found, length),
        ),
      ),
      ...sayCorrection(translator, figures),
    ];
    for (const words of said) {
      expect(words).not.toBe('');
      expect(words).not.toMatch(/undefined|\{\w+\}/);
    }
  });
});
