import type { Interval } from '@marsad/records/snapshot';
import { useTranslator } from '../i18n/translation.js';

interface Props {
  rate: number;
  interval: Interval;
  /** the share of the whole city, as a line to read against; null when it is hidden */
  city: number | null;
  /** the share at the far end of the plot */
  end: number;
}

const WIDTH = 120;
const HEIGHT = 16;

/** A dot on its interval. Decoration beside the numbers, drawn from the reading edge. */
export const IntervalPlot = ({ rate, interval, city, end }: Props) => {
  const { direction } = useTranslator();
  const x = (share: number): number => {
    const along = 3 + (share / end) * (WIDTH - 6);
    return direction === 'rtl' ? WIDTH - along : along;
  };
  return (
    <svg
      className="interval-plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
    >
      {city !== null && <line className="plot-city" x1={x(city)} x2={x(city)} y1="0" y2={HEIGHT} />}
      <line className="plot-interval" x1={x(interval.low)} x2={x(interval.high)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <circle className="plot-dot" cx={x(rate)} cy={HEIGHT / 2} r="3.6" />
    </svg>
  );
};
