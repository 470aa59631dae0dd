import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { type SurgeDay, surgeAlerts } from '../trend/surge-alert.js';

/** How soon a surge is told, and how often one is told that is none. */
export interface SurgeFigures {
  /** flagged posts of the area on a usual day */
  usualPerDay: number;
  /** alerts per area and year without any surge */
  falseAlarmsPerYear: number;
  /**
   * alerts per area in the 56 days after a source was added that doubles all posts, on top of false alarms (may be under 0): 28 in which
   * the source does not count yet, and 28 in which it does
   */
  alarmsPerNewSource: number;
  /** per multiple: share told within 28 days, and the median days until then */
  surges: { multiple: number; foundWithin28Days: number; medianDays: number | null }[];
}

const DAYS = 365;
const SOURCES = 8;
const BEGIN = 200;

/** A whole number with this mean (Poisson), by multiplication of uniforms (Knuth). */
const poisson = (mean: number, random: SeededRandom): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  let product = random.uniform();
  while (product > limit) {
    count += 1;
    product *= random.uniform();
  }
  return count;
};

/** A year of an area: sources of different size, loud days and quiet days (a day varies by a quarter more than chance). */
const yearOf = (
  usualPerDay: number,
  random: SeededRandom,
  { multiple = 1, added = false }: { multiple?: number; added?: boolean },
): SurgeDay[] => {
  // A stream of its own, so that the year is the same with and without the new source.
  const ofNew = seededRandom(Math.floor(random.uniform() * 2 ** 31));
  const sizes = Array.from({ length: SOURCES }, (_, at) => 1 / (at + 1));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return Array.from({ length: DAYS }, (_, day) => {
    const mood = Math.exp(0.25 * random.normal() - 0.03125) * (day >= BEGIN && day < BEGIN + 28 ? multiple : 1);
    const sources = sizes.map((size, at) => ({
      source: `s${at}`,
      posts: 20,
      flagged: poisson((usualPerDay * mood * size) / total, random),
    }));
    if (added && day >= BEGIN) sources.push({ source: 'new', posts: 100, flagged: poisson(usualPerDay * mood, ofNew) });
    return { day: String(day), sources };
  });
};

const median = (values: number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
};

/** Simulates years of an area with and without surges of 2 and 4 times the usual, and with a source that is added. */
export const measureSurges = (usualPerDay: number, runs: number, seed: number): SurgeFigures => {
  const alertsIn = (part: number, plan: { multiple?: number; added?: boolean }): number[][] =>
    Array.from({ length: runs }, (_, run) =>
      surgeAlerts(yearOf(usualPerDay, seededRandom(seed + 7919 * run + part), plan)),
    );
  const inWindow = (alerts: readonly number[], days = 28): number[] =>
    alerts.filter((day) => day >= BEGIN && day < BEGIN + days);
  const quiet = alertsIn(1, {});
  const watchedYears = (runs * (DAYS - 56)) / 365;
  const quietAlerts = quiet.reduce((sum, { length }) => sum + length, 0);
  // The same seed with and without the source: what differs is the source.
  const added = alertsIn(1, { added: true });
  const counted = (all: number[][]): number => all.reduce((sum, alerts) => sum + inWindow(alerts, 56).length, 0);
  return {
    usualPerDay,
    falseAlarmsPerYear: quietAlerts / watchedYears,
    alarmsPerNewSource: (counted(added) - counted(quiet)) / runs,
    surges: [2, 4].map((multiple) => {
      const delays = alertsIn(multiple, { multiple }).flatMap((alerts) => {
        const [first] = inWindow(alerts);
        return first === undefined ? [] : [first - BEGIN + 1];
      });
      return { multiple, foundWithin28Days: delays.length / runs, medianDays: median(delays) };
    }),
  };
};
