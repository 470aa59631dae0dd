import type { Analysis } from '../compose/analyse-text.js';
import { characterGrams } from './character-grams.js';
import type { FeatureList, FeatureSink } from './feature-list.js';
import { findingMarks } from './finding-marks.js';
import { hashText } from './hash.js';
import { kindGrams } from './kind-grams.js';
import { relationGrams } from './relation-grams.js';
import { wordGrams } from './word-grams.js';
import { wordKinds } from './word-kinds.js';

const SEED = 0x811c9dc5;
/** Words of a text that are read for character and word features; a longer text has said what it is by then. */
const MOST_WORDS = 400;

/** Hashes of the words' forms, by which word features are named. */
export const wordHashes = ({ reading }: Analysis): Int32Array =>
  Int32Array.from(reading.words, ({ form }) => hashText(SEED, form));

/**
 * The features of an analysed text, family after family in the order of FAMILIES. The list is a view of the sink's
 * memory and holds until the sink is used again.
 */
export const textFeatures = (analysis: Analysis, language: string, sink: FeatureSink): FeatureList => {
  const { reading } = analysis;
  const words = reading.words.length > MOST_WORDS ? reading.words.slice(0, MOST_WORDS) : reading.words;
  for (const word of words) characterGrams(word, sink);
  sink.endFamily();
  const hashes = wordHashes(analysis);
  for (let at = 0; at < words.length; at++) wordGrams(hashes, at, sink);
  sink.endFamily();
  const kinds = wordKinds(reading);
  relationGrams(reading, kinds, hashes, sink);
  sink.endFamily();
  kindGrams(reading, kinds, sink);
  sink.endFamily();
  findingMarks(analysis, language, sink);
  sink.endFamily();
  return sink.take();
};
