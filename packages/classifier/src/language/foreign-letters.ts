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
const listed = new Set(Object.values(OWN_LETTERS).join(''));
const own = new Map(Object.entries(OWN_LETTERS).map(([code, letters]) => [code, new Set(letters)]));

/** The listed letters of a text, in lower case, each once. */
export const listedLetters = (text: string): string[] => [
  ...new Set(Array.from(text.toLowerCase()).filter((letter) => listed.has(letter))),
];

/** How many of these letters are foreign to a language. */
export const foreignLetters = (letters: readonly string[], code: string): number => {
  const known = own.get(code);
  return known ? letters.filter((letter) => !known.has(letter)).length : 0;
};
