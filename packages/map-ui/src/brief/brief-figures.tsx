import type { Area } from '@marsad/records/snapshot';
import { sayCityWeeks, sayInterval, sayValue } from '../i18n/say-figures.js';
import { sayRuns } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { Swatch } from '../panels/swatch.js';
import type { WeekRange } from '../view/coverage.js';
import { type AreaFigures, correctionOf, type PageFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import type { Palette } from '../view/palette.js';
import type { BriefRow } from './brief-rows.js';

interface Props {
  rows: readonly BriefRow[];
  areas: readonly Area[];
  page: PageFigures;
  palette: Palette;
  /** the weeks asked for; null: nothing is dated */
  range: WeekRange | null;
}

/** More runs of weeks than this are told by their number: a cell has no room for them. */
const MOST_RUNS = 2;

/** The city and the neighbourhoods for which there is room, with the weeks that each figure covers. */
export const BriefFigures = ({ rows, areas, page, palette, range }: Props) => {
  const translator = useTranslator();
  const { say, count, language } = translator;
  const byId = new Map(areas.map((area) => [area.id, area]));
  const isCorrected = correctionOf(page).corrected !== null;
  const hasOtherWeeks = ({ figures, versus }: BriefRow): boolean =>
    versus !== null && sayCityWeeks(translator, figures, page.city, range) !== '';
  const weeksOf = ({ rate, coverage: { runs, weeks, weeksAsked } }: AreaFigures): string => {
    if (rate === null || range === null || runs.length === 0) return '';
    return runs.length > MOST_RUNS
      ? say('coverage.someWeeks', { weeks: count(weeks), asked: count(weeksAsked) })
      : sayRuns(translator, runs, range);
  };
  const versusWords = (row: BriefRow): string => {
    if (row.figures.area === null) return '';
    const versus = say(`brief.versus.${row.versus ?? 'none'}`);
    return hasOtherWeeks(row) ? say('brief.versusOtherWeeks', { versus }) : versus;
  };
  return (
    <>
      <p className="note">
        {say('brief.tableNote')} {rows.some(hasOtherWeeks) && say('brief.otherWeeksNote')}
      </p>
      <table className="sheet-table sheet-table-figures">
        <thead>
          <tr>
            <th scope="col">{say('table.column.name')}</th>
            <th scope="col">{say(isCorrected ? 'table.column.corrected' : 'table.column.uncorrected')}</th>
            <th scope="col">{say('table.column.interval')}</th>
            <th scope="col">{say('table.column.modelFlags')}</th>
            <th scope="col">{say('table.column.posts')}</th>
            <th scope="col">{say('table.column.weeks')}</th>
            <th scope="col">{say('brief.versus')}</th>
          </tr>
        </thead>
        <tbody>
          {[{ figures: page.city, versus: null }, ...rows].map((row) => {
            const { figures } = row;
            return (
              <tr key={figures.area ?? ''} data-area={figures.area ?? ''}>
                <th scope="row">
                  {figures.area === null ? (
                    say('table.cityRow')
                  ) : (
                    <bdi dir="auto">
                      {nameIn(byId.get(figures.area)?.properties.names, language, figures.area).text}
                    </bdi>
                  )}
                </th>
                <td>
                  <Swatch areaClass={figures.class} palette={palette} /> {sayValue(translator, figures)}
                </td>
                <td>{sayInterval(translator, figures.interval)}</td>
                <td>{figures.rate === null ? '' : count(figures.flagged)}</td>
                <td>{figures.rate === null ? '' : count(figures.posts)}</td>
                <td>{weeksOf(figures)}</td>
                <td>{versusWords(row)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
};
