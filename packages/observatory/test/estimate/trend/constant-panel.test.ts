import { expect, it } from 'vitest';
import { onConstantPanel } from '../../../src/estimate/trend/constant-panel.js';

it('a source that is added moves the raw series and not the constant panel', () => {
  const old = { source: 'old', posts: 10, flagged: 1 };
  const late = { source: 'late', posts: 90, flagged: 30 };
  const series = onConstantPanel([
    { period: '2026-W14', sources: [old] },
    { period: '2026-W15', sources: [old, late] },
  ]);
  expect(series.panel).toEqual(['old']);
  expect(series.raw.map(({ flagged }) => flagged)).toEqual([1, 31]);
  expect(series.constant.map(({ flagged }) => flagged)).toEqual([1, 1]);
});

it('a source that misses one period in twenty stays in the panel', () => {
  const periods = Array.from({ length: 20 }, (_, index) => ({
    period: String(index),
    sources: index === 7 ? [] : [{ source: 'a', posts: 3, flagged: 0 }],
  }));
  expect(onConstantPanel(periods).panel).toEqual(['a']);
});
