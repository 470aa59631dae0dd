import { type Block, type IsoWeek, nextWeek, weekOf, weekStart, weeksBetween } from '@marsad/records';

/** What a run of weeks, begun earlier and now ending with `last`, is to be: still open, or a block. */
export interface OpenRun {
  /** takes the next week in; true when it held anything */
  add(week: IsoWeek): boolean;
  /** the block that closes here, or null to go on */
  close(weeks: [IsoWeek, IsoWeek]): Block | null;
  /** the block of weeks that never closed */
  leave(weeks: [IsoWeek, IsoWeek]): Block;
}

const weekBefore = (week: IsoWeek): IsoWeek => weekOf(weekStart(week) - 86_400_000);

/**
 * Cuts the weeks of one area into blocks that tile them: those published before stay, and every gap between them is cut
 * from its first week on into the shortest runs that may close. No block closes in a week that is not over, since its
 * figures would have to change.
 * @param begin starts a run
 * @param openFrom the first week that is not over; null when all are
 */
export const cutWeeks = (
  [first, last]: [IsoWeek, IsoWeek],
  kept: readonly Block[],
  begin: () => OpenRun,
  openFrom: IsoWeek | null,
): Block[] => {
  const blocks: Block[] = [];
  const cutGap = (from: IsoWeek, to: IsoWeek): void => {
    if (from > to) return;
    let start = from;
    let run = begin();
    for (const week of weeksBetween(from, to)) {
      if (!run.add(week)) continue;
      const block = openFrom !== null && week >= openFrom ? null : run.close([start, week]);
      if (block === null) continue;
      blocks.push(block);
      start = nextWeek(week);
      run = begin();
    }
    if (start <= to) blocks.push(run.leave([start, to]));
  };
  let next = first;
  for (const block of kept) {
    if (block.weeks === null) continue;
    cutGap(next, weekBefore(block.weeks[0]));
    blocks.push(block);
    next = nextWeek(block.weeks[1]);
  }
  cutGap(next, last);
  return blocks;
};
