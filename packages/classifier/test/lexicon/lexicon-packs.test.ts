import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readLexiconPacks as readBuilt } from '../../dist/lexicon/lexicon-packs.js';
import { readLexiconPacks } from '../../src/lexicon/lexicon-packs.js';
import { loadLexicons } from '../../src/lexicon/load-lexicons.js';
import { packLexicon } from '../../src/lexicon/pack-lexicon.js';

it('reads what the build compiled as what a program compiles', () => {
  const packs = readBuilt();
  for (const file of loadLexicons()) {
    const built = packs.get(file.language)?.();
    const fresh = packLexicon(file);
    expect(built?.parts, file.language).toEqual(fresh.parts);
    expect(built?.numbers.length, file.language).toBe(fresh.numbers.length);
    expect(
      fresh.numbers.every((number, at) => number === built?.numbers[at]),
      file.language,
    ).toBe(true);
  }
});

it('leaves code that was not built to compile its own', () => {
  expect(existsSync(new URL('../../src/lexicon-packs.bin', import.meta.url))).toBe(false);
  expect(readLexiconPacks().size).toBe(0);
});
