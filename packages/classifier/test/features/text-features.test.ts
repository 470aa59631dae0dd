import { describe, expect, it } from 'vitest';
import { analyseText } from '../../src/compose/analyse-text.js';
import { FAMILIES, type Family, FeatureSink } from '../../src/features/feature-list.js';
import { BUCKETS } from '../../src/features/hash.js';
import { textFeatures } from '../../src/features/text-features.js';
import { detectLanguage } from '../../src/language/detect-language.js';
import { openLexicons } from '../../src/lexicon/choose-lexicons.js';

const lexiconsFor = openLexicons();

const featuresOf = (text: string): Record<Family, number[]> => {
  const language = detectLanguage(text);
  const { buckets, ends } = textFeatures(analyseText(text, lexiconsFor(language)), language.code, new FeatureSink());
  const parts = FAMILIES.map((family, at) => [family, [...buckets.subarray(ends[at - 1] ?? 0, ends[at])]] as const);
  return Object.fromEntries(parts) as Record<Family, number[]>;
};

describe('the features of a text', () => {
  it('are the same each time and lie within the buckets', () => {
    const text = 'Our neighbours from Sudan bring tea, and nobody here is a stranger.';
    expect(featuresOf(text)).toEqual(featuresOf(text));
    for (const bucket of Object.values(featuresOf(text)).flat()) {
      expect(bucket).toBeGreaterThanOrEqual(0);
      expect(bucket).toBeLessThan(BUCKETS);
    }
  });

  it('say the same of what is said of one group and of another', () => {
    const muslims = featuresOf('All Muslims should be thrown out of this country');
    const jews = featuresOf('All Jews should be thrown out of this country');
    expect(muslims.relations.length).toBeGreaterThan(0);
    expect(jews.relations).toEqual(muslims.relations);
    expect(jews.kinds).toEqual(muslims.kinds);
    expect(jews.words).not.toEqual(muslims.words);
  });

  it('have the order of kinds in common across languages', () => {
    const english = new Set(featuresOf('Migrants are vermin').kinds);
    const shared = featuresOf('Les migrants sont des vermines').kinds.filter((bucket) => english.has(bucket));
    expect(shared.length).toBeGreaterThan(2);
  });

  it('have no relations where nobody is named', () => {
    expect(featuresOf('The bus was late again this morning').relations).toEqual([]);
  });
});
