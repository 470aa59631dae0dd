import type { IsoWeek } from '@marsad/records/snapshot';
import { weekStart } from '@marsad/records/without-checks';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { PanelTrend, TrendStep } from './trend.js';

const WEEK = 7 * 86_400_000;

/** Width and height in pixels, and the room kept free for the axes. */
export interface ChartBox {
  width: number;
  height: number;
  /** room on the side where the shares are written */
  axis: number;
  top: number;
  bottom: number;
  /** a share that the scale holds in any case, so that several charts can be read side by side */
  holds?: number;
}

export interface TrendLayout {
  /** where each step begins and ends, where its share and interval stand; null for a hidden step */
  steps: { key: IsoWeek; x: number; width: number; band: { y: number; height: number } | null }[];
  /** SVG path of the steps; broken where something is hidden or missing */
  path: string;
  /** the same of what the model flags, where the steps are corrected; empty where they are not */
  flaggedPath: string;
  /** the same on the constant panel; empty without one */
  panelPath: string;
  ticks: { share: number; y: number }[];
  /** from and to of the plot, in pixels */
  plot: { left: number; right: number; base: number };
  /** x of an instant */
  x: (time: number) => number;
}

/**
 * Places the steps of a trend in a box. Time runs from the reading edge: leftwards when `mirrored` (Arabic). The scale
 * of shares ends at the highest interval, at least at 5 %, so that a quiet place does not look like a stormy one.
 */
export const layoutTrend = (
  steps: readonly TrendStep[],
  weeks: readonly [IsoWeek, IsoWeek],
  box: ChartBox,
  mirrored: boolean,
  panel: PanelTrend | null = null,
): TrendLayout => {
  const [left, right] = mirrored ? [4, box.width - box.axis] : [box.axis, box.width - 4];
  const base = box.height - box.bottom;
  const start = weekStart(weeks[0]);
  const end = weekStart(weeks[1]) + WEEK;
  const x = scaleLinear([start, end], mirrored ? [right, left] : [left, right]);
  const isCorrected = steps.some((step) => step.shown && step.corrected);
  const highest = Math.max(
    box.holds ?? 0,
    max(steps, (step) => (step.shown ? Math.max(step.interval.high, step.flaggedShare) : 0)) ?? 0,
    max(panel?.steps ?? [], ({ share }) => share) ?? 0,
  );
  const y = scaleLinear([0, Math.max(0.05, highest)], [base, box.top]).nice(3);

  const placed = steps.map((step) => {
    const [a, b] = [x(weekStart(step.from)), x(weekStart(step.to) + WEEK)];
    return {
      key: step.from,
      x: Math.min(a, b),
      width: Math.abs(b - a),
      band: step.shown ? { y: y(step.interval.high), height: y(step.interval.low) - y(step.interval.high) } : null,
    };
  });
  const draw = line<[number, number] | null>()
    .defined((point) => point !== null)
    .x((point) => point?.[0] ?? 0)
    .y((point) => point?.[1] ?? 0);
  /** A level stretch for each span, joined where one follows the other; null where nothing is shown. */
  const pathOf = (spans: readonly { from: IsoWeek; to: IsoWeek; share: number | null }[]): string =>
    draw(
      spans.flatMap(({ from, to, share }, index): ([number, number] | null)[] => {
        if (share === null) return [null];
        const [start, end] = [weekStart(from), weekStart(to) + WEEK];
        const next = spans[index + 1];
        const joins = next && next.share !== null && weekStart(next.from) === end;
        const here: ([number, number] | null)[] = [
          [x(start), y(share)],
          [x(end), y(share)],
        ];
        return joins ? here : [...here, null];
      }),
    ) ?? '';
  return {
    steps: placed,
    path: pathOf(steps.map((step) => ({ ...step, share: step.shown ? step.rate : null }))),
    flaggedPath: isCorrected
      ? pathOf(steps.map((step) => ({ ...step, share: step.shown ? step.flaggedShare : null })))
      : '',
    panelPath: pathOf(panel?.steps ?? []),
    ticks: y.ticks(3).map((share) => ({ share, y: y(share) })),
    plot: { left, right, base },
    x,
  };
};
