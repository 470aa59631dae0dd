import type { IsoWeek } from '@marsad/records/snapshot';
import { weeksBetween } from '@marsad/records/without-checks';
import { useMemo } from 'react';
import { sayWeekOption } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import type { Play } from '../state/use-play.js';
import { type Choices, type View, withWeek } from '../state/view.js';
import type { AreaFigures } from '../view/figures.js';
import { PlayButtons } from './play-buttons.js';
import { WeekSlider } from './week-slider.js';
import { WidenButton } from './widen-button.js';

interface Props {
  view: View;
  weeks: Choices['weeks'];
  figures: AreaFigures;
  play: Play;
  onChange: (change: Partial<View>) => void;
}

/** The first and the last week: by list (exact) and by slider (quick), with one step back to the whole period. */
export const WeekRange = ({ view, weeks, figures, play, onChange }: Props) => {
  const translator = useTranslator();
  const { say } = translator;
  const all = useMemo(() => (weeks === null ? [] : weeksBetween(weeks[0], weeks[1])), [weeks]);
  const { from, to } = view;
  if (weeks === null || from === null || to === null) {
    return <p className="control control-weeks">{say('controls.noWeeks')}</p>;
  }
  const move = (end: 'from' | 'to', week: IsoWeek) => onChange(withWeek(view, end, week));
  const list = (end: 'from' | 'to', label: string) => (
    <select
      data-testid={end}
      aria-label={label}
      value={view[end] ?? ''}
      onChange={(event) => move(end, event.target.value)}
    >
      {all.map((week) => (
        <option key={week} value={week}>
          {sayWeekOption(translator, week, end, { from: weeks[0], to: weeks[1] })}
        </option>
      ))}
    </select>
  );
  const whole = from === weeks[0] && to === weeks[1];
  return (
    <fieldset className="control control-weeks">
      <legend>{say('controls.weeks')}</legend>
      <div className="week-row">
        {list('from', say('controls.from'))}
        <WeekSlider weeks={all} from={from} to={to} onChange={move} />
        {list('to', say('controls.to'))}
        <PlayButtons play={play} />
        <button
          type="button"
          className="quiet"
          data-testid="whole-period"
          disabled={whole}
          onClick={() => onChange({ from: weeks[0], to: weeks[1] })}
        >
          {say('controls.wholePeriod')}
        </button>
        <WidenButton figures={figures} range={{ from, to }} testId="widen" onWiden={onChange} />
      </div>
    </fieldset>
  );
};
