import type { ComparedCity, Region } from '@marsad/records';
import { expect, it } from 'vitest';
import { standingWords } from '../../src/hub/standing-words.js';

type Code = ComparedCity['reasons'][number]['code'];

const compared = (id: string, ...codes: Code[]): ComparedCity => ({
  id,
  comparable: codes.length === 0,
  reasons: codes.map((code) => ({ code, params: {} })),
  notes: [],
  posts: 500,
  weeksCovered: 4,
  languages: {},
  rungs: {},
  signals: {},
});

const comparison = (first: string, cities: ComparedCity[]): Region['comparisons'][number] => ({
  period: { id: first, weeks: [first, '2026-W46'] },
  measure: 'flagged',
  common: null,
  standard: null,
  cities,
  region: {},
});

const words = (...comparisons: Region['comparisons']): string | undefined =>
  standingWords({ comparisons, cities: ['a', 'b', 'c'].map((id) => ({ id })) } as unknown as Region, 'a');

it('a city that measured like others is told with how many it stands, in the longest weeks in which it does', () => {
  const short = comparison('2026-W43', [compared('a'), compared('b'), compared('c')]);
  const middle = comparison('2026-W34', [compared('a'), compared('b'), compared('c', 'expired')]);
  const long = comparison('2025-W47', [compared('a', 'weeks-missing'), compared('b'), compared('c')]);
  expect(words(short, middle, long)).toBe('a stands beside 1 of 2 other cities in 2026-W34 to 2026-W46');
});

it('a city that cannot be compared is told why, a hidden one in words', () => {
  expect(words(comparison('2026-W43', [compared('a', 'city-hidden'), compared('b'), compared('c')]))).toBe(
    'a cannot stand beside other cities in 2026-W43 to 2026-W46: the city as a whole is hidden in these weeks by the publish gate, only neighbourhoods tell figures',
  );
});

it('a real city among invented ones is told why none of them stands beside it', () => {
  expect(words(comparison('2026-W43', [compared('a'), compared('b', 'fictional'), compared('c', 'fictional')]))).toBe(
    'a could stand beside other cities in 2026-W43 to 2026-W46, but none of the 2 others can: an invented city is not set beside real ones',
  );
});

it('nothing is said where nothing is compared', () => {
  expect(words()).toBeUndefined();
});
