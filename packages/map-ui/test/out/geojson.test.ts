import { describe, expect, it } from 'vitest';
import { geoJsonOf } from '../../src/out/geojson.js';
import { makeOut } from './make-out.js';

interface Feature {
  id: string;
  properties: Record<string, string | number | null>;
  geometry: { type: string; coordinates: [number, number][][] };
}
const read = (text: string) =>
  JSON.parse(text) as { type: string; bbox: number[]; marsad: Record<string, unknown>; features: Feature[] };

const area = (ring: readonly [number, number][]): number =>
  ring.slice(1).reduce((sum, [x, y], index) => {
    const [px, py] = ring[index] ?? [x, y];
    return sum + (px * y - x * py);
  }, 0);

describe('the GeoJSON', () => {
  const out = makeOut({ signal: 'polarisation' });
  const made = read(geoJsonOf(out));

  it('has the figures of every neighbourhood, null where none is shown, and the notes with the city', () => {
    expect(made.features).toHaveLength(out.areas.length);
    for (const feature of made.features) {
      const figures = out.page.byArea.get(feature.id);
      expect(feature.properties.share).toBe(figures?.rate ?? null);
      expect(feature.properties.low).toBe(figures?.interval?.low ?? null);
      if (figures?.rate === null) expect(feature.properties.posts).toBeNull();
    }
    expect(made.marsad).toMatchObject({ ...out.caption, city: { level: 'city', share: out.page.city.rate } });
  });

  it('winds outer rings against the clock, also those that came the other way round, and has a bounding box', () => {
    const turned = out.areas.map((one) =>
      one.geometry.type === 'Polygon'
        ? {
            ...one,
            geometry: {
              type: 'Polygon' as const,
              coordinates: one.geometry.coordinates.map((ring) => [...ring].reverse()),
            },
          }
        : one,
    );
    for (const { geometry } of [...made.features, ...read(geoJsonOf({ ...out, areas: turned })).features]) {
      expect(area(geometry.coordinates[0] ?? [])).toBeGreaterThan(0);
    }
    expect(made.bbox).toHaveLength(4);
    expect(made.bbox[0]).toBeLessThan(made.bbox[2] ?? 0);
  });
});
