import { describe, expect, it } from 'vitest';
import { sourceMarks } from '../../src/view/source-marks.js';

const source = (name: string, ...events: [kind: 'added' | 'gap' | 'back', week: string | null][]) => ({
  id: name,
  name,
  kind: 'feed',
  events: events.map(([kind, week]) => ({ kind, week })),
});

describe('the marks of sources', () => {
  it('are by week in order of time, without the week in which the collection begins', () => {
    const sources = [
      source('a', ['added', '2026-W14'], ['gap', '2026-W20']),
      source('b', ['added', '2026-W18'], ['gap', '2026-W20'], ['back', '2026-W22']),
      source('c', ['added', null], ['back', '2027-W01']),
    ];
    expect(sourceMarks(sources, ['2026-W14', '2026-W39'])).toEqual([
      { week: '2026-W18', events: [{ kind: 'added', source: 'b' }] },
      {
        week: '2026-W20',
        events: [
          { kind: 'gap', source: 'a' },
          { kind: 'gap', source: 'b' },
        ],
      },
      { week: '2026-W22', events: [{ kind: 'back', source: 'b' }] },
    ]);
  });
});
