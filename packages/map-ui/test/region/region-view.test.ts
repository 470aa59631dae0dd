import { describe, expect, it } from 'vitest';
import { cityRows } from '../../src/region/city-rows.js';
import { comparisonOf, regionQuery, regionViewFrom } from '../../src/region/region-view.js';
import { makeRegion } from './make-region.js';

const region = makeRegion(10);

describe('what is asked of the region', () => {
  it.each([
    '?lang=ar',
    '?lang=en&signal=bridging&measure=corrected',
    '?lang=fr&rates=standardised&order=rate&city=city-3',
  ])('survives the way through an address: %s', (query) => {
    expect(regionQuery(regionViewFrom(query, region, 'en'), region)).toBe(query);
  });

  it('takes its first value where the address asks for what there is not', () => {
    const view = regionViewFrom('?lang=de&signal=x&period=never&measure=y&rates=z&order=w&city=atlantis', region, 'fr');
    expect(regionQuery(view, region)).toBe('?lang=fr');
    expect(comparisonOf(region, view)).toBe(region.comparisons[0]);
  });

  it('keeps greyed cities in the order of names, so that nobody reads a rank out of them', () => {
    const view = regionViewFrom('?order=rate', region, 'en');
    const [comparison] = region.comparisons;
    if (!comparison) throw new Error('no comparison');
    const rows = cityRows(region, comparison, view, '', new Intl.Collator('en'));
    const rates = rows.comparable.map(({ rate }) => rate?.rate ?? -1);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    expect(rows.greyed.map(({ city }) => city.id)).toEqual(['city-4', 'city-9']);
    expect(cityRows(region, comparison, view, 'ville 3', new Intl.Collator('en')).comparable).toHaveLength(1);
  });
});
