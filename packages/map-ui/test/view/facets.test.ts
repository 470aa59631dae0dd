import { type Block, TARGETS, weeksBetween } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACETS, facetsOf, leftBy, partsOf, readableParts } from '../../src/view/facets.js';
import { shown } from './make-block.js';

const question = {
  signal: 'hate',
  target: 'all',
  range: { from: '2026-W14', to: '2026-W39' },
  whole: true,
} as const;

describe('the small maps', () => {
  it('by weeks follow one another without gaps', () => {
    const all = weeksBetween('2024-W01', '2027-W40');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: all.length }), fc.integer({ min: 1, max: 12 }), (length, count) => {
        const weeks = all.slice(0, length);
        const parts = partsOf(weeks, count);
        expect(parts).toHaveLength(Math.min(count, length));
        expect(parts.flatMap(({ from, to }) => weeksBetween(from, to))).toEqual(weeks);
      }),
    );
  });

  it('by weeks are as many as leave most areas with a figure, and at least two', () => {
    const weeks = weeksBetween('2026-W14', '2026-W37');
    const cut = (size: number): Block[] =>
      partsOf(weeks, weeks.length / size).map(({ from, to }) => shown('a', [from, to], { posts: 10 }));
    expect(readableParts(weeks, [cut(1), cut(2), []])).toHaveLength(12);
    expect(readableParts(weeks, [cut(8), cut(8)])).toHaveLength(3);
    expect(readableParts(weeks, [cut(24)])).toHaveLength(2);
    expect(readableParts(weeks.slice(0, 1), [cut(1)])).toHaveLength(1);
  });

  it('by weeks count no undated posts', () => {
    expect(facetsOf('weeks', question, [], []).every(({ question: { whole } }) => !whole)).toBe(true);
  });

  it('by target are those that posts are directed at, by signal the hostile ones', () => {
    expect(facetsOf('target', question, ['gender', 'anti-roma'], []).map(({ question: one }) => one.target)).toEqual([
      'gender',
      'anti-roma',
    ]);
    const signals = facetsOf('signal', { ...question, target: 'gender' }, [], []);
    expect(signals.map(({ question: one }) => [one.signal, one.target])).toEqual([
      ['hate', 'all'],
      ['extremism', 'all'],
      ['polarisation', 'all'],
      ['offensive', 'all'],
    ]);
  });

  it('say which filter they cannot follow', () => {
    expect(FACETS.map((kind) => leftBy(kind, 'severity-4-5'))).toEqual([null, 'severity', 'severity']);
    expect(FACETS.map((kind) => leftBy(kind, 'gender'))).toEqual([null, null, 'target']);
    expect(FACETS.map((kind) => leftBy(kind, 'all'))).toEqual([null, null, null]);
    for (const kind of FACETS)
      for (const slice of ['severity-4', 'gender'] as const)
        for (const { question: one } of facetsOf(kind, { ...question, target: slice }, ['disability'], []))
          expect(one.target === slice, kind).toBe(kind === 'weeks');
  });

  it('are never more than twelve, and none where nothing is dated', () => {
    for (const kind of FACETS) expect(facetsOf(kind, question, TARGETS, []).length).toBeLessThanOrEqual(12);
    expect(facetsOf('weeks', { ...question, range: null }, [], [])).toEqual([]);
  });
});
