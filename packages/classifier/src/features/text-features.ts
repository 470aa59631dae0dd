import type { Analysis } from '../compose/analyse-text.js';
import { characterGrams } from './character-grams.js';
import type { FeatureList, FeatureSink } from './feature-list.js';
import { findingMarks } from './finding-marks.js';
import { hashText } from './hash.js';
import { kindGrams } from './kind-grams.js';
import { relationGrams } from './relation-grams.js';
import { wordGrams } from './word-grams.js';
import { wordKinds } from './word-kinds.js';

/** Where the hash of a word's form begins, by which word features are named. */
export const FORM_SEED = 0x811c9dc5;
/** Words of a text that are read for character and word features; a longer text has said what it is by then. */
export const MOST_WORDS = 400;

/**
 * The families after characters: words, relations, kinds, findings.
 * @param hashes of the forms of all words of the text
 */
export const featuresAfterCharacters = (
  analysis: Analysis,
  language: string,
  hashes: readonly number[],
  sink: FeatureSink,
): void => {
  const { reading } = analysis;
  const count = Math.min(reading.words.length, MOST_WORDS);
  for (let at = 0; at < count; at++) wordGrams(hashes, at, sink);
  sink.endFamily();
  const kinds = wordKinds(reading);
  relationGrams(reading, kinds, hashes, sink);
  sink.endFamily();
  kindGrams(reading, kinds, sink);
  sink.endFamily();
  findingMarks(analysis, language, sink);
  sink.endFamily();
};

/**
 * The features of an analysed text, family after family in the order of FAMILIES. The list is a view of the sink's
 * memory and holds until the sink is used again.
 */
export const textFeatures = (analysis: Analysis, language: string, sink: FeatureSink): FeatureList => {
  const { words } = analysis.reading;
  const hashes: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const form = words[at]?.form ?? '';
    hashes.push(hashText(FORM_SEED, form));
    if (at < MOST_WORDS) characterGrams(form, sink);
  }
  sink.endFamily();
  featuresAfterCharacters(analysis, language, hashes, sink);
  return sink.take();
};
