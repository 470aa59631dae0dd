import { describe, expect, it } from 'vitest';
import { openRegionTranslator } from '../../src/region/region-translator.js';
import { sayEnds } from '../../src/region/say-region.js';

const week = (of: string) => ({ from: of, to: of });

describe('the ends of a line over time', () => {
  it.each(['ar', 'en', 'fr'] as const)(
    'carry years in %s where weeks of two years meet, and only there',
    async (language) => {
      const translator = await openRegionTranslator(language);
      const [first, last] = sayEnds(translator, week('2025-W47'), week('2026-W46'));
      expect(first).toContain('47/2025');
      expect(last).toContain('46/2026');
      const [begun, ended] = sayEnds(translator, { from: '2026-W14', to: '2026-W17' }, week('2026-W39'));
      expect(`${begun} ${ended}`).not.toContain('2026');
      expect(begun).toMatch(/14.+17/);
    },
  );
});

describe('what is said of greyed cities', () => {
  it('speaks of one city as of one', async () => {
    const { say } = await openRegionTranslator('fr');
    expect(say('cities.greyNote', { cities: 1 })).toBe(
      'Cette ville est mesurée autrement, trop peu, ou ne l’est plus. Ses propres chiffres restent valables, mais pas à côté des autres.',
    );
    expect(say('cities.greyNote', { cities: 3 })).toContain('Leurs propres chiffres');
  });
});
