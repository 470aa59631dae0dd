import { PageTable } from '../page-table.js';

/**
 * Letters beyond the plain ones of their script that a language is written with. A text with others of this list is
 * hardly in that language («ñ» is no Italian, «ы» no Bulgarian); loan words and names make it a penalty, not a proof.
 */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  eng: '',
  fra: 'àâæçéèêëîïôœùûüÿ',
  spa: 'áéíñóúü',
  deu: 'äöüß',
  ita: 'àèéìíîòóùú',
  por: 'àáâãçéêíóôõúü',
  tur: 'çğıöşüâîû',
  sqi: 'çë',
  swh: '',
  nld: 'ëïéèöü',
  ron: 'ăâîșțşţ',
  cat: 'àçèéíïòóúü',
  pol: 'ąćęłńóśźż',
  mkd: 'ѓќѕџјљњ',
  srp: 'ђћџјљњ',
  bul: 'ъщйюяь',
  rus: 'ыэёъщйюяь',
  ukr: 'іїєґщйюяь',
};
const all = Object.values(OWN_LETTERS).join('');
/** 1 for the letters of the list. */
const listed = new PageTable((unit) => (all.includes(String.fromCharCode(unit)) ? 1 : 0));
const own = new Map(Object.entries(OWN_LETTERS).map(([code, letters]) => [code, new Set(letters)]));

/** The listed letters of a lower-case text, each once. */
export const listedLetters = (text: string): string[] => {
  const found: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (listed.of(text.charCodeAt(i)) === 0) continue;
    const letter = text.charAt(i);
    if (!found.includes(letter)) found.push(letter);
  }
  return found;
};

/** How many of these letters are foreign to a language. */
export const foreignLetters = (letters: readonly string[], code: string): number => {
  const known = own.get(code);
  return known ? letters.filter((letter) => !known.has(letter)).length : 0;
};
