declare module 'which-polygon' {
  /** Gives the properties of the first area in which a point lies. */
  type Query = (point: readonly [number, number]) => Record<string, unknown> | null;
  const whichPolygon: (areas: { type: string; features: readonly unknown[] }) => Query;
  export = whichPolygon;
}
