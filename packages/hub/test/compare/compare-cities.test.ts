import { regionComparison, region as regionSchema } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { choosePeriods } from '../../src/compare/choose-periods.js';
import { compareCities } from '../../src/compare/compare-cities.js';
import type { CityEvidence } from '../../src/compare/evidence.js';
import type { Standing } from '../../src/compare/standing.js';
import { figures, lastWeeks } from '../signed-city.js';

const AT = '2026-11-20T12:00:00.000Z';

interface Made extends Partial<CityEvidence> {
  weeks?: string[];
  posts?: number;
  hate?: number;
  languages?: Record<string, number>;
  rungs?: Record<string, number>;
  corrected?: number;
  standing?: Partial<Standing>;
}

const city = (id: string, made: Made = {}): Standing => {
  const { weeks = lastWeeks(13), posts = 100, hate = 5, languages, rungs, corrected, standing, ...evidence } = made;
  const estimates = corrected !== undefined && {
    estimates: {
      hate: {
        rate: corrected,
        low: corrected / 2,
        high: corrected * 2,
        versusCity: 'cannot-tell' as const,
        method: 'labels' as const,
        labels: 1000,
        tooFewLabels: false,
      },
    },
  };
  return {
    id,
    fictional: false,
    expires: '2027-01-20T12:00:00.000Z',
    contests: 0,
    correctionAnnounced: false,
    evidence: {
      id,
      names: { en: id },
      fictional: false,
      format: '1.3.0',
      model: { name: 'marsad-lexicon', version: '0.4.0', measuredLanguages: ['ara', 'fra'] },
      sources: [],
      blocks: weeks.map((week) => ({
        weeks: [week, week] as const,
        figures: figures(posts, hate, { ...(languages && { languages }), ...(estimates || {}) }),
      })),
      overall: null,
      placed: weeks.map((week) => ({ weeks: [week, week] as const, rungs: rungs ?? { mention: 50 } })),
      ...evidence,
    },
    ...standing,
  };
};

const QUARTER = { id: 'last-13', weeks: [lastWeeks(13)[0] ?? '', lastWeeks(1)[0] ?? ''] as [string, string] };

const compare = (standings: Standing[], measure: 'flagged' | 'corrected' = 'flagged') => {
  const compared = compareCities(standings, QUARTER, { measure, at: AT });
  regionComparison.parse(compared);
  return compared;
};

const reasonsOf = (standings: Standing[], id: string, measure?: 'flagged' | 'corrected') =>
  compare(standings, measure).cities.find((one) => one.id === id)?.reasons;

describe('cities side by side', () => {
  it('whose groups of weeks are longer than the period are greyed for that, not for having no figures', () => {
    const [first = '', last = ''] = [lastWeeks(26)[0], lastWeeks(1)[0]];
    const long = { weeks: [first, last] as [string, string], figures: figures(900, 40) };
    const hidden = { ...long, figures: null };
    expect(reasonsOf([city('a'), city('b', { blocks: [long] })], 'b')).toEqual([{ code: 'weeks-grouped', params: {} }]);
    expect(reasonsOf([city('a'), city('b', { blocks: [hidden] })], 'b')).toEqual([{ code: 'city-hidden', params: {} }]);
  });

  it('with the same figures, block by block, are said to have them', () => {
    const noteOf = (id: string) =>
      compare([city('a', { hate: 4 }), city('b', { hate: 4 }), city('c')])
        .cities.find((one) => one.id === id)
        ?.notes.filter(({ code }) => code === 'same-figures-as');
    expect(noteOf('a')).toEqual([{ code: 'same-figures-as', params: { cities: ['b'] } }]);
    expect(noteOf('c')).toEqual([]);
  });

  it('are compared when they measured alike, and what they have in common is stated', () => {
    const compared = compare([city('a', { hate: 4 }), city('b', { hate: 6 }), city('c', { hate: 5 })]);
    expect(compared.common).toEqual({
      cities: 3,
      posts: 3900,
      model: { name: 'marsad-lexicon', version: '0.4.0' },
      languages: ['ara'],
    });
    expect(compared.cities.map(({ comparable, signals }) => [comparable, signals.hate?.rate])).toEqual([
      [true, 0.04],
      [true, 0.06],
      [true, 0.05],
    ]);
    expect(compared.region.hate?.rate).toBeCloseTo(0.05, 2);
    expect(compared.region.hate?.cities).toBe(3);
    // All their posts are in one language, so that their rates are standardised as they are.
    expect(compared.standard).toEqual({ ara: 1 });
    expect(compared.cities[0]?.signals.hate?.standardised?.rate).toBe(0.04);
  });

  it.each<[string, Made, object]>([
    [
      'another version of the model',
      { model: { name: 'marsad-lexicon', version: '0.3.0' } },
      { code: 'other-model', params: { model: 'marsad-lexicon 0.3.0', others: 'marsad-lexicon 0.4.0' } },
    ],
    ['copies counted as posts', { format: '1.0.0' }, { code: 'counts-copies', params: { format: '1.0.0' } }],
    [
      'a language that nobody measured',
      { languages: { ara: 70, swa: 30 } },
      { code: 'language-unmeasured', params: { languages: ['swa'], share: 0.3, allowed: 0.2 } },
    ],
    [
      'another mix of languages',
      { languages: { ara: 40, fra: 60 } },
      { code: 'other-languages', params: { distance: 0.6, allowed: 0.25 } },
    ],
    [
      'another way of placement',
      { rungs: { 'source-home': 50 } },
      { code: 'other-rungs', params: { distance: 1, allowed: 0.5 } },
    ],
    ['few weeks', { weeks: lastWeeks(6) }, { code: 'weeks-missing', params: { covered: 6, of: 13, needed: 11 } }],
    ['few posts', { posts: 7, hate: 1 }, { code: 'too-few-posts', params: { posts: 91, needed: 100 } }],
    ['no figure', { weeks: [] }, { code: 'no-figures', params: {} }],
    [
      'a snapshot past its date',
      { standing: { expires: '2026-11-19T00:00:00.000Z' } },
      { code: 'expired', params: { since: '2026-11-19T00:00:00.000Z' } },
    ],
    ['an invented city among real ones', { standing: { fictional: true } }, { code: 'fictional', params: {} }],
    ['a withdrawn snapshot', { standing: { evidence: null } }, { code: 'withdrawn', params: {} }],
  ])('are greyed for %s', (_title, made, reason) => {
    const judged = made.model ? { ...made, model: { ...made.model, measuredLanguages: ['ara', 'fra'] } } : made;
    const standings = [city('a'), city('b'), city('odd', judged)];
    expect(reasonsOf(standings, 'odd')).toContainEqual(reason);
    expect(reasonsOf(standings, 'a')).toEqual([]);
    expect(compare(standings).common?.cities).toBe(2);
  });

  it('are compared by corrected shares whatever judged them, where people labelled enough', () => {
    const standings = [
      city('a', { corrected: 0.02 }),
      city('b', { corrected: 0.04, model: { name: 'other', version: '9' }, languages: { fra: 100 } }),
      city('c'),
    ];
    const compared = compare(standings, 'corrected');
    expect(compared.common).toMatchObject({ cities: 2, model: null });
    expect(compared.cities.map(({ comparable }) => comparable)).toEqual([true, true, false]);
    expect(reasonsOf(standings, 'c', 'corrected')).toEqual([{ code: 'not-corrected', params: {} }]);
    expect(compared.cities[0]?.signals.hate).toEqual({ rate: 0.02, low: 0.01, high: 0.04 });
  });

  it('tell the corrected share of the city as its own page does: over all its weeks the published one, else groups pooled', () => {
    const whole = { rate: 0.02, low: 0.016, high: 0.026 };
    const overall = (posts: number) => ({
      posts,
      estimates: {
        hate: {
          ...whole,
          versusCity: 'cannot-tell' as const,
          method: 'labels' as const,
          labels: 1000,
          tooFewLabels: false,
        },
      },
    });
    const standings = [
      city('all', { corrected: 0.02, overall: overall(1300) }),
      city('more', { corrected: 0.02, overall: overall(2600) }),
      city('none', { corrected: 0.02 }),
    ];
    const [all, more, none] = compare(standings, 'corrected').cities.map(({ signals }) => signals.hate);
    expect(all).toEqual(whole);
    // Of the reach upwards 0.006 is the city's and common, the rest of 0.02 is by chance in each of 13 groups.
    expect(more?.high).toBeCloseTo(0.02 + Math.hypot(0.006, Math.sqrt((0.02 ** 2 - 0.006 ** 2) / 13)), 6);
    expect(none).toEqual({ rate: 0.02, low: 0.01, high: 0.04 });
  });

  it('carry what must be said with them', () => {
    const notes = compare([
      city('a', {
        standing: { contests: 2, correctionAnnounced: true, expires: '2026-11-25T00:00:00.000Z' },
        sources: [
          { id: 's', name: 'S', kind: 'feed', events: [{ kind: 'gap', week: QUARTER.weeks[1] }] },
          { id: 't', name: 'T', kind: 'feed', events: [{ kind: 'added', week: QUARTER.weeks[1] }] },
        ],
        placed: [],
      }),
      city('b', { hate: 6 }),
    ]).cities[0]?.notes;
    expect(notes?.map(({ code }) => code)).toEqual([
      'expires-soon',
      'contested',
      'correction-announced',
      'sources-interrupted',
      'sources-added',
      'rungs-untold',
    ]);
  });

  it('say in which languages they tell no figures, where rates cannot be standardised', () => {
    const languages = { ara: 80, fra: 20 };
    const compared = compare([city('a', { languages }), city('b', { languages })]);
    expect(compared.standard).toBeNull();
    expect(compared.common?.languages).toEqual(['ara', 'fra']);
    expect(compared.cities[0]?.notes).toContainEqual({
      code: 'not-by-language',
      params: { languages: ['ara', 'fra'] },
    });
  });

  it('of different mixes are set side by side where they tell flagged posts by language, each rate beside the crude one', () => {
    const of = (hate: number) => ({ hate, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 });
    // Arabic posts at 10 %, French ones at 2 %, in both cities.
    const mixed = (id: string, ara: number, fra: number) => {
      const hate = ara / 10 + fra / 50;
      const told = { posts: 200, languages: { ara: of(ara / 10), fra: of(fra / 50) }, rungs: {} };
      const made = city(id, { posts: 200, hate, languages: { ara, fra } });
      for (const { figures: shown } of made.evidence?.blocks ?? []) if (shown) shown.flaggedBy = told;
      return made;
    };
    const compared = compare([mixed('a', 150, 50), mixed('b', 50, 150)]);
    expect(compared.cities.map(({ comparable, reasons, notes }) => [comparable, reasons, notes])).toEqual([
      [true, [], []],
      [true, [], []],
    ]);
    expect(compared.standard).toEqual({ ara: 0.5, fra: 0.5 });
    expect(compared.standardCovers).toBe(1);
    expect(compared.cities.map(({ signals: { hate } }) => [hate?.rate, hate?.standardised?.rate])).toEqual([
      [0.08, 0.06],
      [0.04, 0.06],
    ]);
    expect(compared.region.hate?.rate).toBeCloseTo(0.06, 6);
    // Without the rates by language the two are greyed or compared as they are, never mixed.
    const silent = compare([
      city('a', { languages: { ara: 75, fra: 25 } }),
      city('b', { languages: { ara: 25, fra: 75 } }),
    ]);
    expect(silent.cities.map(({ comparable }) => comparable)).toEqual([true, false]);
    expect(silent.standard).toBeNull();
  });

  it('are compared as they are where none tells its languages', () => {
    const compared = compare([city('a', { languages: {} }), city('b', { languages: {}, hate: 7 })]);
    expect(compared.standard).toBeNull();
    expect(compared.region.hate?.cities).toBe(2);
    expect(compared.cities[0]?.notes.map(({ code }) => code)).toEqual(['languages-untold']);
  });

  it('have no region when only one is left', () => {
    const compared = compare([city('a'), city('b', { weeks: [] })]);
    expect(compared.common).toBeNull();
    expect(compared.region).toEqual({});
  });

  it('are the same in whatever order they come', () => {
    const standings = [city('a', { hate: 1 }), city('b', { hate: 9 }), city('c', { languages: { fra: 100 } })];
    const byId = (compared: ReturnType<typeof compare>) => ({
      ...compared,
      cities: [...compared.cities].sort((x, y) => (x.id < y.id ? -1 : 1)),
    });
    expect(JSON.stringify(byId(compare([...standings].reverse())))).toBe(JSON.stringify(byId(compare(standings))));
  });
});

describe('the periods of a comparison', () => {
  const evidence = (id: string, weeks: string[]) => city(id, { weeks }).evidence as CityEvidence;

  it('end with the last week that half of the cities tell', () => {
    const cities = [
      evidence('a', lastWeeks(60)),
      evidence('b', lastWeeks(60)),
      evidence('late', lastWeeks(10, '2026-W30')),
    ];
    expect(choosePeriods(cities).map(({ id }) => id)).toEqual(['last-4', 'last-13', 'last-52']);
    expect(choosePeriods(cities)[0]?.weeks).toEqual(['2026-W43', '2026-W46']);
  });

  it('are only as long as some city tells, and none where none does', () => {
    expect(choosePeriods([evidence('a', lastWeeks(2))]).map(({ id }) => id)).toEqual(['last-4']);
    expect(choosePeriods([evidence('a', [])])).toEqual([]);
  });

  it('is a part of region.json that readers take', () => {
    expect(regionSchema.shape.comparisons.safeParse([compare([city('a'), city('b')])]).success).toBe(true);
  });
});
