import type { IsoWeek } from '@marsad/records/snapshot';
import { useTranslator } from '../i18n/translation.js';
import type { TrendStep } from '../view/trend.js';
import { layoutTrend } from '../view/trend-layout.js';

interface Props {
  steps: readonly TrendStep[];
  weeks: readonly [IsoWeek, IsoWeek];
  /** the share that every chart beside this one holds */
  holds: number;
}

const BOX = { width: 180, height: 44, axis: 4, top: 3, bottom: 3 };

/** The course of one place beside others on the same scale. Decoration beside numbers: the panel has it with its axes. */
export const SmallTrend = ({ steps, weeks, holds }: Props) => {
  const { direction } = useTranslator();
  const chart = layoutTrend(steps, weeks, { ...BOX, holds }, direction === 'rtl');
  const ink = steps.some((step) => step.shown && step.corrected) ? '' : ' uncorrected';
  return (
    <svg
      className="small-trend"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      aria-hidden="true"
      focusable="false"
    >
      {chart.steps.map(
        ({ key, x, width, band }) =>
          band && <rect className={`trend-band${ink}`} key={key} x={x} width={width} {...band} />,
      )}
      <path className={`trend-line${ink}`} d={chart.path} />
      <line
        className="trend-axis"
        x1={chart.plot.left}
        x2={chart.plot.right}
        y1={chart.plot.base}
        y2={chart.plot.base}
      />
    </svg>
  );
};
