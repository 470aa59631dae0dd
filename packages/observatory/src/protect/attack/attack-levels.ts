import { type IsoWeek, type ProtectionRules, weeksBetween } from '@marsad/records';
import type { PlacedPost } from '../../tally/placed-post.js';
import type { ShownBlock } from '../keep-published.js';
import type { PublishedBlocks } from '../margins/published-view.js';
import type { Recovered } from './attack-margins.js';
import { type DatedBlock, datedBlocks, runsOf } from './dated-blocks.js';
import { cellOf, districtKey, type PostsByCell } from './true-cells.js';

const sumOf = (blocks: readonly ShownBlock[]): number => blocks.reduce((sum, { figures }) => sum + figures.posts, 0);

/** What is left when some published figures are subtracted from others. */
export interface LevelDifference {
  what: string;
  /** the posts that are left */
  left: readonly PlacedPost[];
  /** how many they are told to be: one or more */
  told: number;
  from: readonly ShownBlock[];
  less: readonly ShownBlock[];
}

/**
 * All subtractions over the levels of one snapshot: every run of blocks of a district less the shown blocks of its areas inside it,
 * the shown blocks that cover it less the run, and every run of the city less districts and the areas of the others.
 */
export const levelDifferences = (
  { blocks, districts, districtOf }: PublishedBlocks,
  truth: PostsByCell,
): LevelDifference[] => {
  const found: LevelDifference[] = [];
  const add = (difference: Omit<LevelDifference, 'told'>): void => {
    const told = sumOf(difference.from) - sumOf(difference.less);
    // Nothing left, as it was when the run was published, tells nothing of who came later.
    if (told > 0) found.push({ ...difference, told });
  };
  const rows = datedBlocks(blocks.filter(({ area }) => area !== null));
  const idsOf = (of: readonly DatedBlock[]): Set<string> =>
    new Set(of.flatMap(({ area, weeks }) => truth.posts(area, weeksBetween(...weeks)).map(({ postId }) => postId)));
  const inside = (own: readonly DatedBlock[], from: IsoWeek, to: IsoWeek): DatedBlock[] =>
    own.filter(({ weeks }) => from <= weeks[0] && weeks[1] <= to);

  for (const district of new Set(districts.flatMap(({ area }) => area ?? []))) {
    const key = districtKey(district);
    const ofDistrict = rows.filter(({ area }) => districtOf.get(area ?? '') === district);
    for (const run of runsOf(datedBlocks(districts.filter(({ area }) => area === district)))) {
      const from = run[0]?.weeks[0] ?? '';
      const to = run.at(-1)?.weeks[1] ?? '';
      const what = `district ${district}, ${from} to ${to}`;
      const within = inside(ofDistrict, from, to);
      const taken = idsOf(within);
      const all = truth.posts(key, weeksBetween(from, to));
      add({
        what: `${what}, less its areas`,
        left: all.filter(({ postId }) => !taken.has(postId)),
        from: run,
        less: within,
      });
      const cover = ofDistrict.filter(({ weeks }) => weeks[0] <= to && from <= weeks[1]);
      const own = new Set(all.map(({ postId }) => postId));
      const covered = cover.flatMap(({ area, weeks }) => truth.posts(area, weeksBetween(...weeks)));
      // Only where nothing of the district is hidden in these weeks is the difference a cell.
      const ids = new Set(covered.map(({ postId }) => postId));
      if (all.every(({ postId }) => ids.has(postId)))
        add({
          what: `areas of ${what}, less it`,
          left: covered.filter(({ postId }) => !own.has(postId)),
          from: cover,
          less: run,
        });
    }
  }
  const shownDistricts = datedBlocks(districts);
  for (const run of runsOf(datedBlocks(blocks.filter(({ area }) => area === null)))) {
    const from = run[0]?.weeks[0] ?? '';
    const to = run.at(-1)?.weeks[1] ?? '';
    const told = inside(shownDistricts, from, to);
    const isWhole = (district: string): boolean => told.filter(({ area }) => area === district).length === run.length;
    const whole = told.filter(({ area }) => area !== null && isWhole(area));
    const others = inside(rows, from, to).filter(({ area }) => !isWhole(districtOf.get(area ?? '') ?? ''));
    const taken = idsOf([...whole.map((block) => ({ ...block, area: districtKey(block.area ?? '') })), ...others]);
    add({
      what: `the city, ${from} to ${to}, less its districts`,
      left: truth.posts(null, weeksBetween(from, to)).filter(({ postId }) => !taken.has(postId)),
      from: run,
      less: [...whole, ...others],
    });
  }
  return found;
};

/** Subtraction over the levels of one snapshot. What is left is a cell; under the threshold, and within one post of the truth, it is recovered. */
export const attackLevels = (published: PublishedBlocks, truth: PostsByCell, rules: ProtectionRules): Recovered => {
  const found: Recovered = { cells: [], attacked: 0 };
  for (const { what, left, told } of levelDifferences(published, truth)) {
    const cell = cellOf(left, rules);
    if (!cell.underThreshold || cell.posts === 0) continue;
    found.attacked += 1;
    if (Math.abs(cell.posts - told) <= 1) found.cells.push(`${what}: ${cell.posts} posts, told to be ${told}`);
  }
  return found;
};
