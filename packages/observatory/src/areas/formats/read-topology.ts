import { InputError } from '@marsad/records';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import { chooseLayer } from './choose-layer.js';
import type { FeatureList } from './feature-list.js';
import { MOST_VERTICES, tooLarge } from './limits.js';

const pair = z.tuple([z.number(), z.number()]);
const arcIndexes = z.array(z.number().int()).min(1);
const properties = { id: z.unknown().optional(), properties: z.record(z.string(), z.unknown()).nullish() };
const geometry = z.union([
  z.object({ type: z.literal('Polygon'), arcs: z.array(arcIndexes), ...properties }),
  z.object({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(arcIndexes)), ...properties }),
  // Anything else is refused later, by feature.
  z.object({ type: z.string().nullable(), ...properties }),
]);
const topology = z.object({
  type: z.literal('Topology'),
  transform: z.object({ scale: pair, translate: pair }).optional(),
  arcs: z.array(z.array(z.array(z.number()).min(2)).min(1)),
  objects: z.record(z.string(), z.unknown()),
});
const collection = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(geometry) });
/** An object may also be one geometry by itself (TopoJSON 1.0, section 2.1.5). */
const layerSchema = z.union([collection, geometry.transform((only) => ({ geometries: [only] }))]);

/**
 * Reads a TopoJSON topology.
 * @throws InputError for anything that is none, for arcs that are not there, for more vertices than a city has
 */
export const readTopology = (json: unknown, options: { file: string; layer?: string | undefined }): FeatureList => {
  const { file } = options;
  const parse = <Out>(schema: z.ZodType<Out>, value: unknown, what: string): Out => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new InputError(
      'bad-topology',
      `${file}: expected ${what}, got ${issue?.message} at ${issue?.path.join('.')}`,
    );
  };
  const whole = parse(topology, json, 'a TopoJSON topology');
  const name = chooseLayer(Object.keys(whole.objects), options.layer, file);
  const layer = parse(layerSchema, whole.objects[name], `a GeometryCollection in ${name}`);

  // Arcs may be used any number of times: what they would unfold to is counted first.
  let vertices = 0;
  for (const { arcs } of layer.geometries.map((each) => ('arcs' in each ? each : { arcs: [] }))) {
    for (const index of arcs.flat(2)) {
      const arc = whole.arcs[index < 0 ? ~index : index];
      if (arc === undefined)
        throw new InputError('bad-topology', `${file}: expected an arc ${index}, got ${whole.arcs.length} arcs`);
      vertices += arc.length;
    }
    if (vertices > MOST_VERTICES) throw tooLarge(file, 'vertices', MOST_VERTICES, `at least ${vertices}`);
  }
  const features = layer.geometries.map((each) =>
    each.type === 'Polygon' || each.type === 'MultiPolygon'
      ? feature(whole as unknown as Topology, each as unknown as GeometryCollection)
      : { type: 'Feature', properties: each.properties ?? {}, geometry: { type: each.type } },
  );
  return { type: 'FeatureCollection', features };
};
