import { withoutPrefixes, withoutSuffixes } from './arabic-affixes.js';
import { arabiziSpelling } from './arabizi-spelling.js';
import { type StemLanguage, stem } from './stem.js';
import type { StemBeginnings } from './stem-beginnings.js';
import { squeeze, unmask } from './unmask.js';

/**
 * The keys under which a word looks up lexicon terms, and under which a term is stored. One letter before a colon
 * keeps the ways of matching apart:
 * - the bare form: written exactly so (Arabic: with particles peeled off in front)
 * - `a:` Arabic, with an ending peeled off as well, for terms that allow it
 * - `e:`, `f:` English and French stem, for terms marked «~»
 * - `q:` doubled letters squeezed, for elongated words
 * - `z:` Arabic in Latin letters, in one spelling
 */
const ARABIC = /^[\u0620-\u06ff]/;
const LATIN = /^[a-z]+$/;
/** Shorter Arabic terms are matched without endings: too many other words begin with them. */
const SHORTEST_WITH_ENDING = 4;
/** Shorter words in one spelling would meet words of French and English. */
const SHORTEST_RESPELT = 5;

const arabicKeys = (form: string): string[] => {
  const keys = new Set<string>();
  for (const bare of withoutPrefixes(form)) {
    keys.add(bare);
    keys.add(`a:${bare}`);
    for (const rest of withoutSuffixes(bare)) keys.add(`a:${rest}`);
  }
  return [...keys];
};

/** A language whose stems are looked up, and which words may have one of those that there are. */
export interface Stems {
  language: StemLanguage;
  beginnings: StemBeginnings;
}

/** What stands before a stem in its key. */
export const STEM_KEYS: Readonly<Record<StemLanguage, string>> = { eng: 'e:', fra: 'f:' };

/** All keys of one word under which there may be a term, the form itself first. */
export const wordKeys = (form: string, elongated: boolean, stems: readonly Stems[]): string[] => {
  if (ARABIC.test(form)) return arabicKeys(form);
  const keys = [form];
  const plain = unmask(form);
  if (plain !== undefined) keys.push(plain);
  if (elongated) keys.push(`q:${squeeze(plain ?? form)}`);
  if (form.length >= SHORTEST_RESPELT) keys.push(`z:${arabiziSpelling(form)}`);
  const bare = plain ?? form;
  if (bare.length >= 4 && LATIN.test(bare)) {
    for (const { language, beginnings } of stems) {
      if (beginnings.may(bare)) keys.push(STEM_KEYS[language] + stem(bare, language));
    }
  }
  return keys;
};

/** The keys under which a word of a lexicon term is stored; `~` before it asks for its stem, `=` for exactly this form. */
export const termWordKeys = (word: string, language: string): string[] => {
  if (word.startsWith('~')) {
    const bare = word.slice(1);
    const stemmedAs = language === 'fra' ? 'fra' : 'eng';
    return [STEM_KEYS[stemmedAs] + stem(bare, stemmedAs)];
  }
  const exact = word.startsWith('=');
  const bare = exact ? word.slice(1) : word;
  if (ARABIC.test(bare)) return exact || bare.length < SHORTEST_WITH_ENDING ? [bare] : [`a:${bare}`];
  const keys = bare.length >= 4 ? [bare, `q:${squeeze(bare)}`] : [bare];
  if (language.endsWith('-Latn') && arabiziSpelling(bare).length >= SHORTEST_RESPELT)
    keys.push(`z:${arabiziSpelling(bare)}`);
  return keys;
};
