import type { Findings } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { levelChanges, trendOf } from '../../src/view/trend.js';
import { layoutTrend } from '../../src/view/trend-layout.js';
import { hidden, shown } from './make-block.js';

const steps = trendOf(
  [
    shown('a', ['2026-W14', '2026-W15'], { posts: 20, flagged: { hate: 5 } }),
    shown('a', ['2026-W16', '2026-W17'], { posts: 20, flagged: { hate: 0 } }),
    hidden('a', ['2026-W18', '2026-W19']),
    shown('a', ['2026-W22', '2026-W23'], { posts: 10, flagged: { hate: 1 } }),
    shown('a', null, { posts: 10, flagged: { hate: 1 } }),
  ],
  'hate',
  'all',
);
const box = { width: 300, height: 100, axis: 40, top: 10, bottom: 20 };

describe('trendOf', () => {
  it('makes a step of every dated block and none of the undated one', () => {
    expect(steps.map((step) => (step.shown ? step.rate : step.reason))).toEqual([0.25, 0, 'too-few-posts', 0.1]);
  });
});

describe('layoutTrend', () => {
  it('runs from the left, breaks the line at hidden and missing weeks, and draws no band where hidden', () => {
    const layout = layoutTrend(steps, ['2026-W14', '2026-W23'], box, false);
    expect(layout.steps.map((step) => step.band !== null)).toEqual([true, true, false, true]);
    expect(layout.steps[0]?.x).toBe(box.axis);
    expect(layout.path.match(/M/g)).toHaveLength(2);
  });

  it('mirrors time for Arabic and keeps the shares', () => {
    const left = layoutTrend(steps, ['2026-W14', '2026-W23'], box, false);
    const right = layoutTrend(steps, ['2026-W14', '2026-W23'], box, true);
    expect((right.steps[0]?.x ?? 0) + (right.steps[0]?.width ?? 0)).toBeCloseTo(box.width - box.axis);
    expect(right.steps[0]?.x).toBeGreaterThan(right.steps[3]?.x ?? 0);
    expect(right.steps.map((step) => step.band)).toEqual(left.steps.map((step) => step.band));
  });

  it('keeps everything inside its box', () => {
    for (const mirrored of [false, true]) {
      for (const step of layoutTrend(steps, ['2026-W14', '2026-W23'], box, mirrored).steps) {
        expect(step.x).toBeGreaterThanOrEqual(0);
        expect(step.x + step.width).toBeLessThanOrEqual(box.width);
        expect(step.band?.y ?? box.top).toBeGreaterThanOrEqual(box.top);
      }
    }
  });
});

describe('levelChanges', () => {
  const found: Findings = {
    changes: [{ area: null, signal: 'hate', series: 'raw', weeks: ['2026-W18'] }],
    surges: [{ signal: 'hate', weeks: ['2026-W20'] }],
  };

  it('gives surges of the city and its signal alone', () => {
    expect(levelChanges(found, null, 'hate', 'all')).toEqual({ raw: ['2026-W18'], panel: [], surges: ['2026-W20'] });
    for (const [area, signal, target] of [
      ['a', 'hate', 'all'],
      [null, 'bridging', 'all'],
      [null, 'hate', 'gender'],
    ] as const)
      expect(levelChanges(found, area, signal, target).surges).toEqual([]);
  });
});
