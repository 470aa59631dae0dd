/** One cell of a table and the cells that it is the sum of, by their place in the list. */
export interface Margin {
  /** the dimension of which the total is all */
  along: string;
  total: number;
  parts: number[];
}

type Dimensions = Readonly<Record<string, unknown>>;

/** Words for all values of a dimension, beside null and none at all. */
const ALL: ReadonlySet<string> = new Set(['', '*', 'all', 'total']);

/** Whether a cell is of all values of a dimension. The city stands for all its areas and districts. */
export const isAll = (cell: Dimensions, dimension: string): boolean => {
  const value = cell[dimension];
  if (value === null || value === undefined) return true;
  if (typeof value !== 'string') return false;
  const word = value.toLowerCase();
  return ALL.has(word) || (word === 'city' && (dimension === 'area' || dimension === 'district'));
};

const keyOf = (cell: Dimensions, dimensions: readonly string[], without: string): string =>
  JSON.stringify(
    dimensions.flatMap((dimension) =>
      dimension === without ? [] : [isAll(cell, dimension) ? null : String(cell[dimension])],
    ),
  );

/**
 * Which cells are sums of which: a cell that says nothing of one dimension (null, left out, `all`, `total`, of areas also `city`) is the sum of the
 * cells that are like it but for a value there. A neighbourhood that names its district is a part of the district's cell
 * and of the city's.
 */
export const marginsOf = (cells: readonly Dimensions[], dimensions: readonly string[]): Margin[] => {
  const margins: Margin[] = [];
  const collect = (along: string, of: readonly string[], isPart: (cell: Dimensions) => boolean): void => {
    const parts = new Map<string, number[]>();
    for (const [at, cell] of cells.entries()) {
      if (isAll(cell, along) || !isPart(cell)) continue;
      const key = keyOf(cell, of, along);
      const list = parts.get(key);
      if (list) list.push(at);
      else parts.set(key, [at]);
    }
    for (const [at, cell] of cells.entries()) {
      if (!isAll(cell, along)) continue;
      if (of.length < dimensions.length && !isAll(cell, 'district')) continue;
      const found = parts.get(keyOf(cell, of, along));
      if (found) margins.push({ along, total: at, parts: found });
    }
  };
  for (const along of dimensions) collect(along, dimensions, (cell) => along !== 'district' || isAll(cell, 'area'));
  // The city is the sum of the neighbourhoods too, whatever their districts.
  const whole = dimensions.filter((dimension) => dimension !== 'district');
  if (whole.length < dimensions.length && dimensions.includes('area'))
    collect('area', whole, (cell) => !isAll(cell, 'district'));
  return margins;
};
