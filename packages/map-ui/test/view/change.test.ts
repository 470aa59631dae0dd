import { describe, expect, it } from 'vitest';
import { CHANGE_CLASSES, changeOf, changeOfPage } from '../../src/view/change.js';
import { CHANGE_PALETTE } from '../../src/view/change-palette.js';
import { overlap, twoPeriods } from '../../src/view/earlier-range.js';
import { type AreaFigures, figuresOfArea, figuresOfPage } from '../../src/view/figures.js';
import { SILENCE } from '../../src/view/palette.js';
import { hidden, shown } from './make-block.js';
import { distance } from './simulate-sight.js';

const A = { from: '2026-W14', to: '2026-W15' };
const B = { from: '2026-W16', to: '2026-W17' };
const asked = { signal: 'hate', target: 'all', whole: false } as const;
const figures = (range: typeof A, flagged: number, posts = 100): AreaFigures =>
  figuresOfArea('a', [shown('a', [range.from, range.to], { posts, flagged: { hate: flagged } })], { ...asked, range });
const silent = (kind: 'suppressed' | 'other-weeks' | 'no-data'): AreaFigures => {
  const block = {
    suppressed: [hidden('a', [A.from, A.to])],
    'other-weeks': [shown('a', [A.from, B.to], { posts: 10 })],
    'no-data': [],
  };
  return figuresOfArea('a', block[kind], { ...asked, range: A });
};

describe('the change from one period to another', () => {
  it('has a class by its intervals, and is strong from five points on', () => {
    expect(changeOf(figures(A, 2), figures(B, 40)).class).toBe('rise-strong');
    expect(changeOf(figures(A, 40), figures(B, 2)).class).toBe('fall-strong');
    expect(changeOf(figures(A, 5), figures(B, 10)).class).toBe('no-clear-change');
    expect(changeOf(figures(A, 100, 10_000), figures(B, 400, 10_000)).class).toBe('rise');
    expect(changeOf(figures(A, 400, 10_000), figures(B, 100, 10_000)).class).toBe('fall');
  });

  it('is a silence where one side is silent, the one that other weeks would mend first', () => {
    const one = figures(B, 5);
    expect(changeOf(silent('no-data'), one)).toMatchObject({ class: 'no-data', shares: null });
    expect(changeOf(one, silent('suppressed')).class).toBe('suppressed');
    expect(changeOf(silent('suppressed'), silent('no-data')).class).toBe('suppressed');
    expect(changeOf(silent('suppressed'), silent('other-weeks')).class).toBe('other-weeks');
  });

  it('never sets a corrected share beside an uncorrected one', () => {
    const share = { rate: 0.5, interval: { low: 0.45, high: 0.55 } };
    const corrected = { method: 'labels', labels: 300, own: share, shrunk: null, versusCity: null, groups: 1 } as const;
    const before = figures(A, 2);
    const after = { ...figures(B, 3), corrected };
    expect(changeOf(before, after).shares?.difference.value).toBeCloseTo(0.01, 10);
    expect(changeOf({ ...before, corrected }, after).shares?.difference.value).toBe(0);
  });

  it('is there for every area and the city', () => {
    const blocks = new Map([
      ['a', [shown('a', [A.from, A.to], { posts: 20 }), shown('a', [B.from, B.to], { posts: 20 })]],
    ]);
    const [before, after] = [A, B].map((range) => figuresOfPage(['a', 'b'], blocks, { ...asked, range }));
    const change = before && after && changeOfPage(before, after);
    expect([...(change?.byArea ?? [])].map(([area, one]) => [area, one.class])).toEqual([
      ['a', 'no-clear-change'],
      ['b', 'no-data'],
    ]);
    expect(change?.city.class).toBe('no-data');
  });
});

describe('the colours of changes', () => {
  const colours = CHANGE_CLASSES.map((one) => CHANGE_PALETTE[one]);
  it.each(['usual', 'protanopia', 'deuteranopia', 'greyscale'] as const)('stay apart under %s', (sight) => {
    colours.forEach((one, index) => {
      for (const other of colours.slice(index + 1))
        expect(distance(one, other, sight), `${one} ${other}`).toBeGreaterThan(10);
    });
  });

  it('are no ground of a silence', () => {
    for (const { ground } of Object.values(SILENCE)) expect(colours).not.toContain(ground);
  });
});

describe('two periods to begin with', () => {
  const weeks = ['2026-W14', '2026-W15', '2026-W16', '2026-W17', '2026-W18'];
  it('are the chosen weeks and as many before them, as far as there are any', () => {
    expect(twoPeriods({ from: '2026-W17', to: '2026-W18' }, weeks)?.before).toEqual({
      from: '2026-W15',
      to: '2026-W16',
    });
    expect(twoPeriods({ from: '2026-W15', to: '2026-W18' }, weeks)?.before).toEqual({
      from: '2026-W14',
      to: '2026-W14',
    });
  });

  it('are two halves where nothing comes before, and none where it is a single week', () => {
    expect(twoPeriods({ from: '2026-W14', to: '2026-W18' }, weeks)).toEqual({
      before: { from: '2026-W14', to: '2026-W15' },
      after: { from: '2026-W16', to: '2026-W18' },
    });
    expect(twoPeriods({ from: '2026-W14', to: '2026-W14' }, weeks)).toBeNull();
  });

  it('overlap where they share a week', () => {
    expect([overlap(A, B), overlap(A, { from: '2026-W15', to: '2026-W20' })]).toEqual([false, true]);
  });
});
