import { sayChangeBase, sayChangeShare } from '../i18n/say-change.js';
import { sayInterval } from '../i18n/say-figures.js';
import { sayRuns } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import type { AreaChange } from '../view/change.js';

/** More runs of weeks than this are told by their number: a cell of a table has no room for them. */
const MOST_RUNS = 2;

/** One side of a comparison in a cell: the share, and beneath it the interval, the base and the weeks that it covers. */
export const ChangeSide = ({ change, side }: { change: AreaChange; side: 'before' | 'after' }) => {
  const translator = useTranslator();
  const { say, count } = translator;
  const { shares } = change;
  const { runs, weeks, weeksAsked } = change[side].coverage;
  const [first, last] = [runs[0], runs.at(-1)];
  if (shares === null || !first || !last) return null;
  return (
    <>
      <span>{sayChangeShare(translator, change, side)}</span>
      <span className="cell-detail">{sayInterval(translator, shares[side].interval)}</span>
      <span className="cell-detail">{sayChangeBase(translator, change, side)}</span>
      <span className="cell-detail">
        {runs.length > MOST_RUNS
          ? say('coverage.someWeeks', { weeks: count(weeks), asked: count(weeksAsked) })
          : sayRuns(translator, runs, { from: first.from, to: last.to })}
      </span>
    </>
  );
};
