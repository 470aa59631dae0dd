import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeWindows1256 } from '../../src/demo/windows-1256.js';

const decoder = new TextDecoder('windows-1256');

it('writes Arabic, French and Latin letters as one byte each', () => {
  const text = 'حي النصر، باب الزيتون؟ Quartier des Pêcheurs ABC';
  const bytes = encodeWindows1256(text);
  expect(bytes.length).toBe(text.length);
  expect(decoder.decode(bytes)).toBe(text);
});

it('writes what the encoding lacks as a numeric reference, so that every text reads back the same', () => {
  expect(decoder.decode(encodeWindows1256('٢ 😀'))).toBe('&#1634; &#128512;');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((text) => !text.includes('&')),
      (text) => {
        const decoded = decoder.decode(encodeWindows1256(text));
        const restored = decoded.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
        expect(restored).toBe(text);
      },
    ),
  );
});
