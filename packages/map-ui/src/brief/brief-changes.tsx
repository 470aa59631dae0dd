import type { Area } from '@marsad/records/snapshot';
import { sayChangeClass, sayChangeInterval, sayChangeValue } from '../i18n/say-change.js';
import { sayRange } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import type { Compared } from '../out/compared.js';
import { ChangeSide } from '../panels/change-side.js';
import { ChangeSwatch } from '../panels/change-swatch.js';
import type { AreaChange } from '../view/change.js';
import { nameIn } from '../view/names.js';

interface Props {
  rows: readonly AreaChange[];
  areas: readonly Area[];
  compared: Compared;
}

/** The changes of the city and of the neighbourhoods for which there is room, each with both shares and what they rest on. */
export const BriefChanges = ({ rows, areas, compared }: Props) => {
  const translator = useTranslator();
  const { say, language } = translator;
  const byId = new Map(areas.map((area) => [area.id, area]));
  return (
    <>
      <p className="note">{say('brief.changeNote')}</p>
      <table className="sheet-table" data-testid="brief-changes">
        <thead>
          <tr>
            <th scope="col">{say('table.column.name')}</th>
            <th scope="col">{say('table.column.before', { weeks: sayRange(translator, compared.before) })}</th>
            <th scope="col">{say('table.column.after', { weeks: sayRange(translator, compared.after) })}</th>
            <th scope="col">{say('table.column.change')}</th>
            <th scope="col">{say('table.column.changeInterval')}</th>
            <th scope="col">{say('table.column.changeClass')}</th>
          </tr>
        </thead>
        <tbody>
          {[compared.change.city, ...rows].map((change) => (
            <tr key={change.area ?? ''} data-area={change.area ?? ''}>
              <th scope="row">
                {change.area === null ? (
                  say('table.cityRow')
                ) : (
                  <bdi dir="auto">{nameIn(byId.get(change.area)?.properties.names, language, change.area).text}</bdi>
                )}
              </th>
              <td>
                <ChangeSide change={change} side="before" />
              </td>
              <td>
                <ChangeSide change={change} side="after" />
              </td>
              <td>
                <ChangeSwatch changeClass={change.class} /> {change.shares && sayChangeValue(translator, change)}
              </td>
              <td>{sayChangeInterval(translator, change)}</td>
              <td>{sayChangeClass(translator, change.class)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
