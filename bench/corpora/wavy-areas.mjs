import { seeded } from './seeded.mjs';

/** @typedef {[number, number]} Position */

const WEST = 18;
const SOUTH = 35.3;
const WIDTH = 0.45;
const HEIGHT = 0.3;
/** Edges between two corners, hence 200 in a polygon. */
const SIDE = 50;

/**
 * Neighbourhoods that tile a city without gaps: a grid whose corners are displaced and whose borders wave, each border
 * the same for both its neighbours.
 * @param {number} columns
 * @param {number} rows
 */
export const wavyAreas = (columns, rows) => {
  const random = seeded(5);
  const [wide, high] = [WIDTH / columns, HEIGHT / rows];
  /** @param {number} line @param {number} lines */
  const shift = (line, lines) => (line > 0 && line < lines ? (random() - 0.5) / 2 : 0);
  const corners = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from(
      { length: columns + 1 },
      (_, column) =>
        /** @type {Position} */ ([
          WEST + wide * (column + shift(column, columns)),
          SOUTH + high * (row + shift(row, rows)),
        ]),
    ),
  );
  /** @param {number} row @param {number} column */
  const corner = (row, column) => corners[row]?.[column] ?? /** @type {Position} */ ([WEST, SOUTH]);

  /**
   * A waving line, its end left out.
   * @param {Position} from
   * @param {Position} to
   * @param {boolean} straight at the edge of the city
   */
  const border = ([fromX, fromY], [toX, toY], straight) => {
    const [waves, ripples] = [2 + 5 * random(), 7 + 9 * random()];
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    return Array.from({ length: SIDE }, (_, step) => {
      const done = step / SIDE;
      const wave = Math.sin(waves * 6 * done) + Math.sin(ripples * 6 * done) / 2;
      const aside = straight ? 0 : 0.06 * Math.sin(Math.PI * done) * wave;
      return /** @type {Position} */ ([fromX + alongX * done - alongY * aside, fromY + alongY * done + alongX * aside]);
    });
  };
  const across = corners.map((line, row) =>
    line.slice(1).map((to, column) => border(corner(row, column), to, row === 0 || row === rows)),
  );
  const upwards = corners
    .slice(1)
    .map((line, row) => line.map((to, column) => border(corner(row, column), to, column === 0 || column === columns)));

  /**
   * A border walked from its other end.
   * @param {Position[]} line
   * @param {Position} end
   */
  const back = (line, end) => [end, ...line.slice(1).reverse()];
  const features = Array.from({ length: rows * columns }, (_, number) => {
    const [row, column] = [Math.floor(number / columns), number % columns];
    const ring = [
      ...(across[row]?.[column] ?? []),
      ...(upwards[row]?.[column + 1] ?? []),
      ...back(across[row + 1]?.[column] ?? [], corner(row + 1, column + 1)),
      ...back(upwards[row]?.[column] ?? [], corner(row + 1, column)),
      corner(row, column),
    ];
    return {
      type: /** @type {const} */ ('Feature'),
      id: `area-${number}`,
      properties: {},
      geometry: { type: /** @type {const} */ ('Polygon'), coordinates: [ring] },
    };
  });
  return { type: /** @type {const} */ ('FeatureCollection'), features };
};

/** A thousand neighbourhoods of two hundred edges. */
export const thousandAreas = () => wavyAreas(40, 25);

/**
 * Points all over the city of `wavyAreas`.
 * @param {number} count
 * @returns {Position[]}
 */
export const pointsInCity = (count) => {
  const random = seeded(9);
  return Array.from({ length: count }, () => [WEST + WIDTH * random(), SOUTH + HEIGHT * random()]);
};
