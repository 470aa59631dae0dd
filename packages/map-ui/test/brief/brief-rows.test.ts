import { describe, expect, it } from 'vitest';
import { briefChangeRows, briefRows } from '../../src/brief/brief-rows.js';
import { compareWithCity } from '../../src/view/compare.js';
import { makeOut } from '../out/make-out.js';

describe('briefRows', () => {
  const { page } = makeOut();

  it('counts every neighbourhood once: listed, left out for want of room, or silent', () => {
    for (const room of [0, 3, 100]) {
      const { rows, more, hidden, otherWeeks, empty } = briefRows(page, room);
      expect(rows.length).toBeLessThanOrEqual(room);
      expect(rows.length + more + hidden + otherWeeks + empty).toBe(page.areas.length);
    }
  });

  it('lists those above the city first, then those below, then what cannot be told, each by posts', () => {
    const { rows } = briefRows(page, 100);
    const rank = { above: 0, below: 1, 'cannot-tell': 2 };
    rows.forEach(({ figures, versus }, index) => {
      if (figures.interval && page.city.interval) {
        expect(versus).toBe(compareWithCity(figures.interval, page.city.interval));
      }
      const next = rows[index + 1];
      if (!next || versus === null || next.versus === null) return;
      expect(rank[versus]).toBeLessThanOrEqual(rank[next.versus]);
      if (versus === next.versus) expect(figures.posts).toBeGreaterThanOrEqual(next.figures.posts);
    });
    expect(rows.length).toBeGreaterThan(3);
  });

  it('lists clear rises, then clear falls, then the rest while two periods are compared, and counts every neighbourhood once', () => {
    const { compared } = makeOut({ from: '2026-W27', to: '2026-W39', before: { from: '2026-W14', to: '2026-W26' } });
    for (const room of [0, 2, 100]) {
      const { rows, more, hidden, otherWeeks, empty } = briefChangeRows(compared, room);
      expect(rows.length + more + hidden + otherWeeks + empty).toBe(compared?.change.byArea.size);
    }
    const { rows } = briefChangeRows(compared, 100);
    expect(rows.length).toBeGreaterThan(3);
    const ranks = rows.map(({ class: of }) => (of.startsWith('rise') ? 0 : of.startsWith('fall') ? 1 : 2));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
});
