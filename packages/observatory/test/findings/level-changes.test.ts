import { type Block, weeksBetween } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { levelChanges } from '../../src/findings/level-changes.js';

const WEEKS = weeksBetween('2026-W10', '2026-W19');
const NONE = { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 };

const blocks = (area: string | null, hate: readonly number[], hidden: readonly number[] = []): Block[] =>
  hate.map((flagged, at): Block => {
    const week = WEEKS[at] ?? '';
    if (hidden.includes(at)) return { area, weeks: [week, week], status: 'suppressed', reason: 'too-few-posts' };
    return {
      area,
      weeks: [week, week],
      status: 'shown',
      figures: {
        posts: 100,
        copies: 0,
        authors: 50,
        sources: 5,
        flagged: { ...NONE, hate: flagged },
        targets: { hate: {}, extremism: {}, polarisation: {}, offensive: {}, bridging: {} },
        languages: {},
        rungs: {},
        stances: {},
      },
    };
  });

const QUIET = [5, 6, 4, 5, 5, 6, 5, 4, 6, 5];
const STEP = [5, 6, 4, 5, 5, 20, 22, 21, 19, 20];

describe('levelChanges', () => {
  it('names the week from which a share lies on another level, of the city and of each area by itself', () => {
    expect(levelChanges([...blocks(null, QUIET), ...blocks('a', STEP)], [])).toEqual([
      { area: 'a', signal: 'hate', series: 'raw', weeks: ['2026-W15'] },
    ]);
  });

  it('names none where shares only swing by chance, or are too few to show a level', () => {
    expect(levelChanges(blocks(null, QUIET), [])).toEqual([]);
    expect(levelChanges(blocks(null, STEP.slice(3, 6)), [])).toEqual([]);
  });

  it('takes no swing for a step where shares swing all the time', () => {
    expect(levelChanges(blocks(null, [2, 20, 3, 22, 1, 19, 4, 25, 2, 20]), [])).toEqual([]);
  });

  it('passes over hidden blocks', () => {
    expect(levelChanges(blocks('a', STEP, [5]), [])).toEqual([
      { area: 'a', signal: 'hate', series: 'raw', weeks: ['2026-W16'] },
    ]);
  });

  it('looks at the constant panel apart from what is published', () => {
    const counts = STEP.map((hate, at) => {
      const week = WEEKS[at] ?? '';
      return { weeks: [week, week] as [string, string], posts: 100, flagged: { ...NONE, hate } };
    });
    expect(levelChanges(blocks(null, QUIET), counts)).toEqual([
      { area: null, signal: 'hate', series: 'panel', weeks: ['2026-W15'] },
    ]);
  });
});
