import { type AreaCollection, RUNGS } from '@marsad/records';
import { packScoresBy } from '../estimate/packed-scores.js';
import { authorIdentities } from './author-identity.js';
import { countedVerdicts } from './counted-verdict.js';
import { districtsByArea, overlapsOf } from './districts.js';
import { type CountedPost, inBillionths, OpenCell } from './open-cell.js';
import { type PeriodUnit, periodsBy } from './period.js';
import { isElsewhere, type PlacedPost } from './placed-post.js';
import { knownAreas, placesOf } from './places-of.js';
import type { PostKinds } from './post-kinds.js';

type Periods = Map<string, OpenCell>;

/** The cells that posts were counted in, still open. */
export interface OpenCells {
  /** by area (null: the city as a whole), then by period */
  cells: ReadonlyMap<string | null, Periods>;
  /** by district: posts that name several of its areas, as often as those hold them too often */
  overlaps: ReadonlyMap<string, Periods>;
}

/** Where the posts of one list of placements count. */
interface Target {
  areas: readonly { of: Periods; rung: number; weight: number }[];
  /** of the city */
  rung: number;
  tooOften: readonly { of: Periods; times: number }[];
}

const WHOLE = inBillionths(1);

/**
 * Counts posts into open cells. Of a million posts most share the list of their placements, of their signals and the day with many
 * others; what is told by these is worked out once for each, as long as they come as the same list.
 */
export const countPosts = async (
  placed: AsyncIterable<readonly PlacedPost[]>,
  { areas, unit, kinds }: { areas: AreaCollection; unit: PeriodUnit; kinds: PostKinds },
): Promise<OpenCells> => {
  const refuseUnknown = knownAreas(areas);
  const districts = districtsByArea(areas);
  const cells = new Map<string | null, Periods>();
  const overlaps = new Map<string, Periods>();
  const periodsIn = <Key>(all: Map<Key, Periods>, key: Key): Periods => {
    const known = all.get(key);
    if (known) return known;
    const periods: Periods = new Map();
    all.set(key, periods);
    return periods;
  };
  const cellIn = (periods: Periods, period: string): OpenCell => {
    const known = periods.get(period);
    if (known) return known;
    const cell = new OpenCell(kinds);
    periods.set(period, cell);
    return cell;
  };
  const identify = authorIdentities();
  const periodOf = periodsBy(unit);
  const verdictOf = countedVerdicts(kinds);
  const city = periodsIn(cells, null);

  const targetOf = (post: PlacedPost): Target | null => {
    if (isElsewhere(post)) return null;
    const places = placesOf(post);
    for (const { area } of places.areas) refuseUnknown(area, `post ${post.postId}`);
    return {
      areas: places.areas.map(({ area, rung, weight }) => ({
        of: periodsIn(cells, area),
        rung: RUNGS.indexOf(rung),
        weight: inBillionths(weight),
      })),
      rung: RUNGS.indexOf(places.rung),
      tooOften: overlapsOf(places.areas, districts).map(({ district, times }) => ({
        of: periodsIn(overlaps, district),
        times,
      })),
    };
  };
  const targets = new Map<PlacedPost['placements'], Target | null>();

  const count = (post: PlacedPost, verdict: NonNullable<PlacedPost['verdict']>): void => {
    let target = targets.get(post.placements);
    if (target === undefined) {
      target = targetOf(post);
      targets.set(post.placements, target);
    }
    if (target === null) return;
    const period = periodOf(post.publishedAt);
    const whole = cellIn(city, period);
    // The author of a copy is nobody's voice more.
    if (post.copyOf !== null) {
      for (const { of } of target.areas) cellIn(of, period).addCopy();
      whole.addCopy();
      for (const { of, times } of target.tooOften) cellIn(of, period).addCopy(times);
      return;
    }
    const { author, source } = identify(post);
    const { probabilities } = verdict;
    const found = verdictOf(verdict);
    const counted: CountedPost = {
      author: kinds.authors.numberOf(author),
      source: kinds.sources.numberOf(source),
      verdict: found,
      probabilities: {
        hate: inBillionths(probabilities.hate),
        extremism: inBillionths(probabilities.extremism),
        polarisation: inBillionths(probabilities.polarisation),
        offensive: inBillionths(probabilities.offensive),
        bridging: inBillionths(probabilities.bridging),
      },
      scores: packScoresBy(probabilities, found.scored),
    };
    for (const { of, rung, weight } of target.areas) cellIn(of, period).add(counted, rung, weight);
    for (const { of, times } of target.tooOften)
      for (let time = 0; time < times; time += 1) cellIn(of, period).add(counted, target.rung, WHOLE);
    whole.add(counted, target.rung, WHOLE);
    whole.addToSource(counted);
  };

  for await (const posts of placed) for (const post of posts) if (post.verdict !== null) count(post, post.verdict);
  return { cells, overlaps };
};
