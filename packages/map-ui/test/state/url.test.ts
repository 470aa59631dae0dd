import { INTERFACE_LANGUAGES, SIGNALS, TARGETS, weeksBetween } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageInUrl } from '../../src/state/reader-language.js';
import { viewFromUrl, viewToUrl } from '../../src/state/url.js';
import { type Choices, firstView, SHOWN, shownAt, toLevel, toSignal, type View } from '../../src/state/view.js';
import { FACETS } from '../../src/view/facets.js';
import { MATRIX_ORDERS } from '../../src/view/sort-matrix.js';
import { SORT_COLUMNS } from '../../src/view/sort-rows.js';

const choices: Choices = {
  weeks: ['2026-W14', '2027-W03'],
  areaIds: new Set(['ennasr', 'حي & co', 'a=b', '~%7E~%25']),
  districtIds: new Set(['port', 'a=b']),
  severities: true,
  languages: ['ara', 'fra'],
  rungs: ['mention' as const],
  levels: ['neighbourhoods', 'districts', 'city'],
  language: 'fr',
};
const weeks = weeksBetween('2026-W14', '2027-W03');
const ends = fc
  .tuple(fc.nat(weeks.length - 1), fc.nat(weeks.length - 1))
  .map(([a, b]) => [weeks[Math.min(a, b)] ?? '', weeks[Math.max(a, b)] ?? ''] as const);
const view: fc.Arbitrary<View> = fc
  .record({
    language: fc.constantFrom(...INTERFACE_LANGUAGES),
    signal: fc.constantFrom(...SIGNALS),
    target: fc.constantFrom(
      'all' as const,
      'severity-3' as const,
      'severity-4-5' as const,
      'language-fra' as const,
      'rung-mention' as const,
      ...TARGETS,
    ),
    ends,
    area: fc.constantFrom(null, ...choices.areaIds),
    level: fc.constantFrom('neighbourhoods' as const, 'districts' as const, 'city' as const),
    show: fc.constantFrom(...SHOWN),
    order: fc.constantFrom(...MATRIX_ORDERS),
    facets: fc.constantFrom(...FACETS),
    places: fc.shuffledSubarray([...choices.areaIds]),
    sort: fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() }),
    find: fc.string(),
    rows: fc.constantFrom('first' as const, 'all' as const),
    before: fc.option(ends.map(([from, to]) => ({ from, to }))),
  })
  .map(({ ends: [from, to], ...rest }) => {
    const target = rest.signal !== 'hate' && rest.target.startsWith('severity-') ? ('all' as const) : rest.target;
    const one = { ...rest, target, from, to };
    if (one.level === 'neighbourhoods') return one;
    const district = one.level === 'districts' && one.area !== null ? 'port' : null;
    const places = one.level === 'districts' && one.places.length > 0 ? ['a=b', 'port'] : [];
    return { ...one, area: district, places, show: shownAt(one.level).includes(one.show) ? one.show : 'map' };
  });

describe('the URL', () => {
  it('gives back every view that was written to it', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(viewFromUrl(viewToUrl(one, choices), choices)).toEqual(one);
      }),
    );
  });

  it('opens on a possible view whatever it says', () => {
    const pair = fc.tuple(
      fc.oneof(
        fc.constantFrom('lang', 'signal', 'target', 'from', 'to', 'area', 'before', 'show', 'order', 'sort'),
        fc.string(),
      ),
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          '2026-W20',
          '2026-W30..2026-W20',
          '2026-W20..2026-W30..',
          '2026-W54',
          'hate',
          '__proto__',
          'all',
          '2020-W01',
        ),
      ),
    );
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const read = viewFromUrl(`?${new URLSearchParams(pairs)}`, choices);
        expect(INTERFACE_LANGUAGES).toContain(read.language);
        expect(SIGNALS).toContain(read.signal);
        expect(['all', ...TARGETS]).toContain(read.target);
        expect(weeks).toContain(read.from);
        expect(weeks).toContain(read.to);
        expect((read.from ?? '') <= (read.to ?? '')).toBe(true);
        expect(read.area === null || choices.areaIds.has(read.area)).toBe(true);
      }),
    );
  });

  it('takes places for those of its level, and a level that the snapshot does not tell for neighbourhoods', () => {
    expect(viewFromUrl('?level=districts&area=port', choices)).toMatchObject({ level: 'districts', area: 'port' });
    expect(viewFromUrl('?level=districts&area=ennasr', choices).area).toBeNull();
    expect(viewFromUrl('?area=port', choices).area).toBeNull();
    expect(viewFromUrl('?level=city&area=ennasr&show=places&places=ennasr', choices)).toMatchObject({
      level: 'city',
      area: null,
      places: [],
      show: 'map',
    });
    const few: Choices = { ...choices, levels: ['neighbourhoods', 'city'] };
    expect(viewFromUrl('?level=districts&area=ennasr', few)).toMatchObject({ level: 'neighbourhoods', area: 'ennasr' });
  });

  it('asks for one target or one severity of hate, never for both', () => {
    expect(viewFromUrl('?severity=4', choices).target).toBe('severity-4');
    expect(viewToUrl({ ...firstView(choices), target: 'severity-4' }, choices)).toContain('severity=4');
    expect(viewFromUrl('?severity=4-5', choices).target).toBe('severity-4-5');
    expect(viewToUrl({ ...firstView(choices), target: 'severity-4-5' }, choices)).toContain('severity=4-5');
    expect(viewFromUrl('?severity=4&target=gender', choices).target).toBe('gender');
    for (const query of [
      '?severity=4&signal=bridging',
      '?severity=9',
      '?severity=4-',
      '?severity=3-5',
      '?target=severity-4',
    ])
      expect(viewFromUrl(query, choices).target).toBe('all');
    expect(viewFromUrl('?severity=4', { ...choices, severities: false }).target).toBe('all');
    expect(toSignal({ target: 'severity-4' }, 'bridging')).toEqual({ signal: 'bridging', target: 'all' });
    expect(toSignal({ target: 'gender' }, 'bridging')).toEqual({ signal: 'bridging' });
  });

  it('asks for one language or one rung that the snapshot tells, and for nothing else beside it', () => {
    expect(viewFromUrl('?language=fra', choices).target).toBe('language-fra');
    expect(viewToUrl({ ...firstView(choices), target: 'language-fra' }, choices)).toContain('language=fra');
    expect(viewFromUrl('?rung=mention&signal=bridging', choices).target).toBe('rung-mention');
    expect(viewToUrl({ ...firstView(choices), target: 'rung-mention' }, choices)).toContain('rung=mention');
    for (const query of ['?language=eng', '?rung=city', '?language=mention', '?target=language-fra'])
      expect(viewFromUrl(query, choices).target).toBe('all');
    expect(viewFromUrl('?language=fra&severity=4', choices).target).toBe('severity-4');
    expect(viewFromUrl('?language=fra&rung=mention', choices).target).toBe('language-fra');
    expect(toSignal({ target: 'language-fra' }, 'bridging')).toEqual({ signal: 'bridging' });
  });

  it('goes to another level without places of the last one', () => {
    const view = { ...firstView(choices), area: 'ennasr', places: ['ennasr'], show: 'places' as const, find: 'enn' };
    expect({ ...view, ...toLevel(view, 'city') }).toEqual({ ...firstView(choices), level: 'city' });
    expect(toLevel(view, 'districts').show).toBe('places');
  });

  it('ignores what is unknown, outside of the snapshot or crossed', () => {
    const query =
      '?lang=de&signal=anger&target=martians&from=2026-W30&to=2026-W20&area=atlantis&x=1&before=2026-W20&sort=anger&show=all';
    expect(viewFromUrl(query, choices)).toEqual(firstView(choices));
    expect(viewFromUrl('?from=2025-W01', choices).from).toBe('2026-W14');
  });

  it('does not take a week 53 for a week of a year that has 52', () => {
    const long: Choices = { ...choices, weeks: ['2025-W40', '2026-W10'] };
    expect(viewFromUrl('?to=2025-W53', long).to).toBe('2026-W10');
    expect(viewFromUrl('?from=2026-W53', choices).from).toBe('2026-W53');
  });

  it('has no weeks where the snapshot has none', () => {
    const undated: Choices = { ...choices, weeks: null };
    const read = viewFromUrl('?from=2026-W20', undated);
    expect([read.from, read.to, viewToUrl(read, undated)]).toEqual([null, null, '?lang=fr']);
  });

  it('opens links of the first edition as they were meant', () => {
    const old = viewFromUrl('?lang=ar&signal=polarisation&from=2026-W18&to=2026-W38&area=ennasr', choices);
    expect(old).toEqual({
      ...firstView(choices),
      language: 'ar',
      signal: 'polarisation',
      from: '2026-W18',
      to: '2026-W38',
      area: 'ennasr',
    });
    expect(old.show).toBe('map');
  });

  it('names the language always and the rest only where it was chosen', () => {
    expect(viewToUrl(firstView(choices), choices)).toBe('?lang=fr');
    expect(languageInUrl('?lang=ar')).toBe('ar');
    expect(languageInUrl('?lang=AR')).toBeUndefined();
  });
});
