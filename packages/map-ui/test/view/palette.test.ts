import { SIGNALS } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { FLAGGED_CLASSES, RATE_CLASSES } from '../../src/view/classes.js';
import { PALETTES, paletteOf, SILENCE } from '../../src/view/palette.js';
import { distance, labOf } from './simulate-sight.js';

const SIGHTS = ['usual', 'protanopia', 'deuteranopia', 'greyscale'] as const;
const chroma = (colour: string): number => {
  const [, a, b] = labOf(colour, 'usual');
  return Math.hypot(a, b);
};

describe.each(PALETTES.map((palette, index) => ({ palette, index })))('palette $index', ({ palette }) => {
  const scales = [RATE_CLASSES[0], FLAGGED_CLASSES[0]].map((names) => names.map((name) => palette[name]));

  it.each(SIGHTS)('keeps any two classes of a scale apart under %s', (sight) => {
    for (const colours of scales) {
      colours.forEach((one, index) => {
        for (const other of colours.slice(index + 1)) {
          expect(distance(one, other, sight), `${one} and ${other}`).toBeGreaterThan(10);
        }
      });
    }
  });

  it.each(SIGHTS)('falls in lightness from class to class under %s, so that it reads without colour', (sight) => {
    for (const colours of scales) {
      const lightness = colours.map((colour) => labOf(colour, sight)[0]);
      lightness.slice(1).forEach((value, index) => {
        expect((lightness[index] ?? 0) - value).toBeGreaterThan(8);
      });
    }
  });

  it.each(SIGHTS)('tells less apart the less sure a share is, and neighbours still at a look, under %s', (sight) => {
    for (const rows of [RATE_CLASSES, FLAGGED_CLASSES]) {
      const spreads = rows.slice(0, 3).map((row) => {
        row.slice(1).forEach((name, index) => {
          const before = palette[row[index] ?? name];
          expect(distance(before, palette[name], sight), name).toBeGreaterThan(4);
        });
        return distance(palette[row[0]], palette[row.at(-1) ?? row[0]], sight);
      });
      expect(spreads[0] ?? 0).toBeGreaterThan(1.3 * (spreads[1] ?? 0));
      expect(spreads[1] ?? 0).toBeGreaterThan(1.3 * (spreads[2] ?? 0));
    }
  });

  it.each(['usual', 'protanopia', 'deuteranopia'] as const)(
    'paints nothing that is too unsure like a sure share, under %s',
    (sight) => {
      for (const rows of [RATE_CLASSES, FLAGGED_CLASSES])
        for (const sure of rows[0])
          expect(distance(palette[rows[3][0]], palette[sure], sight), sure).toBeGreaterThan(10);
    },
  );

  it('paints what is too unsure quietly: hardly coloured, and of uncorrected shares paler than all but the lowest', () => {
    for (const rows of [RATE_CLASSES, FLAGGED_CLASSES]) expect(chroma(palette[rows[3][0]])).toBeLessThan(10);
    const [unsure] = labOf(palette[FLAGGED_CLASSES[3][0]], 'usual');
    for (const sure of FLAGGED_CLASSES[0].slice(1)) expect(unsure).toBeGreaterThan(labOf(palette[sure], 'usual')[0]);
  });

  it('paints uncorrected shares in pencil: no class of theirs has a quarter of the colour of its corrected like', () => {
    FLAGGED_CLASSES[0].forEach((name, index) => {
      const corrected = palette[RATE_CLASSES[0][index] ?? 'rate-1'];
      if (index > 0) expect(chroma(palette[name]), name).toBeLessThan(0.45 * chroma(corrected));
      expect(distance(palette[name], corrected, 'usual'), name).toBeGreaterThan(index === 0 ? 5 : 10);
    });
  });
});

describe('paletteOf', () => {
  it('paints what is hostile alike and good news otherwise', () => {
    const hostile = SIGNALS.filter((signal) => signal !== 'bridging').map(paletteOf);
    expect(new Set(hostile).size).toBe(1);
    expect(hostile).not.toContain(paletteOf('bridging'));
  });
});

describe('the textures', () => {
  it('have inks that stand out from their grounds', () => {
    for (const { ground, ink } of Object.values(SILENCE)) {
      expect(labOf(ground, 'usual')[0] - labOf(ink, 'usual')[0]).toBeGreaterThan(20);
    }
  });
});
