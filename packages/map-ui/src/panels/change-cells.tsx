import { sayChangeClass, sayChangeInterval, sayChangeValue } from '../i18n/say-change.js';
import { useTranslator } from '../i18n/translation.js';
import type { AreaChange } from '../view/change.js';
import { changeData } from './change-data.js';
import { ChangeSide } from './change-side.js';
import { ChangeSwatch } from './change-swatch.js';

/** The cells of a row that hold a change: both shares with what they rest on, the difference, how sure it is, and what that means. */
export const ChangeCells = ({ change }: { change: AreaChange }) => {
  const translator = useTranslator();
  const { shares } = change;
  return (
    <>
      <td className="number">
        <ChangeSide change={change} side="before" />
      </td>
      <td className="number">
        <ChangeSide change={change} side="after" />
      </td>
      <td className="number rate" data-testid="change" data-value={shares ? 'shown' : ''} {...changeData(change)}>
        <ChangeSwatch changeClass={change.class} />
        <span>{shares ? sayChangeValue(translator, change) : ''}</span>
      </td>
      <td className="number">{sayChangeInterval(translator, change)}</td>
      <td>{sayChangeClass(translator, change.class)}</td>
    </>
  );
};
