import type { Block } from '@marsad/records/snapshot';
import { weekCount } from '@marsad/records/without-checks';
import type { WeekRange } from './coverage.js';
import type { AreaFigures, PageFigures, Question } from './figures.js';

/** An answer that may hold for the next question too. */
export interface Answered {
  question: Question;
  page: PageFigures;
}

/** How a block lies in a range: beside it, within it, or cut by it. */
const place = ([first, last]: readonly [string, string], { from, to }: WeekRange): number =>
  first > to || last < from ? 0 : first >= from && last <= to ? 1 : 2;

/**
 * Whether an area has the same figures for another range of as many weeks: all its blocks lie in it as they lay before. Only
 * of places with at most one block to read: several put together are compared with the city, which is another every week.
 */
const isSame = (figures: AreaFigures, blocks: readonly Block[], before: WeekRange, now: WeekRange): boolean =>
  figures.coverage.inside.length <= 1 &&
  blocks.every(({ weeks }) => weeks === null || place(weeks, before) === place(weeks, now));

/**
 * Finds the figures that an answer already holds, for a question that differs from it in its weeks alone: from one week to
 * the next most of thousands of areas stay as they are. Gives null for every other area, and for all where the questions
 * differ in more. `city`: the city's figures for the new question.
 */
export const unchangedFigures = (
  answered: Answered | undefined,
  question: Question,
  city: AreaFigures,
): ((area: string, blocks: readonly Block[]) => AreaFigures | null) => {
  const none = () => null;
  if (answered === undefined) return none;
  const { question: before, page } = answered;
  const { range } = question;
  // Whatever else a question asks for, now or one day, has to be the same.
  const sameElse = JSON.stringify({ ...before, range: null }) === JSON.stringify({ ...question, range: null });
  if (!sameElse || question.whole || before.range === null || range === null) return none;
  if (weekCount(before.range.from, before.range.to) !== weekCount(range.from, range.to)) return none;
  // Where the city shows no corrected share, its neighbourhoods do not either.
  const corrects = ({ flaggedShare, corrected }: AreaFigures) => flaggedShare !== null && corrected !== null;
  if (corrects(page.city) !== corrects(city) || (page.city.flaggedShare === null) !== (city.flaggedShare === null))
    return none;
  const from = before.range;
  return (area, blocks) => {
    const figures = page.byArea.get(area);
    return figures !== undefined && figures !== page.city && isSame(figures, blocks, from, range) ? figures : null;
  };
};
