import type { Target } from '@marsad/records/snapshot';
import { SIGNALS, TARGETS } from '@marsad/records/without-checks';
import { useId } from 'react';
import { useTranslator } from '../i18n/translation.js';
import type { Play } from '../state/use-play.js';
import { type Choices, toSignal, type View } from '../state/view.js';
import type { AreaFigures } from '../view/figures.js';
import type { Level } from '../view/levels.js';
import { targetIn } from '../view/slice.js';
import { MoreFilters } from './more-filters.js';
import { WeekRange } from './week-range.js';

interface Props {
  view: View;
  weeks: Choices['weeks'];
  /** of the selected place: weeks that show none of its figures can be widened */
  figures: AreaFigures;
  /** the targets that any figure of this signal holds */
  targets: readonly Target[];
  play: Play;
  /** languages that the city collects */
  collected: readonly string[];
  /** what the snapshot tells of severities, languages and rungs */
  choices: Pick<Choices, 'severities' | 'languages' | 'rungs'>;
  /** the levels of which the snapshot tells figures */
  levels: readonly Level[];
  onLevel: (level: Level) => void;
  onChange: (change: Partial<View>) => void;
}

/** What, directed at whom, when: the questions that every figure on the page answers. */
export const Controls = ({
  view,
  weeks,
  figures,
  targets,
  play,
  collected,
  choices,
  levels,
  onLevel,
  onChange,
}: Props) => {
  const { say } = useTranslator();
  const id = useId();
  return (
    <section className="controls" aria-label={say('controls.label')}>
      <div className="control">
        <label htmlFor={`${id}-signal`}>{say('controls.signal')}</label>
        <select
          id={`${id}-signal`}
          data-testid="signal"
          value={view.signal}
          aria-describedby={`${id}-meaning`}
          onChange={(event) => {
            const signal = SIGNALS.find((code) => code === event.target.value);
            if (signal) onChange(toSignal(view, signal));
          }}
        >
          {SIGNALS.map((signal) => (
            <option key={signal} value={signal}>
              {say(`signal.${signal}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="control control-target">
        <label htmlFor={`${id}-target`}>{say('controls.target')}</label>
        <select
          id={`${id}-target`}
          data-testid="target"
          value={targetIn(view.target) ?? 'all'}
          onChange={(event) => {
            onChange({ target: TARGETS.find((code) => code === event.target.value) ?? 'all' });
          }}
        >
          <option value="all">{say('target.all')}</option>
          {TARGETS.map((target) => {
            const name = say(`target.${target}`);
            const held = targets.includes(target);
            return (
              <option key={target} value={target} disabled={!held && target !== view.target}>
                {held ? name : say('controls.targetEmpty', { target: name })}
              </option>
            );
          })}
        </select>
      </div>
      <div className="control control-level">
        <label htmlFor={`${id}-level`}>{say('controls.level')}</label>
        <select
          id={`${id}-level`}
          data-testid="level"
          value={view.level}
          onChange={(event) => {
            const level = levels.find((one) => one === event.target.value);
            if (level) onLevel(level);
          }}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {say(`level.${level}`)}
            </option>
          ))}
        </select>
      </div>
      <WeekRange view={view} weeks={weeks} figures={figures} play={play} onChange={onChange} />
      <p className="meaning" id={`${id}-meaning`}>
        {say(`meaning.${view.signal}`)}
      </p>
      <MoreFilters view={view} choices={choices} collected={collected} onChange={onChange} />
    </section>
  );
};
