import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { BASEMAP_LAYERS, BASEMAP_SOURCE, BASEMAP_TRACES, TRACE } from '../../src/map/basemap-style.js';
import { mapStyle } from '../../src/map/style.js';
import { CHANGE_PALETTE } from '../../src/view/change-palette.js';
import { FLAGGED_CLASSES, RATE_CLASSES } from '../../src/view/classes.js';
import { PALETTES, paletteOf } from '../../src/view/palette.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { distance, labOf } from '../view/simulate-sight.js';

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
/** What is seen where an area lies over water. */
const overWater = (colour: string): string => {
  const water = channels(TRACE.water);
  const mixed = channels(colour).map((value, at) =>
    Math.round((1 - TRACE.share) * value + TRACE.share * (water[at] ?? 0)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};
const rates = PALETTES.flatMap((palette) =>
  [RATE_CLASSES[0], FLAGGED_CLASSES[0]].map((names) => names.map((name) => palette[name])),
);

describe('areas over a basemap', () => {
  it.each(['usual', 'protanopia', 'deuteranopia'] as const)(
    'look over water more like their own class than like any other of the scale under %s',
    (sight) => {
      for (const scale of [...rates, Object.values(CHANGE_PALETTE)])
        for (const own of scale) {
          const seen = overWater(own);
          const [nearest] = scale.toSorted((a, b) => distance(seen, a, sight) - distance(seen, b, sight));
          expect(nearest, `${own} over water is seen as ${seen}`).toBe(own);
        }
    },
  );

  it('fall in lightness from class to class, even where the lighter one alone lies over water', () => {
    for (const scale of rates)
      scale.slice(1).forEach((darker, at) => {
        const lightest = Math.max(...[darker, overWater(darker)].map((one) => labOf(one, 'usual')[0]));
        const least = Math.min(...[scale[at] ?? '', overWater(scale[at] ?? '')].map((one) => labOf(one, 'usual')[0]));
        expect(lightest, `${darker} and ${scale[at]}`).toBeLessThan(least);
      });
  });

  it('let water be told from land', () => {
    for (const own of rates.flat()) expect(distance(overWater(own), own, 'usual')).toBeGreaterThan(2.3);
  });
});

describe('the layers of a basemap', () => {
  it('are valid by the style specification, and ask for no names, letters or pictures', async () => {
    const ours = createRequire(import.meta.url);
    const { dependencies } = ours('maplibre-gl/package.json') as { dependencies: Record<string, string> };
    const name = Object.keys(dependencies).find((one) => one.endsWith('style-spec')) ?? '';
    const spec = await import(createRequire(ours.resolve('maplibre-gl/package.json')).resolve(name));
    const layers = [...BASEMAP_LAYERS, ...BASEMAP_TRACES];
    const style = mapStyle('ar', paletteOf('hate'), makeSnapshot().areas, './arabic.woff2');
    const sources = { ...style.sources, [BASEMAP_SOURCE]: { type: 'vector', url: 'pmtiles://city' } };
    expect(spec.validateStyleMin({ ...style, sources, layers: [...layers, ...style.layers] })).toEqual([]);
    expect(layers.map(({ type }) => type)).not.toContain('symbol');
  });
});
