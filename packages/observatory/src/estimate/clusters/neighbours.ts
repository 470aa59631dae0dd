/** Which areas touch which: area id → ids of its neighbours, never itself. */
export type Neighbours = ReadonlyMap<string, readonly string[]>;

/** Areas as numbers: their values, and the places of the neighbours of each. */
export interface NumberedAreas {
  areas: string[];
  values: Float64Array;
  neighbours: number[][];
}

/** Areas with a value, by number; neighbours without a value are left out. */
export const numberAreas = (values: ReadonlyMap<string, number>, neighbours: Neighbours): NumberedAreas => {
  const areas = [...values.keys()].sort();
  const places = new Map(areas.map((area, index) => [area, index]));
  return {
    areas,
    values: Float64Array.from(areas, (area) => values.get(area) ?? 0),
    neighbours: areas.map((area) => (neighbours.get(area) ?? []).flatMap((other) => places.get(other) ?? [])),
  };
};
