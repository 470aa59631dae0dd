import type { Position } from '@marsad/records';
import type { AreaProblem } from './problems.js';
import type { Parts } from './read-geometry.js';

const PANEL = 420;
const MARGIN = 10;
/** The close-up shows about this many corners around the spot. */
const CORNERS_IN_CLOSE_UP = 5;
/** Colours that are told apart without colour vision too: Okabe and Ito's blue and orange. */
const COLOURS = ['#0072b2', '#e69f00'] as const;
/** Frames away from the frame where lines end. */
const FAR = 2_000;
/** More corners than this make no better picture of a whole area. */
const MOST_CORNERS = 20_000;

/** West, south, east, north in the plane of the picture. */
type Box = [number, number, number, number];

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\p{Cc}/gu, ' ');

const around = ([x, y]: Position, half: number): Box => [x - half, y - half, x + half, y + half];

const boxOf = (positions: readonly Position[]): Box => {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
};

/** A square that holds the box, with some air. */
const squareOver = ([west, south, east, north]: Box): Box => {
  const half = Math.max(east - west, north - south, 1e-9) * 0.55;
  return around([(west + east) / 2, (south + north) / 2], half);
};

const panel = (outlines: readonly Parts[], spot: Position, box: Box, left: number, caption: string): string => {
  const [west, , east, north] = box;
  const scale = PANEL / (east - west);
  const at = ([x, y]: Position): string => `${((x - west) * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`;
  // Far outside the frame a viewer's arithmetic gives up, so lines end a little beyond it.
  const isNear = ([x, y]: Position): boolean =>
    Math.abs((x - west) * scale - PANEL / 2) < PANEL * FAR && Math.abs((north - y) * scale - PANEL / 2) < PANEL * FAR;
  const paths = outlines.map((parts, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const rings = parts.flat();
    const whole = rings.every((ring) => ring.every(isNear));
    // A ring that leaves the frame far behind is drawn as its edges near the frame, without a filling.
    const path = rings.flatMap((ring) =>
      whole
        ? [`M${ring.map(at).join('L')}Z`]
        : ring.slice(1).flatMap((to, edge) => {
            const from = ring[edge] ?? to;
            return isNear(from) || isNear(to) ? [`M${at(from)}L${at(to)}`] : [];
          }),
    );
    const fill = whole ? `fill="${colour}" fill-opacity="0.2" fill-rule="evenodd"` : 'fill="none"';
    return `<path d="${path.join('')}" ${fill} stroke="${colour}" stroke-width="1.5"/>`;
  });
  const [x = '0', y = '0'] = at(spot).split(' ');
  return [
    `<svg x="${left}" y="40" width="${PANEL}" height="${PANEL}" viewBox="0 0 ${PANEL} ${PANEL}">`,
    `<rect width="${PANEL}" height="${PANEL}" fill="#fff" stroke="#999"/>`,
    ...paths,
    `<circle cx="${x}" cy="${y}" r="9" fill="none" stroke="#c00" stroke-width="2.5"/>`,
    '</svg>',
    `<text x="${left}" y="${PANEL + 60}">${escaped(caption)}</text>`,
  ].join('\n');
};

const length = (metres: number): string =>
  metres >= 1000 ? `${Number((metres / 1000).toPrecision(2))} km` : `${Number(metres.toPrecision(2))} m`;

/**
 * A picture of the spot where boundaries are wrong: the areas concerned on the left, the spot close up on the right, so
 * close that only a handful of corners are in the frame.
 * @returns an SVG document; undefined for a problem that has no place
 */
export const drawProblem = ({ error, position, outlines }: AreaProblem): string | undefined => {
  if (position === undefined || outlines.every((parts) => parts.length === 0)) return undefined;
  const isDegrees = Math.abs(position[1]) <= 90;
  // Degrees of longitude are narrower than those of latitude.
  const narrow = isDegrees ? Math.max(Math.cos((position[1] * Math.PI) / 180), 0.01) : 1;
  const onPlane = ([x, y]: Position): Position => [x * narrow, y];
  const drawn = outlines.map((parts) =>
    parts.map((rings) =>
      rings.map((ring) => {
        const step = Math.ceil(ring.length / MOST_CORNERS);
        return ring.filter((_, at) => at % step === 0).map(onPlane);
      }),
    ),
  );
  const spot = onPlane(position);
  const corners = drawn.flat(3);
  const distances = Float64Array.from(corners, ([x, y]) =>
    Math.max(Math.abs(x - spot[0]), Math.abs(y - spot[1])),
  ).sort();
  const half = Math.max((distances[CORNERS_IN_CLOSE_UP] ?? distances.at(-1) ?? 0) * 1.2, 1e-6);
  const scaleOf = isDegrees ? `, ${length(2 * half * 111_195)} wide` : '';
  const width = 2 * PANEL + 3 * MARGIN;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${PANEL + 70}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(error.message)}</title>`,
    `<rect width="${width}" height="${PANEL + 70}" fill="#f6f6f6"/>`,
    `<text x="${MARGIN}" y="24">${escaped(error.message)}</text>`,
    panel(drawn, spot, squareOver(boxOf([...corners, spot])), MARGIN, 'where it is'),
    panel(drawn, spot, around(spot, half), PANEL + 2 * MARGIN, `the spot${scaleOf}`),
    '</svg>',
  ].join('\n')}\n`;
};
