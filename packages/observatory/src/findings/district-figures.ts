import type { AreaCollection, Block, DistrictFigures, ProtectionRules } from '@marsad/records';
import type { CardErrors } from '../estimate/card-errors.js';
import { correctByCard } from '../estimate/correct-by-card.js';
import { estimateBlocks, type PostLabel } from '../estimate/estimate-blocks.js';
import { districtBlocks } from '../protect/districts/district-blocks.js';
import type { Weeks } from '../protect/place-of.js';
import type { CountedCell } from '../tally/cell.js';
import { cellsOfDistricts, districtsByArea } from '../tally/districts.js';
import type { PlacedPost } from '../tally/placed-post.js';
import type { Tallied } from '../tally/tally-posts.js';
import { overallEstimates } from './overall-estimates.js';

export interface DistrictParts {
  areas: AreaCollection;
  tallied: Pick<Tallied, 'cells' | 'overlaps'>;
  labels: readonly PostLabel[];
  /** the labelled posts */
  labelled: AsyncIterable<readonly PlacedPost[]>;
  /** error rates for where there are no labels */
  card: CardErrors | undefined;
  rules: Partial<ProtectionRules>;
  /** the blocks of districts that were ever told, and the weeks that are closed to them (`recall`) */
  published: readonly Block[];
  closed?: ReadonlyMap<string, readonly Weeks[]>;
}

/** A post as it stands in districts: each named once, whatever neighbourhoods of it the post names. */
const inDistricts = (post: PlacedPost, districts: ReadonlyMap<string, string>): PlacedPost => {
  const named = new Set(post.placements.flatMap(({ areaId }) => districts.get(areaId ?? '') ?? []));
  return {
    ...post,
    placements: [...named].map((district) => ({ areaId: district, rung: 'mention' as const, weight: 1 / named.size })),
  };
};

/**
 * The districts as they may be told beside the city and its neighbourhoods, their shares corrected and compared with the city
 * among themselves.
 * @param blocks of the city and its neighbourhoods, as they are published
 * @returns null for a city without districts
 */
export const districtFigures = async (
  blocks: readonly Block[],
  { areas, tallied, labels, labelled, card, rules, published, closed = new Map() }: DistrictParts,
): Promise<DistrictFigures | null> => {
  const districts = districtsByArea(areas);
  if (districts.size === 0) return null;
  const ofDistricts = cellsOfDistricts(tallied, districts);
  const own = districtBlocks(blocks, tallied, { districts, rules, published, closed, ofDistricts });
  if (own.length === 0) return null;
  const city = tallied.cells.get(null);
  const cells = new Map<string | null, ReadonlyMap<string, CountedCell>>(ofDistricts);
  if (city) cells.set(null, city);
  async function* labelledInDistricts(): AsyncGenerator<readonly PlacedPost[]> {
    for await (const posts of labelled) yield posts.map((post) => inDistricts(post, districts));
  }
  const beside = [...blocks.filter(({ area }) => area === null), ...own];
  const byLabels = await estimateBlocks(beside, { cells }, labels, labelledInDistricts());
  const corrected = card === undefined ? byLabels : correctByCard(byLabels, { cells }, card);
  const overall = await overallEstimates(beside, { cells }, labels, labelledInDistricts(), card);
  const ownOverall = overall.filter(({ area }) => area !== null);
  return {
    blocks: corrected.filter(({ area }) => area !== null),
    ...(ownOverall.length > 0 && { overall: ownOverall }),
  };
};
