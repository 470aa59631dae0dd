import { sayChangeClass } from '../i18n/say-change.js';
import { sayCarries } from '../i18n/say-figures.js';
import { sayRange } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import type { View } from '../state/view.js';
import { CHANGE_CLASSES, CHANGE_SILENCES } from '../view/change.js';
import type { WeekRange } from '../view/coverage.js';
import { ChangeSwatch } from './change-swatch.js';

interface Props {
  view: Pick<View, 'signal' | 'target'>;
  before: WeekRange;
  after: WeekRange;
}

/** Every class of the difference map in words, with the periods that are compared. */
export const ChangeLegend = ({ view, before, after }: Props) => {
  const translator = useTranslator();
  const { say } = translator;
  return (
    <figure className="legend" data-testid="change-legend">
      <figcaption>
        <strong>{say('change.title', { carries: sayCarries(translator, view.signal, view.target) })}</strong>
        <span>{say('change.base', { before: sayRange(translator, before), after: sayRange(translator, after) })}</span>
      </figcaption>
      <ul>
        {[...CHANGE_CLASSES, ...CHANGE_SILENCES].map((changeClass) => (
          <li key={changeClass} data-class={changeClass}>
            <ChangeSwatch changeClass={changeClass} />
            <span>{sayChangeClass(translator, changeClass)}</span>
          </li>
        ))}
      </ul>
      <p className="note">{say('change.note')}</p>
    </figure>
  );
};
