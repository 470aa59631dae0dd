import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedCell, figuresOf } from '../../src/tally/cell.js';
import { cellsOfDistricts, districtsByArea } from '../../src/tally/districts.js';
import { countedAs } from '../../src/tally/kept-cells.js';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { AREAS, anyPosts, inBatches } from '../placed-posts.js';
import { inDistricts, squareCity } from '../square-city.js';

const areas = inDistricts(squareCity(AREAS), { a: 'north', b: 'north', c: 'south' });
const districts = districtsByArea(areas);

/** The same posts, placed in districts instead of areas: what counting them directly gives. */
const placedInDistricts = (posts: fc.Arbitrary<Parameters<typeof inBatches>[0]>) =>
  posts.map((all) =>
    all.map((post) => {
      const named = new Set(post.placements.flatMap(({ areaId }) => districts.get(areaId ?? '') ?? []));
      const placements = [...named].map((areaId) => ({ areaId, rung: 'mention' as const, weight: 1 }));
      return { ...post, placements: named.size > 0 ? placements : post.placements };
    }),
  );

/** What a district tells of a cell; targets without any post are none. */
const counted = (cell: CountedCell) => {
  const { posts, copies, authors, sources, flagged, targets } = figuresOf(cell);
  const told = Object.entries(targets).map(([signal, of]) => [
    signal,
    Object.entries(of).filter(([, held]) => held > 0),
  ]);
  return { posts, copies, authors, sources, flagged, targets: told };
};

describe('cells of districts', () => {
  it('count every post once, as counting it in its districts does', async () => {
    await fc.assert(
      fc.asyncProperty(anyPosts(), async (posts) => {
        const own = cellsOfDistricts(await tallyPosts(inBatches(posts), { areas }), districts);
        const [moved = []] = fc.sample(placedInDistricts(fc.constant(posts)), 1);
        const direct = await tallyPosts(inBatches(moved), { areas: squareCity(['north', 'south']) });
        for (const district of ['north', 'south']) {
          const periods = direct.cells.get(district) ?? new Map();
          expect([...(own.get(district) ?? new Map()).keys()].sort()).toEqual([...periods.keys()].sort());
          for (const [period, expected] of periods) {
            const cell = own.get(district)?.get(period);
            if (!cell) throw new Error(`no cell of ${district} in ${period}`);
            expect(counted(cell)).toEqual(counted(expected));
            expect(cell.authors.top).toBe(expected.authors.top);
            const scores = (of: typeof cell) =>
              [...of.scores]
                .map(([language, list]) => [language, [...list].sort()] as const)
                .filter(([, l]) => l.length);
            expect(scores(cell).sort()).toEqual(scores(expected).sort());
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are counted anew when an area comes to lie in another district', () => {
    expect(countedAs(areas)).toBe(countedAs(inDistricts(squareCity(AREAS), { a: 'north', b: 'north', c: 'south' })));
    expect(countedAs(areas)).not.toBe(
      countedAs(inDistricts(squareCity(AREAS), { a: 'north', b: 'south', c: 'south' })),
    );
  });
});
