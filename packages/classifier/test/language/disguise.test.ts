import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect-language.js';
import { undisguised } from '../../src/language/disguise.js';

describe('undisguised', () => {
  it('reads all digits as letters where one stands for a letter that Arabic in Latin letters writes otherwise', () => {
    expect(undisguised(['mi', 'v3cin0s', 's0n', 'r3yes'])).toEqual(['mi', 'vecinos', 'son', 'reyes']);
  });

  it('leaves numbers, times, names of things and Arabic in Latin letters as they are', () => {
    for (const words of [
      ['4ever', '10h30', 'mp4', '1er', '14juillet', 'covid19', 'b1'],
      ['m3a', 'lwa9t', '10dh', '7it'],
    ]) {
      expect(undisguised(words)).toBe(words);
    }
  });
});

describe('detectLanguage', () => {
  it('does not take disguised words of other languages for Arabic in Latin letters', () => {
    expect(detectLanguage('Los v3cin0s d3 mi c4lle son unos r3yes').code).toBe('spa');
    expect(detectLanguage('m31ne N4chb4rn sind so t0ll').code).toBe('deu');
    expect(detectLanguage('el 7ouma dyalna zwina bzaf m3a nass').code).toBe('ary');
  });
});
