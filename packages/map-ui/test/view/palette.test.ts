import { SIGNALS } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { RATE_CLASSES } from '../../src/view/classes.js';
import { PALETTES, paletteOf, SILENCE } from '../../src/view/palette.js';
import { distance, labOf } from './simulate-sight.js';

const SIGHTS = ['usual', 'protanopia', 'deuteranopia', 'greyscale'] as const;

describe.each(PALETTES.map((palette, index) => ({ palette, index })))('palette $index', ({ palette }) => {
  const colours = RATE_CLASSES.map((name) => palette[name]);

  it.each(SIGHTS)('keeps any two classes apart under %s', (sight) => {
    colours.forEach((one, index) => {
      for (const other of colours.slice(index + 1)) {
        expect(distance(one, other, sight), `${one} and ${other}`).toBeGreaterThan(10);
      }
    });
  });

  it.each(SIGHTS)('falls in lightness from class to class under %s, so that it reads without colour', (sight) => {
    const lightness = colours.map((colour) => labOf(colour, sight)[0]);
    lightness.slice(1).forEach((value, index) => {
      expect((lightness[index] ?? 0) - value).toBeGreaterThan(8);
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

describe('the three silences', () => {
  it('have inks that stand out from their grounds', () => {
    for (const { ground, ink } of Object.values(SILENCE)) {
      expect(labOf(ground, 'usual')[0] - labOf(ink, 'usual')[0]).toBeGreaterThan(20);
    }
  });
});
