/** Shapefiles without the network: shpjs ships no types. */
declare module 'shpjs' {
  /** The parts of one shapefile; without `prj` nothing is reprojected. */
  interface ShapefileParts {
    shp: Uint8Array;
    dbf?: Uint8Array;
    cpg?: string;
  }
  export const getShapefile: (parts: ShapefileParts) => Promise<{ type: 'FeatureCollection'; features: unknown[] }>;
}
