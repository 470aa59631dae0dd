import { sayChange, sayChangeInterval, sayChangeValue } from '../i18n/say-change.js';
import { useTranslator } from '../i18n/translation.js';
import type { AreaChange } from '../view/change.js';
import type { WeekRange } from '../view/coverage.js';
import { overlap } from '../view/earlier-range.js';
import { changeData } from './change-data.js';
import { ChangeSwatch } from './change-swatch.js';

/** The change of the selected place, in the panel. */
export const ChangeNote = ({ change, before, after }: { change: AreaChange; before: WeekRange; after: WeekRange }) => {
  const translator = useTranslator();
  return (
    <section className="change-note" data-testid="panel-change-section">
      <h3>{translator.say('change.heading')}</h3>
      <p className="change-value">
        <ChangeSwatch changeClass={change.class} />
        <strong data-testid="panel-change" {...changeData(change)}>
          {sayChangeValue(translator, change)}
        </strong>
        <span className="panel-interval">{sayChangeInterval(translator, change)}</span>
      </p>
      <p data-testid="panel-change-sentence">{sayChange(translator, change, before, after)}</p>
      {overlap(before, after) && <p className="note">{translator.say('change.overlap')}</p>}
    </section>
  );
};
