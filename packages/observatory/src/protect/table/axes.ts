import { isAll } from './table-margins.js';

type Dimensions = Readonly<Record<string, unknown>>;

/** Where a cell stands on one axis, as one text. */
export type Coordinate = string;

/** Numbers of cells along one axis that may change together so that every sum along it stays: by one more, or one less. */
type LineMove = readonly (readonly [coordinate: Coordinate, by: 1 | -1])[];

/**
 * One way in which the cells of a table differ: a dimension, or areas and their districts together, which lie in one another.
 */
export interface Axis {
  dimensions: readonly string[];
  coordinateOf(cell: Dimensions): Coordinate;
  /** the moves in which the cell at this place gains one */
  movesFrom(coordinate: Coordinate): LineMove[];
  /** the place itself and all that hold it, up to the whole */
  chainFrom(coordinate: Coordinate): Coordinate[];
}

const NOWHERE = JSON.stringify([null]);

const wordOf = (cell: Dimensions, dimension: string): string | null =>
  isAll(cell, dimension) ? null : String(cell[dimension]);

const flatAxis = (cells: readonly Dimensions[], dimension: string): Axis => {
  const coordinateOf = (cell: Dimensions): Coordinate => JSON.stringify([wordOf(cell, dimension)]);
  const all = [...new Set(cells.map(coordinateOf))].sort();
  const values = all.filter((one) => one !== NOWHERE);
  return {
    dimensions: [dimension],
    coordinateOf,
    chainFrom: (from) => [...new Set([from, NOWHERE])],
    movesFrom: (from) => [
      [[from, 1]],
      ...(from === NOWHERE
        ? values.map(
            (value): LineMove => [
              [from, 1],
              [value, 1],
            ],
          )
        : [
            ...values.flatMap((value): LineMove[] =>
              value === from
                ? []
                : [
                    [
                      [from, 1],
                      [value, -1],
                    ],
                  ],
            ),
            [
              [from, 1],
              [NOWHERE, 1],
            ] as LineMove,
          ]),
    ],
  };
};

/** Areas in districts in the city: a move of an area that leaves its district moves the districts too. */
const placeAxis = (cells: readonly Dimensions[]): Axis => {
  const at = (area: string | null, district: string | null): Coordinate => JSON.stringify([area, district]);
  const coordinateOf = (cell: Dimensions): Coordinate => at(wordOf(cell, 'area'), wordOf(cell, 'district'));
  const parse = (place: Coordinate): { area: string | null; district: string | null } => {
    const [area, district] = JSON.parse(place) as [string | null, string | null];
    return { area, district };
  };
  const places = [...new Set(cells.map(coordinateOf))].sort().map(parse);
  const areas = places.flatMap(({ area, district }) => (area === null ? [] : [{ area, district }]));
  const districts = [...new Set(places.map(({ district }) => district))];
  const areasOf = (district: string | null) => areas.filter((one) => one.district === district);
  const city = at(null, null);
  /** One more in an area: in its district too. Where areas name no district, that is the city, which stands apart. */
  const withDistrict = (area: string | null, district: string | null, by: 1 | -1): LineMove => [
    ...(area === null ? [] : [[at(area, district), by] as const]),
    ...(district === null ? [] : [[at(null, district), by] as const]),
  ];
  /** Everything in a district that may change by one: an area of it, or itself alone where its areas are not told. */
  const inDistrict = (district: string | null, by: 1 | -1): LineMove[] => {
    const own = areasOf(district).map(({ area }) => withDistrict(area, district, by));
    return district === null ? own : [...own, withDistrict(null, district, by)];
  };
  return {
    dimensions: ['area', 'district'],
    coordinateOf,
    chainFrom: (from) => [...new Set([from, at(null, parse(from).district), city])],
    movesFrom: (from) => {
      const { area, district } = parse(from);
      const others = districts.filter((one) => one !== district);
      if (area === null && district === null)
        return [
          [[city, 1]],
          ...districts.flatMap((one) => inDistrict(one, 1)).map((move): LineMove => [[city, 1], ...move]),
        ];
      const own = area === null ? inDistrict(district, 1) : [withDistrict(area, district, 1)];
      const away = others.flatMap((one) => inDistrict(one, -1));
      const siblings = areasOf(district).flatMap((one): LineMove[] =>
        area === null || one.area === area
          ? []
          : [
              [
                [from, 1],
                [at(one.area, district), -1],
              ],
            ],
      );
      return [
        [[from, 1]],
        ...siblings,
        ...own.flatMap((gains) => [...away.map((loses) => [...gains, ...loses]), [...gains, [city, 1] as const]]),
      ];
    },
  };
};

/** The axes of a table. */
export const axesOf = (cells: readonly Dimensions[], dimensions: readonly string[]): Axis[] => {
  const isPlaced = dimensions.includes('area') && dimensions.includes('district');
  const flat = isPlaced ? dimensions.filter((one) => one !== 'area' && one !== 'district') : dimensions;
  return [...(isPlaced ? [placeAxis(cells)] : []), ...flat.map((dimension) => flatAxis(cells, dimension))];
};
