import type { Block } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { attackNumeratorParts } from '../../../src/protect/attack/attack-numerator-parts.js';
import { attackNumeratorsByLevels, attackNumeratorsOverTime } from '../../../src/protect/attack/attack-numerators.js';
import { PostsByCell } from '../../../src/protect/attack/true-cells.js';
import { rulesFrom } from '../../../src/protect/rules.js';
import type { PlacedPost } from '../../../src/tally/placed-post.js';
import { dayIn, NO_PROBABILITY, placedPost } from '../../placed-posts.js';
import { figuresOf, shown } from '../../snapshot/compare/snapshots.js';

const rules = rulesFrom({});
const FIRST = '2026-W10';
const SECOND = '2026-W11';

/** So many posts of a week, each of its own author, `hate` of them flagged. */
const posts = (count: number, hate: number, area: string | null, week = FIRST): PlacedPost[] =>
  Array.from({ length: count }, (_, at) =>
    placedPost({
      authorHash: `author-${area}-${week}-${at}`,
      sourceId: `source-${at % 4}`,
      publishedAt: dayIn(week),
      placements: [
        area === null ? { areaId: null, rung: 'city', weight: 1 } : { areaId: area, rung: 'mention', weight: 1 },
      ],
      verdict: {
        language: 'ara',
        stance: 'endorsing',
        signals: at < hate ? [{ code: 'hate', probability: 0.9, severity: 3, targets: ['sectarian'] }] : [],
        probabilities: NO_PROBABILITY,
      },
    }),
  );

/** A shown block that tells what these posts hold. */
const told = (area: string | null, weeks: [string, string], count: number, hate: number): Block =>
  shown(area, weeks, {
    ...figuresOf(count),
    authors: count,
    sources: 4,
    flagged: { ...figuresOf(0).flagged, hate },
    targets: { ...figuresOf(0).targets, hate: { sectarian: hate } },
    severities: { 3: hate },
  });

const alone = (blocks: Block[]) => ({ blocks, districts: [], districtOf: new Map<string, string>() });

describe('an attacker who subtracts numerators', () => {
  it('learns targets and severities of whom the city leaves beside its neighbourhoods, where these are few', () => {
    const known = [...posts(20, 6, 'a'), ...posts(8, 2, null)];
    const blocks = [told(null, [FIRST, FIRST], 28, 8), told('a', [FIRST, FIRST], 20, 6)];
    const { cells } = attackNumeratorsByLevels(alone(blocks), new PostsByCell(known), rules);
    expect(cells).toContain(
      'the city, 2026-W10 to 2026-W10, less its districts, 8 posts: 2 of hate against sectarian, told to be 2',
    );
  });

  it('learns nothing where those who are left pass the gate', () => {
    const known = [...posts(20, 6, 'a'), ...posts(24, 2, null)];
    const blocks = [told(null, [FIRST, FIRST], 44, 8), told('a', [FIRST, FIRST], 20, 6)];
    const { cells, attacked } = attackNumeratorsByLevels(alone(blocks), new PostsByCell(known), rules);
    expect(cells).toEqual([]);
    expect(attacked).toBeGreaterThan(10);
  });

  it('learns what few newcomers say from a block that is told anew, and nothing from one that many came to', () => {
    const before = posts(20, 6, 'a');
    const over = (more: number) => {
      const after = [...before, ...posts(more, 1, 'a', FIRST)].map((post, at) => ({
        ...post,
        authorHash: `author-${at}`,
      }));
      return attackNumeratorsOverTime(
        [
          { blocks: [told('a', [FIRST, FIRST], 20, 6)], posts: after.slice(0, 20) },
          { blocks: [told('a', [FIRST, FIRST], 20 + more, 7)], posts: after },
        ],
        rules,
      ).cells;
    };
    expect(over(2)).toContain('a, 2026-W10 to 2026-W10, 2 newcomers: 1 of hate, told to be 1');
    expect(over(12)).toEqual([]);
  });
});

describe('an attacker who bounds numerators of parts of a block', () => {
  const known = [
    ...posts(6, 4, 'a'),
    ...posts(7, 0, 'a', SECOND),
    ...posts(30, 1, null),
    ...posts(30, 0, null, SECOND),
  ];
  const at = (inSecond: number) =>
    attackNumeratorParts(
      alone([
        told(null, [FIRST, FIRST], 36, 5),
        told(null, [SECOND, SECOND], 37, inSecond),
        told('a', [FIRST, SECOND], 13, 4),
      ]),
      new PostsByCell(known),
      rules,
    );

  it('learns in which week they stand where the city has none in the other', () => {
    expect(at(0).cells).toEqual([
      'a, 2026-W10: 4 of 6 posts carry hate, told to be 4 to 4',
      'a, 2026-W10: 4 of 6 posts carry hate against sectarian, told to be 4 to 4',
      'a, 2026-W10: 4 of 6 posts carry hate of severity 3, told to be 4 to 4',
    ]);
  });

  it('learns nothing where the city has as many in the other week', () => {
    expect(at(4)).toMatchObject({ cells: [] });
    expect(at(4).attacked).toBe(6);
  });
});
