import type { Interval } from '@marsad/records';
import { type AreaCurve, areaCurve } from './area-curve.js';
import { type CityRate, cityRate, interceptFor, SLOPES } from './city-rate.js';
import {
  areaInterval,
  type CityUncertainty,
  cityInterval,
  cityUncertainty,
  POSITIVES_NEEDED,
} from './combine-uncertainty.js';
import type { AreaEstimate, EstimateLabel, EstimateOptions, EstimatePost } from './estimate.js';
import { type Cell, type Gathered, gatherCells } from './gather-cells.js';
import { fromLogOdds, logOdds } from './log-odds.js';
import { postsOf, type ScoreCounts } from './score-counts.js';
import { shrinkAreas } from './shrink-areas.js';
import { versusCity } from './versus-city.js';
import { withoutLabels } from './without-labels.js';

/**
 * Information (in positives' worth) under which an area's posts tell next to nothing of their own: a share that cannot fall
 * under 0 would lean upwards by more than some 3 % of itself.
 */
const OWN_POSTS_NEEDED = 2;
/** Everything about the city that an area is compared with. */
interface Reference {
  city: CityRate;
  /** the city's share, never quite 0 or 1 */
  share: number;
  interval: Interval;
  uncertainty: CityUncertainty;
  /** intercepts and slope of each calibration that is tried */
  calibrations: { intercepts: number[]; slope: number; weight: number }[];
}

const referenceOf = ({ sampled: all, labels }: Gathered): Reference => {
  const city = cityRate(all, labels);
  const share = city.shares.reduce((sum, own, stratum) => sum + (own * postsOf(all, stratum)) / all.posts, 0);
  const { slope, slopeError, intercepts } = city.calibration;
  return {
    city,
    share,
    interval: cityInterval(share, city.effective),
    uncertainty: cityUncertainty(share, city.effective),
    calibrations: SLOPES.map(({ at, weight }) => {
      const tried = slope + at * slopeError;
      return {
        slope: tried,
        weight,
        intercepts:
          at === 0
            ? intercepts
            : all.strata.map((byStep, stratum) => interceptFor(byStep, tried, city.shares[stratum] ?? 0)),
      };
    }),
  };
};

/**
 * Variance of the difference between the mean of some posts and that of the sampled ones, as a multiple of the variance of
 * the former: 1 + n ÷ sampled − 2 · common ÷ sampled. For labels the same, where all the posts were sampled.
 */
const apartOf = (
  { sampled, labels, labelsByPeriod }: Gathered,
  some: { period: string; posts: number; labels: number; sampled: number | undefined },
): { posts: number; labels: number; isAll: boolean } => {
  const wasSampled = labelsByPeriod.size === 0 || labelsByPeriod.has(some.period);
  const common = some.sampled ?? (wasSampled ? some.posts : 0);
  const inside = common === some.posts;
  return {
    posts: 1 + (some.posts - 2 * common) / sampled.posts,
    labels: inside ? 1 - some.labels / labels.length : 1,
    isAll: inside && common === sampled.posts,
  };
};

/** How far the whole of a period lies from the posts that were sampled, in log-odds. */
const periodShift = (gathered: Gathered, period: string, { city }: Reference): number => {
  const counts = gathered.periods.get(period);
  if (!counts) return 0;
  const labels = gathered.labelsByPeriod.get(period) ?? [];
  const { isAll, ...apart } = apartOf(gathered, {
    period,
    posts: counts.posts,
    labels: labels.length,
    sampled: gathered.sampledByPeriod?.get(period),
  });
  if (isAll) return 0;
  const curve = areaCurve(counts, labels, city, { apart });
  return curve.information < OWN_POSTS_NEEDED ? 0 : curve.shift;
};

interface CellEstimate {
  cell: Cell;
  curve: AreaCurve;
  apart: number;
  /** the area is all that was sampled */
  isAll: boolean;
  rate: number;
  interval: Interval;
  basis: AreaEstimate['basis'];
}

const estimateCell = (cell: Cell, gathered: Gathered, reference: Reference): CellEstimate => {
  const { city, uncertainty, calibrations } = reference;
  const { isAll, ...apart } = apartOf(gathered, {
    period: cell.period,
    posts: cell.counts.posts,
    labels: cell.labels.length,
    sampled: cell.sampled,
  });
  const curves = calibrations.map(({ weight, ...calibration }) => ({
    weight,
    curve: areaCurve(cell.counts, cell.labels, city, { apart, ...calibration }),
  }));
  const curve = curves[1]?.curve ?? areaCurve(cell.counts, cell.labels, city, { apart });
  // The area is the city: the city's own figure holds, with nothing of the area's to add.
  if (isAll)
    return {
      cell,
      curve,
      apart: apart.posts,
      isAll,
      rate: city.share,
      interval: reference.interval,
      basis: 'own-posts',
    };
  const ownPosts = curve.information >= OWN_POSTS_NEEDED;
  return {
    cell,
    curve,
    apart: apart.posts,
    isAll,
    rate: ownPosts ? fromLogOdds(curve.baseline + curve.shift) : curve.meanPrediction,
    interval: areaInterval(uncertainty, curves, curve.information),
    basis: ownPosts ? 'own-posts' : 'city',
  };
};

/**
 * Estimates of cells whose posts have been counted.
 * @returns one entry per cell, in their order
 */
export const estimateCells = (gathered: Gathered, options: EstimateOptions = {}): AreaEstimate[] => {
  if (gathered.cells.length === 0) return [];
  if (gathered.labels.length === 0) return withoutLabels(gathered, options);
  const reference = referenceOf(gathered);
  const { city, share } = reference;
  const tooFewLabels = city.effective.positives < POSITIVES_NEEDED;
  const byPeriod = new Map<string, Cell[]>();
  for (const cell of gathered.cells) byPeriod.set(cell.period, [...(byPeriod.get(cell.period) ?? []), cell]);
  const found = new Map<Cell, AreaEstimate>();
  for (const [period, cells] of byPeriod) {
    const whole: ScoreCounts = gathered.periods.get(period) ?? gathered.sampled;
    const shift = periodShift(gathered, period, reference);
    const cityShare = fromLogOdds(logOdds(share) + shift);
    const estimates = cells.map((cell) => estimateCell(cell, gathered, reference));
    const verdicts = versusCity(
      estimates.map(({ cell, curve, apart }) => ({ counts: cell.counts, curve, apart })),
      { city, cityShare, whole },
      options.falseDiscoveryRate ?? 0.05,
    );
    const shrunk = shrinkAreas(
      estimates.map(({ curve }) => curve),
      cityShare,
      { centre: share, interval: reference.interval },
    );
    estimates.forEach(({ cell, isAll, rate, interval, basis }, index) => {
      const verdict = verdicts[index];
      const towards = isAll ? undefined : shrunk[index];
      found.set(cell, {
        area: cell.area,
        period,
        n: cell.counts.posts,
        flagged: cell.counts.flagged,
        rate,
        low: Math.min(rate, interval.low),
        high: Math.max(rate, interval.high),
        shrunk: towards?.value ?? rate,
        shrunkLow: towards?.low ?? Math.min(rate, interval.low),
        shrunkHigh: towards?.high ?? Math.max(rate, interval.high),
        versusCity: verdict?.verdict ?? 'cannot-tell',
        versusCityP: verdict?.p ?? 1,
        labels: cell.labels.length,
        method: 'labels',
        basis,
        tooFewLabels,
      });
    });
  }
  return gathered.cells.flatMap((cell) => found.get(cell) ?? []);
};

/**
 * How much of what was collected in each area carries a signal, corrected for the classifier's error by a labelled sample
 * of the city's posts (a random one, or one with stated chances), with 95 % intervals.
 *
 * The city's figure: predictions calibrated by the labels, corrected by the labels' residuals (`cityRate`). An area's: how
 * far its posts' scores and its own labels lie from the city's (`areaCurve`), on top of the city's figure. The error of the
 * city's figure is shared by all areas: it widens each interval, and cancels in the comparison with the city, which is
 * made with false-discovery control over the areas of a period. Assumes that the classifier errs alike in all areas on posts
 * of one language (docs/method.md).
 * @returns one entry per area and period that has posts, in the order in which the posts name them
 * @throws InputError for scores, weights or labels that cannot be used
 */
export const estimateAreas = ({
  posts,
  labels,
  options = {},
}: {
  posts: readonly EstimatePost[];
  labels: readonly EstimateLabel[];
  options?: EstimateOptions;
}): AreaEstimate[] => estimateCells(gatherCells(posts, labels), options);
