import { createRequire } from 'node:module';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { polygonFeatures } from '../../src/map/features.js';
import { fillColour, mapStyle, nameFilters } from '../../src/map/style.js';
import { CHANGE_CLASSES } from '../../src/view/change.js';
import { CHANGE_PALETTE } from '../../src/view/change-palette.js';
import { AREA_CLASSES, FLAGGED_CLASSES, RATE_CLASSES } from '../../src/view/classes.js';
import { PALETTES, paletteOf, SILENCE } from '../../src/view/palette.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';

const { areas } = makeSnapshot();
const style = mapStyle('ar', paletteOf('hate'), areas, './arabic.woff2');

// The style specification is MapLibre's dependency and not ours: it is asked for from where MapLibre stands.
const ours = createRequire(import.meta.url);
const { dependencies } = ours('maplibre-gl/package.json') as { dependencies: Record<string, string> };
const specName = Object.keys(dependencies).find((name) => name.endsWith('style-spec')) ?? '';
const specPath = createRequire(ours.resolve('maplibre-gl/package.json')).resolve(specName);

interface StyleSpec {
  validateStyleMin: (style: StyleSpecification) => { message: string }[];
  expression: {
    createExpression: (
      expression: unknown,
      rootKey: string,
    ) => {
      result: string;
      value: { evaluate: (globals: object, feature: unknown, state: object) => { toString: () => string } };
    };
  };
}
const spec = (await import(specPath)) as StyleSpec;

describe('mapStyle', () => {
  it('is valid by the style specification', () => {
    expect(spec.validateStyleMin(style)).toEqual([]);
  });

  it('writes the name of the selected area however small it is, and no name twice', () => {
    const layers = Object.fromEntries(nameFilters(3));
    const chosen = { ...style, layers: style.layers.map((one) => ({ ...one, filter: layers[one.id] ?? undefined })) };
    expect(JSON.stringify(layers['area-name-chosen'])).toBe('["==",["id"],3]');
    expect(JSON.stringify(layers['area-names'])).toContain('["!=",["id"],3]');
    const named = chosen.layers.filter(({ id }) => id in layers);
    expect(named).toHaveLength(2);
    const filtered = style.layers.map((one) => named.find(({ id }) => id === one.id) ?? one);
    expect(spec.validateStyleMin({ ...style, layers: filtered as typeof style.layers })).toEqual([]);
  });

  it('asks nobody for anything but the page’s own Arabic font', () => {
    const urls = JSON.stringify(style).match(/"(?:url|glyphs|sprite|tiles)":[^,}\]]*/g);
    expect(urls).toEqual(['"url":"./arabic.woff2"']);
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });

  it('holds no figure', () => {
    expect(polygonFeatures(areas).features.every((one) => Object.keys(one.properties ?? {}).length === 0)).toBe(true);
  });

  it('colours every class, and what has no state yet as no data', () => {
    for (const palette of PALETTES) {
      const made = spec.expression.createExpression(fillColour(palette), 'layers[1].paint.fill-color');
      expect(made.result).toBe('success');
      const colour = (state: object): string =>
        made.value.evaluate({ zoom: 12 }, { type: 'Polygon', properties: {} }, state).toString();
      for (const name of [...RATE_CLASSES.flat(), ...FLAGGED_CLASSES.flat()])
        expect(colour({ class: name })).toBe(palette[name]);
      expect(colour({ class: 'cannot-tell' })).toBe(SILENCE['cannot-tell'].ground);
      expect(colour({ class: 'suppressed' })).toBe(SILENCE.suppressed.ground);
      expect(colour({ class: 'other-weeks' })).toBe(SILENCE['other-weeks'].ground);
      expect(colour({ class: 'no-data' })).toBe(SILENCE['no-data'].ground);
      for (const name of CHANGE_CLASSES) expect(colour({ class: name })).toBe(CHANGE_PALETTE[name]);
      expect(colour({})).toBe(colour({ class: 'no-data' }));
      expect(new Set(AREA_CLASSES.map((name) => colour({ class: name }))).size).toBe(AREA_CLASSES.length);
    }
  });
});
