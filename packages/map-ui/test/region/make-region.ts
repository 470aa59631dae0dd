import type { ComparedCity, Region, RegionCity } from '@marsad/records/region';
import { SIGNALS, weekOf, weekStart } from '@marsad/records/without-checks';

const FIRST_WEEK = weekStart('2025-W01');
const week = (after: number) => weekOf(FIRST_WEEK + after * 7 * 86_400_000);
const perSignal = <T>(make: (at: number) => T) => Object.fromEntries(SIGNALS.map((signal, at) => [signal, make(at)]));

/** A city that told four-week blocks of a year; every seventh is missing. */
const makeCity = (at: number, weeks: number): RegionCity => ({
  id: `city-${at}`,
  names: { ar: `مدينة ${at}`, en: `City ${at}`, fr: `Ville ${at}` },
  fictional: true,
  profile: { languages: ['ara', 'fra'], population: 100_000 + at, country: 'XX' },
  method: {
    format: '1.3.0',
    model: { name: 'marsad-rules', version: at % 5 === 4 ? '0.9.0' : '1.0.0' },
    measuredLanguages: ['ara', 'fra'],
    languages: ['ara', 'fra'],
    byLanguage: at % 2 === 0 ? ['ara', 'fra'] : [],
    rules: { minimumPosts: 30, minimumAuthors: 10, minimumSources: 3, maximumTopAuthorShare: 0.5 },
    sources: { website: 3, feed: 2 },
    labels: 0,
    areas: { count: 20, version: '2026-01' },
    weeks: [week(0), week(weeks - 1)],
  },
  series: Array.from({ length: weeks }, (_, block) => ({
    weeks: [week(block), week(block)] as [string, string],
    figures:
      block % 7 === 6
        ? null
        : { posts: 400, flagged: perSignal((signal) => 10 + ((at * 7 + block * 3 + signal * 11) % 60)) },
  })),
  timeline: [1, 2].map((version) => ({
    version,
    tier: 'public' as const,
    state: version === 2 ? ('held' as const) : ('superseded' as const),
    issued: '2026-01-05T00:00:00.000Z',
    expires: '2027-01-05T00:00:00.000Z',
    received: '2026-01-06T00:00:00.000Z',
    format: '1.3.0',
    weeks: [week(0), week(weeks - 1)] as [string, string],
    model: { name: 'marsad-rules', version: '1.0.0' },
    areas: { count: 20 },
    changed: version === 2 ? (['model'] as const).slice() : [],
  })),
  notices: [],
  contests:
    at === 1
      ? [
          {
            id: 'too-high',
            city: 'city-1',
            about: { kind: 'cell', area: null, weeks: [week(0), week(3)], signal: 'hate' },
            by: 'Council of City 1',
            text: { en: 'A campaign of copies was counted as posts.', ar: 'حُسبت حملة من النسخ على أنها منشورات.' },
            raised: '2026-02-01T00:00:00.000Z',
          },
        ]
      : [],
  ...(at === 2 && {
    answered: [
      {
        id: 'news',
        city: 'city-2',
        about: { kind: 'cell' as const, area: 'port', weeks: [week(0), week(1)] as [string, string] },
        by: 'Port council',
        text: { ar: 'كانت هذه أخبارًا.', en: 'These were news.', fr: 'C’étaient des nouvelles.' },
        raised: '2026-02-01T00:00:00.000Z',
        answer: {
          by: 'Office of City 2',
          text: { ar: 'صُحِّح.', en: 'Corrected.', fr: 'Corrigé.' },
          answered: '2026-02-03T00:00:00.000Z',
        },
      },
    ],
    places: { port: { ar: 'الميناء', en: 'Harbour', fr: 'Le Port' } },
  }),
});

const rateOf = (at: number, signal: number) => {
  const rate = 0.02 + ((at * 13 + signal * 7) % 30) / 1000;
  return {
    rate,
    low: rate - 0.008,
    high: rate + 0.01,
    standardised: { rate: rate * 1.1, low: rate, high: rate * 1.3 },
  };
};

const compared = (at: number, weeks: number): ComparedCity => ({
  id: `city-${at}`,
  comparable: at % 5 !== 4,
  reasons:
    at % 5 === 4
      ? [{ code: 'other-model', params: { model: 'marsad-rules 0.9.0', others: 'marsad-rules 1.0.0' } }]
      : [],
  notes: at === 1 ? [{ code: 'contested', params: { contests: 1 } }] : [],
  posts: 20_000 + at,
  weeksCovered: weeks - 1,
  languages: { ara: 0.7, fra: 0.3 },
  rungs: { mention: 1 },
  signals: perSignal((signal) => rateOf(at, signal)),
});

/** A region of as many cities; every fifth is judged by another model, the second is contested. */
export const makeRegion = (cities: number, weeks = 12): Region => ({
  format: { name: 'marsad-region', version: '1.0.0' },
  hub: {
    id: 'gulf-of-pictures',
    names: { ar: 'مركز خليج الصور', en: 'Hub of the Gulf of Pictures', fr: 'Pôle du golfe des Images' },
  },
  tier: 'public',
  at: '2026-03-01T00:00:00.000Z',
  cities: Array.from({ length: cities }, (_, at) => makeCity(at, weeks)),
  comparisons: [
    {
      period: { id: 'all', weeks: [week(0), week(weeks - 1)] },
      measure: 'flagged',
      common: {
        cities: cities - Math.floor(cities / 5),
        posts: 20_000 * cities,
        model: { name: 'marsad-rules', version: '1.0.0' },
        languages: ['ara', 'fra'],
      },
      standard: { ara: 0.7, fra: 0.3 },
      standardCovers: 0.94,
      cities: Array.from({ length: cities }, (_, at) => compared(at, weeks)),
      region: perSignal((signal) => ({
        ...rateOf(0, signal),
        expected: { low: 0.005, high: 0.09 },
        cities: 4,
        between: 0.62,
      })),
    },
  ],
  resources: [
    {
      id: 'school-dialogue',
      kind: 'training',
      titles: {
        ar: 'التدريب على الحوار في المدارس',
        en: 'Training for dialogue in schools',
        fr: 'Formation au dialogue à l’école',
      },
      text: { en: 'Two days for teachers.', ar: 'يومان للمعلمين.' },
      url: 'https://example.org/dialogue',
      languages: ['ara', 'fra'],
      tags: ['schools', 'مدرسة'],
      from: 'city-0',
    },
    {
      id: 'guide',
      kind: 'guidance',
      titles: { en: 'Guide to counter-speech' },
      languages: ['eng'],
      tags: [],
      from: null,
    },
  ],
  beside: {
    observatories: Array.from({ length: cities }, (_, at) => `city-${at}`),
    packages: ['city-0'],
  },
});
