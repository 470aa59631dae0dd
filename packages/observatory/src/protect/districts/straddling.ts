import {
  type Block,
  type IsoWeek,
  nextWeek,
  type ProtectionRules,
  weekOf,
  weekStart,
  weeksBetween,
} from '@marsad/records';
import { type Cell, emptyCell, mergeInto, topAuthorShareOf } from '../../tally/cell.js';
import { gate } from '../gate.js';
import type { ShownBlock } from '../keep-published.js';
import { SLACK } from '../remainder.js';

type Periods = ReadonlyMap<string, Cell>;
type Weeks = [IsoWeek, IsoWeek];

/** One neighbourhood of a district: its cells by period, and its blocks. */
export interface Member {
  periods: Periods;
  blocks: readonly Block[];
}

/**
 * What of a district's weeks a reader cannot take away, now or ever: posts of shown blocks of its neighbourhoods that
 * reach over the first or the last week. `inside` lies in the weeks, `outside` is the rest of the same blocks.
 */
export interface Ends {
  first: { inside: Cell; outside: Cell };
  last: { inside: Cell; outside: Cell };
  /** the part of `last.inside` of blocks that do not reach over the first week too */
  lastOnly: Cell;
  /** whether a shown block reaches over an end: then the word beside a hidden district would bound what lies on either side */
  reached: boolean;
  /** posts that stand in hidden blocks, in none, or came to a shown block after it was published */
  unsettled: number;
  /** posts that a reader may take away too often: they name several neighbourhoods, or left a block after it was published */
  twice: number;
}

const weekBefore = (week: IsoWeek): IsoWeek => weekOf(weekStart(week) - 86_400_000);

const addWeeks = (to: Cell, periods: Periods, first: IsoWeek, last: IsoWeek): void => {
  if (first > last) return;
  for (const week of weeksBetween(first, last)) {
    const cell = periods.get(week);
    if (cell) mergeInto(to, cell);
  }
};

const shownAt = (blocks: readonly Block[], week: IsoWeek): (ShownBlock & { weeks: Weeks }) | undefined => {
  const found = blocks.find(({ weeks }) => weeks !== null && weeks[0] <= week && week <= weeks[1]);
  return found?.status === 'shown' && found.weeks !== null ? { ...found, weeks: found.weeks } : undefined;
};

/** What is known of the ends of some weeks of a district, and of what stands between them. */
export const endsOf = (members: readonly Member[], district: Periods, [first, last]: Weeks): Ends => {
  const part = (): { inside: Cell; outside: Cell } => ({ inside: emptyCell(), outside: emptyCell() });
  const ends: Ends = { first: part(), last: part(), lastOnly: emptyCell(), reached: false, unsettled: 0, twice: 0 };
  for (const { periods, blocks } of members) {
    const atFirst = shownAt(blocks, first);
    const reachesBack = atFirst !== undefined && atFirst.weeks[0] < first;
    if (atFirst && reachesBack) {
      ends.reached = true;
      addWeeks(ends.first.inside, periods, first, atFirst.weeks[1] < last ? atFirst.weeks[1] : last);
      addWeeks(ends.first.outside, periods, atFirst.weeks[0], weekBefore(first));
    }
    const atLast = shownAt(blocks, last);
    if (atLast && atLast.weeks[1] > last) {
      ends.reached = true;
      const from = atLast.weeks[0] > first ? atLast.weeks[0] : first;
      addWeeks(ends.last.inside, periods, from, last);
      addWeeks(ends.last.outside, periods, nextWeek(last), atLast.weeks[1]);
      if (!reachesBack || atFirst.weeks[0] !== atLast.weeks[0]) addWeeks(ends.lastOnly, periods, from, last);
    }
    for (const week of weeksBetween(first, last)) {
      const posts = periods.get(week)?.posts ?? 0;
      ends.twice += posts;
      if (posts > 0 && !shownAt(blocks, week)) ends.unsettled += posts;
    }
    for (const block of blocks) {
      if (block.status !== 'shown' || block.weeks === null) continue;
      if (block.weeks[0] > last || block.weeks[1] < first) continue;
      const now = weeksBetween(...block.weeks).reduce((sum, week) => sum + (periods.get(week)?.posts ?? 0), 0);
      ends.unsettled += Math.max(0, now - block.figures.posts);
      ends.twice += Math.max(0, block.figures.posts - now);
    }
  }
  for (const week of weeksBetween(first, last)) ends.twice -= district.get(week)?.posts ?? 0;
  return ends;
};

/** Posts without date stand in one block or none, so that nothing reaches over an end. */
export const undatedEnds = (members: readonly Member[], district: Cell, undated: string): Ends => {
  const ends = endsOf([], new Map(), ['2000-W01', '2000-W01']);
  for (const { periods, blocks } of members) {
    const posts = periods.get(undated)?.posts ?? 0;
    ends.twice += posts;
    const shown = blocks.find((block): block is ShownBlock => block.weeks === null && block.status === 'shown');
    ends.unsettled += Math.max(0, posts - (shown?.figures.posts ?? 0));
    ends.twice += Math.max(0, (shown?.figures.posts ?? 0) - posts);
  }
  ends.twice -= district.posts;
  return ends;
};

const passes = (cell: Cell, less: number, rules: ProtectionRules): boolean =>
  gate(
    {
      posts: cell.posts - less - SLACK,
      authors: cell.authors.size,
      sources: cell.sources.size,
      topAuthorShare: topAuthorShareOf(cell),
    },
    rules,
  ) === null;

/** Whether two cells together pass. Mostly what is known of each says so, and they need not be put together. */
const passTogether = (one: Cell, other: Cell, less: number, rules: ProtectionRules): boolean => {
  if (other.posts === 0) return passes(one, less, rules);
  if (one.posts === 0) return passes(other, less, rules);
  const posts = one.posts + other.posts;
  const surely = {
    posts: posts - less - SLACK,
    authors: Math.max(one.authors.size, other.authors.size),
    sources: Math.max(one.sources.size, other.sources.size),
    topAuthorShare: (one.authors.top + other.authors.top) / posts,
  };
  if (posts - less - SLACK < rules.minimumPosts) return false;
  if (gate(surely, rules) === null) return true;
  const sum = emptyCell();
  mergeInto(sum, one);
  mergeInto(sum, other);
  return passes(sum, less, rules);
};

/**
 * Whether a run of a district's blocks, one after the other, may stand beside its neighbourhoods: what is left when all of
 * them are subtracted passes the gate by itself, and so does what is left the other way round, when the run is subtracted
 * from the neighbourhoods that cover it; whatever else is shown later. Or nothing at all is left.
 * @param run in order of time
 */
export const mayStand = (run: readonly Ends[], rules: ProtectionRules): boolean => {
  const [begin] = run;
  const end = run.at(-1);
  if (!begin || !end) return true;
  const twice = run.reduce((sum, one) => sum + one.twice, 0);
  const { first } = begin;
  const inside = run.length === 1 ? end.lastOnly : end.last.inside;
  const reaching = first.inside.posts + inside.posts + first.outside.posts + end.last.outside.posts;
  if (reaching === 0) return twice === 0 && run.every(({ unsettled }) => unsettled === 0);
  return passTogether(first.inside, inside, twice, rules) && passTogether(first.outside, end.last.outside, 0, rules);
};
