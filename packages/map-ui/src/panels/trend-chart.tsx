import { type IsoWeek, weekStart } from '@marsad/records/snapshot';
import { useId } from 'react';
import { sayInterval } from '../i18n/say-figures.js';
import { sayRange } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import type { WeekRange } from '../view/coverage.js';
import { SILENCE } from '../view/palette.js';
import type { TrendStep } from '../view/trend.js';
import { layoutTrend } from '../view/trend-layout.js';

interface Props {
  steps: readonly TrendStep[];
  weeks: readonly [IsoWeek, IsoWeek];
  range: WeekRange;
}

const BOX = { width: 344, height: 150, axis: 40, top: 10, bottom: 24 };
const WEEK = 7 * 86_400_000;

/** The share by block of weeks with its interval, the chosen range behind it, and the same as a table to open. */
export const TrendChart = ({ steps, weeks, range }: Props) => {
  const translator = useTranslator();
  const { say, percent, count, day, direction } = translator;
  const hatch = useId();
  const mirrored = direction === 'rtl';
  const chart = layoutTrend(steps, weeks, BOX, mirrored);
  const { left, right, base } = chart.plot;
  const chosen = [chart.x(weekStart(range.from)), chart.x(weekStart(range.to) + WEEK)];
  const shown = steps.filter((step) => step.shown).length;
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
            <rect className="trend-band" key={step.key} x={step.x} width={step.width} {...step.band} />
          ),
        )}
        <path className="trend-line" d={chart.path} />
        <line className="trend-axis" x1={left} x2={right} y1={base} y2={base} />
        <text
          className="trend-text"
          x={mirrored ? right : left}
          y={BOX.height - 6}
          textAnchor={mirrored ? 'end' : 'start'}
        >
          {isolate(day(weekStart(weeks[0]), 'short'))}
        </text>
        <text
          className="trend-text"
          x={mirrored ? left : right}
          y={BOX.height - 6}
          textAnchor={mirrored ? 'start' : 'end'}
        >
          {isolate(day(weekStart(weeks[1]) + WEEK - 1, 'short'))}
        </text>
      </svg>
      <p className="note">{say('panel.trendNote')}</p>
      <details>
        <summary>{say('panel.trendTable')}</summary>
        <table className="small-table">
          <thead>
            <tr>
              <th scope="col">{say('trend.column.weeks')}</th>
              <th scope="col">{say('trend.column.rate')}</th>
              <th scope="col">{say('trend.column.interval')}</th>
              <th scope="col">{say('trend.column.posts')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.from}>
                <th scope="row">{sayRange(translator, step)}</th>
                <td>{step.shown ? percent(step.rate) : say('value.suppressed')}</td>
                <td>{step.shown ? sayInterval(translator, step.interval) : ''}</td>
                <td>{step.shown ? count(step.posts) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
};
