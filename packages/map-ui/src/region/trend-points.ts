import type { RegionCity } from '@marsad/records/region';
import type { IsoWeek, Signal } from '@marsad/records/snapshot';
import { weekCount } from '@marsad/records/without-checks';
import type { Measure } from './region-view.js';

/** A block of weeks of a city with its share; null where the block is not told. */
export interface TrendPoint {
  weeks: readonly [IsoWeek, IsoWeek];
  share: number | null;
}

/** What a city told of one signal, block by block, oldest first. */
export const trendPoints = ({ series }: RegionCity, signal: Signal, measure: Measure): TrendPoint[] =>
  series.map(({ weeks, figures }) => {
    if (figures === null) return { weeks, share: null };
    if (measure === 'corrected') return { weeks, share: figures.corrected?.[signal]?.rate ?? null };
    const flagged = figures.flagged[signal];
    return { weeks, share: flagged === undefined || figures.posts === 0 ? null : flagged / figures.posts };
  });

/** First and last week that any city tells something of; null where none does. */
export const weeksOfAll = (cities: readonly RegionCity[]): [IsoWeek, IsoWeek] | null => {
  const weeks = cities.flatMap(({ series }) => series.flatMap((block) => block.weeks));
  let [first, last] = [weeks[0], weeks[0]];
  if (first === undefined || last === undefined) return null;
  for (const week of weeks) {
    if (week < first) first = week;
    if (week > last) last = week;
  }
  return [first, last];
};

interface Frame {
  weeks: readonly [IsoWeek, IsoWeek];
  /** the share at the top */
  end: number;
  width: number;
  height: number;
  rightToLeft: boolean;
}

/** SVG path: a flat line over the weeks of each block, joined where blocks follow one another, broken where one is not told. */
export const trendPath = (points: readonly TrendPoint[], { weeks, end, width, height, rightToLeft }: Frame): string => {
  const all = weekCount(...weeks);
  const at = (week: IsoWeek, after: number): number => {
    const along = ((weekCount(weeks[0], week) - 1 + after) / all) * width;
    return Math.round((rightToLeft ? width - along : along) * 10) / 10;
  };
  let path = '';
  let isOn = false;
  for (const { weeks: own, share } of points) {
    if (share === null) {
      isOn = false;
      continue;
    }
    const y = Math.round((height - (Math.min(share, end) / end) * height) * 10) / 10;
    path += `${isOn ? 'L' : 'M'}${at(own[0], 0)} ${y}L${at(own[1], 1)} ${y}`;
    isOn = true;
  }
  return path;
};
