/** One cell of a table and the cells that it is the sum of, by their place in the list. */
export interface Margin {
  total: number;
  parts: number[];
}

type Dimensions = Readonly<Record<string, unknown>>;

/** What stands for all values of a dimension. */
const isAll = (value: unknown): boolean => value === null || value === undefined || value === 'all';

const keyOf = (cell: Dimensions, dimensions: readonly string[], without: string): string =>
  JSON.stringify(
    dimensions.flatMap((dimension) =>
      dimension === without ? [] : [isAll(cell[dimension]) ? null : String(cell[dimension])],
    ),
  );

/**
 * Which cells are sums of which: a cell that says nothing of one dimension (null, left out, or `all`) is the sum of the
 * cells that are like it but for a value there. A neighbourhood that names its district is a part of the district's cell
 * and of the city's.
 * @param cells dimensions alone, no figures
 */
export const marginsOf = (cells: readonly Dimensions[]): Margin[] => {
  const dimensions = [...new Set(cells.flatMap((cell) => Object.keys(cell)))].sort();
  const margins: Margin[] = [];
  const collect = (along: string, of: readonly string[], isPart: (cell: Dimensions) => boolean): void => {
    const parts = new Map<string, number[]>();
    for (const [at, cell] of cells.entries()) {
      if (isAll(cell[along]) || !isPart(cell)) continue;
      const key = keyOf(cell, of, along);
      const list = parts.get(key);
      if (list) list.push(at);
      else parts.set(key, [at]);
    }
    for (const [at, cell] of cells.entries()) {
      if (!isAll(cell[along])) continue;
      if (of.length < dimensions.length && !isAll(cell.district)) continue;
      const found = parts.get(keyOf(cell, of, along));
      if (found) margins.push({ total: at, parts: found });
    }
  };
  for (const along of dimensions) collect(along, dimensions, (cell) => along !== 'district' || isAll(cell.area));
  // The city is the sum of the neighbourhoods too, whatever their districts.
  const whole = dimensions.filter((dimension) => dimension !== 'district');
  if (whole.length < dimensions.length && dimensions.includes('area'))
    collect('area', whole, (cell) => !isAll(cell.district));
  return margins;
};
