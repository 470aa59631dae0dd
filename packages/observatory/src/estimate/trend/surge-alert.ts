import type { SourceCount } from './constant-panel.js';

/** One day of an area: what each source said. */
export interface SurgeDay {
  day: string;
  /** days of one name here share one number, spread evenly over them; a day of its own when left out */
  part?: string;
  sources: readonly SourceCount[];
}

export interface SurgeOptions {
  /** days that say what is usual, before the day looked at */
  baselineDays: number;
  /** how large a multiple of the usual is watched for */
  multiple: number;
  /** the sum of evidence at which an alert is given */
  threshold: number;
  /** days of its own that a source needs before it counts */
  sourceDays: number;
  /** after an alert nothing is said for so long; and so many days before today are no part of what is usual, so that a surge that builds up does not become usual at once */
  quietDays: number;
  /** flagged posts a day under which «usual» does not go */
  leastUsual: number;
}

const DEFAULTS: SurgeOptions = {
  baselineDays: 56,
  multiple: 2,
  threshold: 7,
  sourceDays: 28,
  quietDays: 7,
  leastUsual: 0.1,
};

/** The same for a series of weeks: more evidence is asked for, as eight weeks say less of how much weeks vary than 56 days of days. */
export const BY_WEEKS: Partial<SurgeOptions> = {
  baselineDays: 8,
  sourceDays: 4,
  quietDays: 1,
  leastUsual: 0.7,
  threshold: 8,
};

/** A source over all days: the first on which it said anything, and its flagged posts a day. */
interface SourceDays {
  first: number;
  flagged: Float64Array;
}

const sourcesOver = (days: readonly SurgeDay[]): SourceDays[] => {
  const found = new Map<string, SourceDays>();
  days.forEach(({ sources }, index) => {
    for (const { source, posts, flagged } of sources) {
      if (posts <= 0) continue;
      const known = found.get(source) ?? { first: index, flagged: new Float64Array(days.length) };
      found.set(source, known);
      known.flagged[index] = (known.flagged[index] ?? 0) + flagged;
    }
  });
  return [...found.values()];
};

/**
 * What sources say on a usual day between two days, and how much more than chance the days vary (Pearson's statistic). Spread over
 * its days a number adds to the statistic what it would add as one, so that the parts are its degrees of freedom.
 */
const usualOf = (
  sources: readonly SourceDays[],
  from: number,
  until: number,
  parts: number,
): { expected: number; overdispersion: number } => {
  const means = sources.map(({ first, flagged }) => {
    const begin = Math.max(from, first);
    let sum = 0;
    for (let day = begin; day < until; day += 1) sum += flagged[day] ?? 0;
    return until > begin ? sum / (until - begin) : 0;
  });
  const expected = means.reduce((sum, mean) => sum + mean, 0);
  let pearson = 0;
  for (let day = from; day < until; day += 1) {
    let usual = 0;
    let said = 0;
    sources.forEach(({ first, flagged }, index) => {
      if (first > day) return;
      usual += means[index] ?? 0;
      said += flagged[day] ?? 0;
    });
    if (usual > 0) pearson += (said - usual) ** 2 / usual;
  }
  return { expected, overdispersion: Math.max(1, pearson / Math.max(1, parts - 1)) };
};

/**
 * Days on which flagged posts of an area run at a multiple of what is usual. A cumulative sum of the evidence for
 * `multiple` times the usual number against the usual one (CUSUM for counts: Lucas, Technometrics 27 (1985)), the evidence
 * divided by how much more than chance the days vary. What is usual is the mean of the days before, and on each day only
 * sources count that have been there for `sourceDays`: a source that was added yesterday has no usual, and sets off nothing.
 * A source that fell silent counts as saying nothing.
 * @param days without gaps, oldest first
 * @returns the indices of days on which an alert begins; after one the sum starts anew
 */
export const surgeAlerts = (days: readonly SurgeDay[], options: Partial<SurgeOptions> = {}): number[] => {
  const { baselineDays, multiple, threshold, sourceDays, quietDays, leastUsual } = { ...DEFAULTS, ...options };
  const all = sourcesOver(days);
  const alerts: number[] = [];
  let evidence = 0;
  for (let day = baselineDays; day < days.length; day += 1) {
    const last = alerts.at(-1);
    if (last !== undefined && day < last + quietDays) continue;
    const counted = all.filter(({ first }) => first <= day - sourceDays);
    const [from, until] = [day - baselineDays, day - quietDays];
    const parts = new Set(days.slice(from, until).map(({ day: name, part = name }) => part)).size;
    const { expected, overdispersion } = usualOf(counted, from, until, parts);
    // Where next to nothing is usual, a single post is no surge.
    const usual = Math.max(expected, leastUsual);
    const today = counted.reduce((sum, { flagged }) => sum + (flagged[day] ?? 0), 0);
    evidence = Math.max(0, evidence + (today * Math.log(multiple) - usual * (multiple - 1)) / overdispersion);
    if (evidence < threshold) continue;
    alerts.push(day);
    evidence = 0;
  }
  return alerts;
};
