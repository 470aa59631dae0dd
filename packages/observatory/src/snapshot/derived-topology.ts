import type { SnapshotAreas } from '@marsad/records';
import { topology } from 'topojson-server';
import { canonicalJson } from './canonical-json.js';

/** Steps across the city on either axis: about a metre in a city of a hundred kilometres. */
const STEPS = 100_000;

/**
 * The areas as TopoJSON: neighbours keep one border between them, and the file is a third of the GeoJSON or less. The same
 * areas give the same bytes.
 */
export const topologyBytes = ({ features }: SnapshotAreas): Uint8Array => {
  const collection = { type: 'FeatureCollection' as const, features: features.map((feature) => ({ ...feature })) };
  return new TextEncoder().encode(`${canonicalJson(topology({ areas: collection }, STEPS))}\n`);
};
