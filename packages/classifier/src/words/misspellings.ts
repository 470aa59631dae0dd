/** Shorter words are too near to others. */
const SHORTEST_SWAPPED = 5;
const SHORTEST_SHORTENED = 7;
const LONGEST = 24;
const LETTERS = /^[a-zß-ɏͰ-ԯء-ي]+$/;

/**
 * Ordinary words that are one slip from a word of a lexicon («Schule» from a word for gay people, «trucs» from «Turcs»):
 * what 237,000 real posts held. In normalised spelling.
 */
const ORDINARY = new Set(
  (
    'covert decides feels google lairs migrate nigers refuge refuges romans sitting violet waking waters ' +
    'conrad mensa traine trema trucs schade schule schulen zeigen binden bosnien algerien agypten indern kohle spanien spaten ' +
    'tranen mazedonien versucht schutz algeria argelia avrai colombina corana corano corato creano credo setta trama tunisia ' +
    'bahia bracos carbon cristina cristo falas farca feiras marcas marias monolito multas negada placas quere serias serios ' +
    'tapete truco trucos verem afrika aralar bayar cifti donem donemler engeli karlar katli marda marsi topla ' +
    'banta dalti fajar harmi milti mesir ferma fermat fermen fermes greek sakta shitet الرعب'
  ).split(' '),
);

/** Words that a form may have been with two neighbouring letters, neither of them the first, swapped: «mulsim». */
export const unswapped = (form: string): string[] => {
  if (form.length < SHORTEST_SWAPPED || form.length > LONGEST || !LETTERS.test(form) || ORDINARY.has(form)) return [];
  const words: string[] = [];
  for (let at = 1; at + 1 < form.length; at++) {
    const [left, right] = [form.charAt(at), form.charAt(at + 1)];
    if (left !== right) words.push(form.slice(0, at) + right + left + form.slice(at + 2));
  }
  return words;
};

/** Forms that a word may have with a letter left out, neither the first nor the last: «foreiger». */
export const shortened = (word: string): string[] => {
  if (word.length < SHORTEST_SHORTENED || !LETTERS.test(word)) return [];
  const forms = new Set<string>();
  for (let at = 1; at + 1 < word.length; at++) forms.add(word.slice(0, at) + word.slice(at + 1));
  return [...forms].filter((form) => !ORDINARY.has(form));
};

/** The key under which a term is found by its word with a letter left out. */
export const shortenedKey = (form: string): string => `x:${form}`;
