import type { Compared } from '../out/compared.js';
import type { AreaChange, ChangeClass } from '../view/change.js';
import { type Comparison, versusCityOf } from '../view/compare.js';
import type { AreaFigures, PageFigures } from '../view/figures.js';

/** A neighbourhood with a figure, and how it stands to the city; null where the two cannot be compared. */
export interface BriefRow {
  figures: AreaFigures;
  versus: Comparison | null;
}

/** The rows of a sheet, and how many neighbourhoods are not among them. */
interface BriefRows<Row> {
  rows: Row[];
  /** neighbourhoods with a figure for which there was no room */
  more: number;
  hidden: number;
  otherWeeks: number;
  empty: number;
}

const ORDER: readonly (Comparison | null)[] = ['above', 'below', 'cannot-tell', null];

/**
 * The neighbourhoods that a sheet has room for: those above the city, those below it, then the rest, each by number of posts:
 * what rests on more posts comes first, and nothing is ranked by shares that cannot be told apart.
 */
export const briefRows = (page: PageFigures, room: number): BriefRows<BriefRow> => {
  const shown = page.areas
    .filter((figures) => figures.rate !== null)
    .map((figures) => ({ figures, versus: versusCityOf(figures, page.city) }))
    .sort((a, b) => ORDER.indexOf(a.versus) - ORDER.indexOf(b.versus) || b.figures.posts - a.figures.posts);
  const silent = (areaClass: AreaFigures['class']): number =>
    page.areas.filter((figures) => figures.class === areaClass).length;
  return {
    rows: shown.slice(0, room),
    more: Math.max(0, shown.length - room),
    hidden: silent('suppressed'),
    otherWeeks: silent('other-weeks'),
    empty: silent('no-data'),
  };
};

const RISES: readonly ChangeClass[] = ['rise-strong', 'rise'];
const FALLS: readonly ChangeClass[] = ['fall-strong', 'fall'];
const changeRank = ({ class: changeClass }: AreaChange): number =>
  RISES.includes(changeClass) ? 0 : FALLS.includes(changeClass) ? 1 : 2;

/** As `briefRows`, of two periods: clear rises, clear falls, then what is not clear, each by posts of the later period. */
export const briefChangeRows = (compared: Compared | null, room: number): BriefRows<AreaChange> => {
  const changes = [...(compared?.change.byArea.values() ?? [])];
  const shown = changes
    .filter(({ shares }) => shares !== null)
    .sort((a, b) => changeRank(a) - changeRank(b) || b.after.posts - a.after.posts);
  const silent = (changeClass: ChangeClass): number =>
    changes.filter(({ class: of, shares }) => shares === null && of === changeClass).length;
  return {
    rows: shown.slice(0, room),
    more: Math.max(0, shown.length - room),
    hidden: silent('suppressed'),
    otherWeeks: silent('other-weeks'),
    empty: silent('no-data'),
  };
};
