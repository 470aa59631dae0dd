import type { AreaCollection, Block, GateMemory } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/protect/blocks-of.js';
import { recall, remember } from '../../../src/protect/memory/recall.js';
import type { PlacedPost } from '../../../src/tally/placed-post.js';
import { tallyPosts } from '../../../src/tally/tally-posts.js';
import { dayIn, inBatches, placedPost } from '../../placed-posts.js';
import { inDistricts, rectangle, squareCity } from '../../square-city.js';

/** So many posts of a week in an area, by as many authors, from four sources. */
const posts = (area: string, week: string, count: number): PlacedPost[] =>
  Array.from({ length: count }, (_, at) =>
    placedPost({
      publishedAt: dayIn(week),
      authorHash: `author-${at}`,
      sourceId: `source-${at % 4}`,
      placements: [{ areaId: area, rung: 'mention', weight: 1 }],
    }),
  );

/** One tally after another of one database: the gate remembers what was told. */
const gateKeeper = () => {
  let last: { blocks: Block[]; memory: GateMemory | null } = { blocks: [], memory: null };
  return async (areas: AreaCollection, given: readonly PlacedPost[], rules = {}) => {
    const ever = recall({ ...last, districts: [] }, areas);
    const tallied = await tallyPosts(inBatches(given), { areas });
    const blocks = blocksOf(tallied, rules, { published: ever.published, closed: ever.closed.areas });
    last = { blocks, memory: remember(ever, { blocks, districts: [] }, areas) };
    return blocks.flatMap((block) =>
      block.area === null
        ? []
        : [[block.area, block.weeks?.join(' '), block.status === 'shown' ? block.figures.posts : block.reason]],
    );
  };
};

const city = squareCity(['a', 'b']);

describe('what the gate remembers when rules are raised', () => {
  const given = [...posts('a', '2026-W10', 12), ...posts('a', '2026-W11', 20), ...posts('a', '2026-W12', 12)];

  it('hides blocks that do not pass any more in the weeks in which they were told, and cuts none anew', async () => {
    const tally = gateKeeper();
    expect(await tally(city, given)).toEqual([
      ['a', '2026-W10 2026-W10', 12],
      ['a', '2026-W11 2026-W11', 20],
      ['a', '2026-W12 2026-W12', 12],
    ]);
    const raised = [
      ['a', '2026-W10 2026-W10', 'too-few-posts'],
      ['a', '2026-W11 2026-W11', 20],
      ['a', '2026-W12 2026-W12', 'too-few-posts'],
    ];
    expect(await tally(city, given, { minimumPosts: 15 })).toEqual(raised);
    expect(await tally(city, given, { minimumPosts: 15 })).toEqual(raised);
  });

  it('tells the same as before when they are lowered again, whoever came meanwhile', async () => {
    const tally = gateKeeper();
    const before = await tally(city, given);
    await tally(city, given, { minimumPosts: 15 });
    expect(await tally(city, [...given, ...posts('a', '2026-W10', 2)])).toEqual(before);
  });

  it('goes on with weeks after those that were told', async () => {
    const tally = gateKeeper();
    await tally(city, given);
    const more = [...given, ...posts('a', '2026-W13', 9), ...posts('a', '2026-W14', 9)];
    expect((await tally(city, more, { minimumPosts: 15 })).slice(3)).toEqual([['a', '2026-W13 2026-W14', 18]]);
  });
});

describe('what the gate remembers when boundaries change', () => {
  const early = [...posts('a', '2026-W10', 30), ...posts('b', '2026-W10', 12)];
  /** Area a in two: the west and the small east, beside b as it was. */
  const split: AreaCollection = {
    ...city,
    features: [
      ...squareCity(['west', 'b']).features.map((area) =>
        area.id === 'west'
          ? { ...area, geometry: { type: 'Polygon' as const, coordinates: [rectangle(0, 0.7)] } }
          : area,
      ),
      ...squareCity(['east']).features.map((area) => ({
        ...area,
        geometry: { type: 'Polygon' as const, coordinates: [rectangle(0.7, 0.3)] },
      })),
    ],
  };
  const inParts = [...posts('west', '2026-W10', 26), ...posts('east', '2026-W10', 4), ...posts('b', '2026-W10', 12)];

  it('tells nothing of the parts of an area in weeks in which the whole was told', async () => {
    const tally = gateKeeper();
    await tally(city, early);
    const later = [...inParts, ...posts('west', '2026-W11', 14)];
    expect(await tally(split, later)).toEqual([
      ['b', '2026-W10 2026-W10', 12],
      ['b', '2026-W11 2026-W11', 'too-few-posts'],
      ['east', '2026-W10 2026-W10', 'protects-another-cell'],
      ['east', '2026-W11 2026-W11', 'too-few-posts'],
      ['west', '2026-W10 2026-W10', 'protects-another-cell'],
      ['west', '2026-W11 2026-W11', 14],
    ]);
  });

  it('tells nothing of the whole, drawn again, in weeks in which its parts were told', async () => {
    const tally = gateKeeper();
    await tally(city, early);
    await tally(split, [...inParts, ...posts('west', '2026-W11', 14)]);
    const whole = [...early, ...posts('a', '2026-W11', 14), ...posts('a', '2026-W12', 11)];
    expect((await tally(city, whole)).filter(([area]) => area === 'a')).toEqual([
      ['a', '2026-W10 2026-W11', 'protects-another-cell'],
      ['a', '2026-W12 2026-W12', 11],
    ]);
  });

  it('gives no answer of the old ground for an area that keeps its name and not its ground', async () => {
    const tally = gateKeeper();
    await tally(city, early);
    const moved: AreaCollection = {
      ...city,
      features: city.features.map((area) =>
        area.id === 'a' ? { ...area, geometry: { type: 'Polygon', coordinates: [rectangle(0.4, 0.6)] } } : area,
      ),
    };
    expect((await tally(moved, early)).filter(([area]) => area === 'a')).toEqual([
      ['a', '2026-W10 2026-W10', 'protects-another-cell'],
    ]);
  });

  it('keeps the answers of an area whose border is drawn a little otherwise', async () => {
    const tally = gateKeeper();
    const before = await tally(city, early);
    const redrawn: AreaCollection = {
      ...city,
      features: city.features.map((area) =>
        area.id === 'a' ? { ...area, geometry: { type: 'Polygon', coordinates: [rectangle(0.0002, 0.9998)] } } : area,
      ),
    };
    expect(await tally(redrawn, early)).toEqual(before);
  });

  it('closes the weeks of districts that an area left or came to', () => {
    const figures = { posts: 40 } as Extract<Block, { status: 'shown' }>['figures'];
    const told = (area: string): Block => ({ area, weeks: ['2026-W10', '2026-W12'], status: 'shown', figures });
    const three = squareCity(['a', 'b', 'c']);
    const before = inDistricts(three, { a: 'north', b: 'north', c: 'south' });
    const districts = [told('north'), told('south')];
    const first = recall({ blocks: [], districts, memory: null }, before);
    const memory = remember(first, { blocks: [], districts }, before);
    const same = recall({ blocks: [], districts, memory }, before);
    expect(same.districts).toEqual(districts);
    const after = recall({ blocks: [], districts, memory }, inDistricts(three, { a: 'north', b: 'south', c: 'south' }));
    expect(after.districts).toEqual([]);
    expect([...after.closed.districts]).toEqual([
      ['north', [['2026-W10', '2026-W12']]],
      ['south', [['2026-W10', '2026-W12']]],
    ]);
  });
});
