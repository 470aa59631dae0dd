/** A language that can be answered, with its name in each detector. */
export interface EnabledLanguage {
  /** ISO 639-3, macro codes where posts do not tell more (`ara`, `fas`, `sqi`) */
  code: string;
  /** ISO 15924 */
  script: string;
  /** code in franc; undefined where franc does not know it */
  franc?: string;
  /** code in eld; undefined where eld does not know it */
  eld?: string;
}

const list = (script: string, ...rows: readonly [code: string, franc: string, eld: string][]): EnabledLanguage[] =>
  rows.map(([code, franc, eld]) => ({
    code,
    script,
    ...(franc === '' ? {} : { franc }),
    ...(eld === '' ? {} : { eld }),
  }));

/**
 * The languages told apart unless a caller names fewer: those of the cities Marsad is for, and those that would
 * otherwise be taken for one of them.
 */
export const LANGUAGES: readonly EnabledLanguage[] = [
  ...list(
    'Latn',
    ['eng', 'eng', 'en'],
    ['fra', 'fra', 'fr'],
    ['spa', 'spa', 'es'],
    ['deu', 'deu', 'de'],
    ['ita', 'ita', 'it'],
    ['por', 'por', 'pt'],
    ['tur', 'tur', 'tr'],
    ['sqi', 'als', 'sq'],
    ['swh', 'swh', ''],
    ['nld', 'nld', 'nl'],
    ['ron', 'ron', 'ro'],
    ['cat', 'cat', 'ca'],
    ['pol', 'pol', 'pl'],
  ),
  ...list('Arab', ['ara', 'arb', 'ar'], ['fas', 'pes', 'fa'], ['urd', 'urd', 'ur']),
  ...list(
    'Cyrl',
    ['mkd', 'mkd', ''],
    ['srp', 'srp', 'sr'],
    ['bul', 'bul', 'bg'],
    ['rus', 'rus', 'ru'],
    ['ukr', 'ukr', 'uk'],
  ),
  ...list('Ethi', ['amh', 'amh', 'am'], ['tir', 'tir', '']),
  ...list('Deva', ['hin', 'hin', 'hi']),
  ...list('Beng', ['ben', 'ben', 'bn']),
  ...list('Grek', ['ell', 'ell', 'el']),
  ...list('Hebr', ['heb', 'heb', 'he']),
  ...list('Hani', ['cmn', 'cmn', 'zh']),
];

const places = new Map(LANGUAGES.map(({ code }, at) => [code, at]));

/** The place of a language in the list. @throws RangeError for one that is not in it */
export const languagePlace = (code: string): number => {
  const at = places.get(code);
  if (at === undefined) throw new RangeError(`expected a language of the list, got ${JSON.stringify(code)}`);
  return at;
};

/** The bit by which sets of languages are written as numbers; the list has fewer than 31. */
export const languageBit = (code: string): number => 1 << languagePlace(code);
