import type { IsoWeek } from '@marsad/records/snapshot';
import { weeksBetween } from '@marsad/records/without-checks';
import { useMemo, useRef } from 'react';
import { sayWeekOption } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { type View, withEarlierWeek } from '../state/view.js';
import type { WeekRange } from '../view/coverage.js';
import { twoPeriods } from '../view/earlier-range.js';

interface Props {
  view: View;
  /** first and last week of the snapshot */
  period: readonly [IsoWeek, IsoWeek];
  onChange: (change: Partial<View>) => void;
}

/** Sets other weeks beside the chosen ones, or ends that. */
export const CompareWeeks = ({ view: { from, to, before }, period: [first, last], onChange }: Props) => {
  const weeks = useMemo(() => weeksBetween(first, last), [first, last]);
  const translator = useTranslator();
  const { say } = translator;
  /** Weeks that were cut in two to begin with, and the later half: the end of the comparison gives them back. */
  const halved = useRef<{ asked: WeekRange; after: WeekRange } | null>(null);
  if (before === null) {
    const two = from !== null && to !== null ? twoPeriods({ from, to }, weeks) : null;
    return (
      <button
        type="button"
        className="quiet"
        data-testid="compare"
        disabled={two === null}
        onClick={() => {
          if (two === null || from === null || to === null) return;
          halved.current = two.after.from === from ? null : { asked: { from, to }, after: two.after };
          onChange({ before: two.before, ...two.after });
        }}
      >
        {say('change.start')}
      </button>
    );
  }
  const end = () => {
    const cut = halved.current;
    halved.current = null;
    onChange({ before: null, ...(cut && cut.after.from === from && cut.after.to === to ? cut.asked : {}) });
  };
  const period = { from: first, to: last };
  const list = (end: 'from' | 'to', label: string) => (
    <select
      data-testid={`before-${end}`}
      aria-label={label}
      value={before[end]}
      onChange={(event) => onChange({ before: withEarlierWeek(before, end, event.target.value) })}
    >
      {weeks.map((week) => (
        <option key={week} value={week}>
          {sayWeekOption(translator, week, end, period)}
        </option>
      ))}
    </select>
  );
  return (
    <div className="week-row compare-weeks">
      <span>{say('change.with')}</span>
      {list('from', say('change.from'))}
      <span aria-hidden="true">–</span>
      {list('to', say('change.to'))}
      <button type="button" className="quiet" data-testid="compare-end" onClick={end}>
        {say('change.end')}
      </button>
    </div>
  );
};
