import { InputError } from '@marsad/records';
import type { CityLabel } from './city-rate.js';
import type { EstimateLabel, EstimatePost } from './estimate.js';
import { addCounts, countScore, noScores, type ScoreCounts, scoreStep } from './score-counts.js';
import { strataOf } from './strata.js';

/** Posts and labels of one area and period. */
export interface Cell {
  area: string | null;
  period: string;
  counts: ScoreCounts;
  labels: CityLabel[];
  /** how many of its posts are among those that were sampled; all or none, by the period, when absent */
  sampled?: number;
}

export interface Gathered {
  /** in the order in which the posts name them first */
  cells: Cell[];
  /** every post of a period once */
  periods: Map<string, ScoreCounts>;
  /** how many posts of a period are among those that were sampled; all or none when absent */
  sampledByPeriod?: Map<string, number>;
  /** labels by period; those of posts that are not there under no period */
  labelsByPeriod: Map<string, CityLabel[]>;
  /**
   * the posts of which the labels are a sample, each once: those of the periods that have a label, or all when no label
   * belongs to a post that is there
   */
  sampled: ScoreCounts;
  labels: CityLabel[];
}

const checked = (score: number, id: string): number => {
  if (score >= 0 && score <= 1) return score;
  throw new InputError('bad-score', `post ${id}: expected a score between 0 and 1, got ${score}`);
};

/**
 * The labels, each post once: a sample drawn with replacement may hold a post several times, which then weighs as much as all its draws
 * (Hansen & Hurwitz 1943).
 */
const oncePerPost = (labels: readonly EstimateLabel[]): EstimateLabel[] => {
  const byPost = new Map<string, EstimateLabel>();
  for (const label of labels) {
    const before = byPost.get(label.id);
    if (before !== undefined && before.truth !== label.truth)
      throw new InputError(
        'label-twice',
        `labels: expected one truth for each post, got ${before.truth} and ${label.truth} for ${label.id}`,
      );
    byPost.set(
      label.id,
      before === undefined ? label : { ...before, weight: (before.weight ?? 1) + (label.weight ?? 1) },
    );
  }
  return [...byPost.values()];
};

/**
 * Sorts posts and labels into areas and periods, and counts them by stratum and score. Posts with an area of null are in
 * the city, and in no cell.
 * @throws InputError for a score outside 0 to 1, a weight that is not positive, or two labels of one post that say different things
 */
export const gatherCells = (posts: readonly EstimatePost[], given: readonly EstimateLabel[]): Gathered => {
  const labels = oncePerPost(given);
  const languages = new Map<string, string | undefined>(labels.map(({ id, language }) => [id, language]));
  for (const { id, language } of posts) if (languages.has(id)) languages.set(id, languages.get(id) ?? language);
  const strata = strataOf(labels.map(({ id, truth }) => ({ truth, language: languages.get(id) })));

  const byLabel = new Map<string, CityLabel>();
  for (const { id, score, truth, weight = 1 } of labels) {
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new InputError('bad-weight', `label of ${id}: expected a weight over 0, got ${weight}`);
    byLabel.set(id, {
      step: scoreStep(checked(score, id)),
      stratum: strata.of(languages.get(id)),
      truth,
      weight,
    });
  }

  const periods = new Map<string, ScoreCounts>();
  const labelsByPeriod = new Map<string, CityLabel[]>();
  const cells = new Map<string, Cell>();
  const seen = new Set<string>();
  const placed = new Set<string>();
  for (const { id, area, period, score, flagged, language } of posts) {
    const step = scoreStep(checked(score, id));
    const stratum = strata.of(language);
    const label = byLabel.get(id);
    if (!seen.has(id)) {
      seen.add(id);
      const ofPeriod = periods.get(period) ?? noScores(strata.count);
      periods.set(period, ofPeriod);
      countScore(ofPeriod, stratum, step, flagged);
      if (label) {
        const list = labelsByPeriod.get(period) ?? [];
        labelsByPeriod.set(period, list);
        list.push(label);
        placed.add(id);
      }
    }
    if (area === null) continue;
    const key = `${period}\n${area}`;
    const cell = cells.get(key) ?? { area, period, counts: noScores(strata.count), labels: [] };
    cells.set(key, cell);
    countScore(cell.counts, stratum, step, flagged);
    if (label) cell.labels.push(label);
  }
  // Labels of posts that were not handed over still tell of their area, where it is plain which cell is meant.
  if (periods.size === 1) {
    const [period = ''] = periods.keys();
    for (const { id, area } of labels) {
      const label = byLabel.get(id);
      if (placed.has(id) || !label) continue;
      const list = labelsByPeriod.get(period) ?? [];
      labelsByPeriod.set(period, list);
      list.push(label);
      if (area !== null) cells.get(`${period}\n${area}`)?.labels.push(label);
    }
  }
  const sampled = noScores(strata.count);
  for (const [period, counts] of periods)
    if (labelsByPeriod.size === 0 || labelsByPeriod.has(period)) addCounts(sampled, counts);
  return { cells: [...cells.values()], periods, labelsByPeriod, sampled, labels: [...byLabel.values()] };
};
