import type { IsoWeek } from '@marsad/records/snapshot';
import { weekStart, weeksBetween } from '@marsad/records/without-checks';
import { useId } from 'react';
import { sayInterval } from '../i18n/say-figures.js';
import { sayRange } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { marksOver } from '../known/known-marks.js';
import type { KnownEvent } from '../known/known-of-place.js';
import { KnownStrip } from '../known/known-strip.js';
import type { WeekRange } from '../view/coverage.js';
import { SILENCE } from '../view/palette.js';
import type { SourceMark } from '../view/source-marks.js';
import type { LevelChanges, PanelTrend, TrendStep } from '../view/trend.js';
import { layoutTrend } from '../view/trend-layout.js';
import { weekTicks } from '../view/week-ticks.js';
import { TrendKey } from './trend-key.js';

interface Props {
  steps: readonly TrendStep[];
  weeks: readonly [IsoWeek, IsoWeek];
  range: WeekRange;
  /** changes of sources, which may be what a step shows */
  marks: readonly SourceMark[];
  /** the city on its constant sources; null for a neighbourhood, or where there is none */
  panel: PanelTrend | null;
  changes: LevelChanges;
  /** what is known offline of the place */
  known: readonly KnownEvent[];
}

const BOX = { width: 344, height: 166, axis: 40, top: 12, bottom: 38 };
/** Weeks that can be written under the axis without touching one another. */
const TICKS = 5;
const WEEK = 7 * 86_400_000;

/** The share by block of weeks with its interval, the chosen range behind it, and the same as a table to open. */
export const TrendChart = ({ steps, weeks, range, marks, panel, changes, known }: Props) => {
  const translator = useTranslator();
  const { say, percent, count, day, direction } = translator;
  const hatch = useId();
  const crossesYears = weeks[0].slice(0, 4) !== weeks[1].slice(0, 4);
  const mirrored = direction === 'rtl';
  const chart = layoutTrend(steps, weeks, BOX, mirrored, panel);
  const { left, right, base } = chart.plot;
  const chosen = [chart.x(weekStart(range.from)), chart.x(weekStart(range.to) + WEEK)];
  const shown = steps.filter((step) => step.shown).length;
  const corrected = steps.some((step) => step.shown && step.corrected);
  const ink = corrected ? '' : ' uncorrected';
  const panelShare = (week: IsoWeek): string => {
    const found = panel?.steps.find(({ from }) => from === week);
    return found ? percent(found.share) : '';
  };
  const events = marksOver(known, weeksBetween(weeks[0], weeks[1]));
  /** From and to of so many weeks, in pixels of the box. */
  const stretch = (column: number, span: number): [number, number] => {
    const ends = [column, column + span].map((week) => chart.x(weekStart(weeks[0]) + week * WEEK));
    return [Math.min(...ends), Math.max(...ends)];
  };
  const axisX = mirrored ? right + 5 : left - 5;
  return (
    <div className="trend">
      <svg
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="img"
        aria-label={say('panel.trendLabel', { shown, hidden: steps.length - shown })}
        data-testid="trend"
      >
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={SILENCE.suppressed.ground} />
          <path d="M-2 2 2-2M-2 10 10-2M6 10 10 6" stroke={SILENCE.suppressed.ink} strokeWidth="1.2" />
        </pattern>
        <rect
          className="trend-chosen"
          x={Math.min(...chosen)}
          y={BOX.top}
          width={Math.abs((chosen[1] ?? 0) - (chosen[0] ?? 0))}
          height={base - BOX.top}
        />
        {chart.ticks.map((tick) => (
          <g key={tick.share}>
            <line className="trend-grid" x1={left} x2={right} y1={tick.y} y2={tick.y} />
            <text className="trend-text" x={axisX} y={tick.y + 4} textAnchor={mirrored ? 'start' : 'end'}>
              {percent(tick.share)}
            </text>
          </g>
        ))}
        {chart.steps.map((step) =>
          step.band === null ? (
            <rect
              key={step.key}
              x={step.x}
              y={BOX.top}
              width={step.width}
              height={base - BOX.top}
              fill={`url(#${hatch})`}
            />
          ) : (
            <rect className={`trend-band${ink}`} key={step.key} x={step.x} width={step.width} {...step.band} />
          ),
        )}
        {chart.flaggedPath !== '' && <path className="trend-line uncorrected thin" d={chart.flaggedPath} />}
        {chart.panelPath !== '' && <path className="trend-line panel" data-testid="trend-panel" d={chart.panelPath} />}
        <path className={`trend-line${ink}`} d={chart.path} />
        {changes.raw.map((week) => {
          const x = chart.x(weekStart(week));
          return (
            <path
              key={week}
              className="trend-change"
              data-testid="trend-change"
              data-week={week}
              d={`M${x - 5} ${base}H${x + 5}L${x} ${base - 8}Z`}
            />
          );
        })}
        {changes.surges.map((week) => {
          const x = chart.x(weekStart(week) + WEEK / 2);
          return (
            <path
              key={week}
              className="trend-surge"
              data-testid="trend-surge"
              data-week={week}
              d={`M${x - 5} ${base - 13}L${x} ${base - 18}L${x + 5} ${base - 13}M${x - 5} ${base - 18}L${x} ${base - 23}L${x + 5} ${base - 18}`}
            />
          );
        })}
        <line className="trend-axis" x1={left} x2={right} y1={base} y2={base} />
        {weekTicks(weeksBetween(weeks[0], weeks[1]), TICKS).map(({ week }) => {
          const x = chart.x(weekStart(week));
          const anchor = mirrored ? 'end' : 'start';
          return (
            <g key={week}>
              <line className="trend-axis" x1={x} x2={x} y1={base} y2={base + 5} />
              <text className="trend-text" x={x} y={base + 18} textAnchor={anchor}>
                {isolate(say('week.number', { week: String(Number(week.slice(6))) }))}
              </text>
              <text className="trend-text" x={x} y={base + 33} textAnchor={anchor}>
                {isolate(day(weekStart(week), crossesYears ? 'month-year' : 'day-month'))}
              </text>
            </g>
          );
        })}
        {events
          .filter(({ kind }) => kind === 'incident')
          .map(({ key, column, span }) => {
            const [from, to] = stretch(column, span);
            const x = (from + to) / 2;
            return <line key={key} className="known-line" x1={x} x2={x} y1={BOX.top} y2={base} />;
          })}
        {marks.map(({ week }, index) => {
          const x = chart.x(weekStart(week));
          return (
            <g key={week} data-testid="trend-mark" data-week={week}>
              <line className="trend-mark" x1={x} x2={x} y1={BOX.top} y2={base} />
              <circle className="trend-mark-head" cx={x} cy={BOX.top} r="7.5" />
              <text className="trend-mark-number" x={x} y={BOX.top + 3.5} textAnchor="middle">
                {count(index + 1)}
              </text>
            </g>
          );
        })}
      </svg>
      {events.length > 0 && (
        <KnownStrip
          marks={events}
          placeOf={({ column, span }) => {
            const [from, to] = stretch(column, span);
            return { start: (from / BOX.width) * 100, size: ((to - from) / BOX.width) * 100 };
          }}
          reading="below"
          testId="known-trend"
        />
      )}
      <TrendKey corrected={corrected} panel={panel} changes={changes} />
      <p className="note">{say('panel.trendNote')}</p>
      {marks.length > 0 && (
        <>
          <p className="note">{say('mark.note')}</p>
          <ol className="trend-marks" data-testid="trend-marks">
            {marks.map(({ week, events }) => (
              <li key={week}>
                {sayRange(translator, { from: week, to: week })}
                <ul>
                  {events.map(({ kind, source }) => (
                    <li key={`${kind} ${source}`}>{say(`mark.${kind}`, { source: isolate(source) })}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </>
      )}
      <details>
        <summary>{say('panel.trendTable')}</summary>
        <table className="small-table">
          <thead>
            <tr>
              <th scope="col">{say('trend.column.weeks')}</th>
              <th scope="col">{say(corrected ? 'table.column.corrected' : 'table.column.uncorrected')}</th>
              <th scope="col">{say('trend.column.interval')}</th>
              {corrected && <th scope="col">{say('trend.column.flagged')}</th>}
              {panel !== null && <th scope="col">{say('trend.column.panel')}</th>}
              <th scope="col">{say('trend.column.posts')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.from}>
                <th scope="row">{sayRange(translator, step)}</th>
                <td>{step.shown ? percent(step.rate) : say('value.suppressed')}</td>
                <td>{step.shown ? sayInterval(translator, step.interval) : ''}</td>
                {corrected && <td>{step.shown ? percent(step.flaggedShare) : ''}</td>}
                {panel !== null && <td>{panelShare(step.from)}</td>}
                <td>{step.shown ? count(step.posts) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
};
