import { describe, expect, it } from 'vitest';
import { figuresOfArea } from '../../src/view/figures.js';
import { clearPairs } from '../../src/view/place-pairs.js';
import { hidden, shown } from './make-block.js';

const question = {
  signal: 'hate',
  target: 'all',
  range: { from: '2026-W14', to: '2026-W15' },
  whole: true,
} as const;
const place = (area: string | null, flagged: number | null) =>
  figuresOfArea(
    area,
    flagged === null
      ? [hidden(area, ['2026-W14', '2026-W15'])]
      : [shown(area, ['2026-W14', '2026-W15'], { posts: 100, flagged: { hate: flagged } })],
    question,
  );

describe('the pairs of places that can be told apart', () => {
  it('are those whose intervals do not meet, never the city, never a hidden one', () => {
    const places = [place('low', 2), place('middle', 8), place('high', 40), place('silent', null), place(null, 90)];
    expect(clearPairs(places)).toEqual([
      { higher: 'high', lower: 'low' },
      { higher: 'high', lower: 'middle' },
    ]);
  });

  it('are never a corrected share and a flagged one', () => {
    const own = { rate: 0.9, interval: { low: 0.85, high: 0.95 } };
    const corrected = { method: 'labels', labels: 300, own, shrunk: null, versusCity: 'above', groups: 1 } as const;
    expect(clearPairs([place('low', 2), { ...place('high', 90), ...own, corrected }])).toEqual([]);
  });
});
