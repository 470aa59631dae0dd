import { describe, expect, it } from 'vitest';
import { readerLanguage } from '../../src/state/reader-language.js';
import { firstView, questionOf, withWeek } from '../../src/state/view.js';

const choices = {
  weeks: ['2026-W14', '2026-W39'],
  areaIds: new Set<string>(),
  districtIds: new Set<string>(),
  severities: false,
  languages: [],
  rungs: [],
  levels: ['neighbourhoods'],
  language: 'en',
} as const;
const view = firstView(choices);

describe('withWeek', () => {
  it('moves one end and lets the other follow where they would cross', () => {
    expect(withWeek(view, 'from', '2026-W20')).toMatchObject({ from: '2026-W20', to: '2026-W39' });
    const narrow = { ...view, from: '2026-W20', to: '2026-W22' };
    expect(withWeek(narrow, 'from', '2026-W30')).toMatchObject({ from: '2026-W30', to: '2026-W30' });
    expect(withWeek(narrow, 'to', '2026-W15')).toMatchObject({ from: '2026-W15', to: '2026-W15' });
  });
});

describe('questionOf', () => {
  it('knows the whole period from a part of it', () => {
    expect(questionOf(view, choices.weeks).whole).toBe(true);
    expect(questionOf({ ...view, to: '2026-W38' }, choices.weeks).whole).toBe(false);
  });

  it('asks for everything where nothing is dated', () => {
    expect(questionOf({ ...view, from: null, to: null }, null)).toMatchObject({ range: null, whole: true });
  });
});

describe('readerLanguage', () => {
  it.each([
    [['de', 'fr-CA', 'ar'], 'fr'],
    [['ar-MA'], 'ar'],
    [['AR'], 'ar'],
    [['arz'], 'en'],
    [[], 'en'],
  ])('reads %j as %s', (preferred, expected) => {
    expect(readerLanguage(preferred)).toBe(expected);
  });
});
