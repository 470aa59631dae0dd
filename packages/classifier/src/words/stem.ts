// natural's root would load dotenv and database clients; each stemmer alone is a small file without side effects.
import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import frenchStemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';

export type StemLanguage = 'eng' | 'fra';

/** The Porter stem of a folded Latin word. */
export const stem = (word: string, language: StemLanguage): string =>
  (language === 'eng' ? englishStemmer : frenchStemmer).stem(word);
