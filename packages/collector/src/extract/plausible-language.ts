/** Scripts that few languages are written in, with the primary subtags of those met in the region. */
const SCRIPTS: readonly { letters: RegExp; languages: ReadonlySet<string> }[] = [
  {
    letters: /\p{Script=Arabic}/gu,
    languages: new Set('ar ara arz ary arq aeb apc ajp acm afb fa fas ur ku ckb kmr ps sd ug'.split(' ')),
  },
  {
    letters: /\p{Script=Cyrillic}/gu,
    languages: new Set('ru uk be bg sr mk kk ky tg mn tt ba os cv ab bs sh'.split(' ')),
  },
  { letters: /\p{Script=Greek}/gu, languages: new Set(['el', 'ell', 'grc']) },
  { letters: /\p{Script=Hebrew}/gu, languages: new Set(['he', 'iw', 'yi']) },
];
/** Languages that are never written in Latin letters on a page of theirs. */
const NEVER_LATIN = new Set('ar ara fa fas ur ru rus uk be bg mk el ell he'.split(' '));
const SAMPLE = 2_000;
/** Letters that tell a script from a quotation in it. */
const ENOUGH = 60;

/**
 * The language a page declares, unless the script of its text says otherwise: templates say `en` whatever they hold. Greek
 * script is Greek; what the other scripts hold stays open then.
 * @param declared primary subtag
 */
export const plausibleLanguage = (declared: string | undefined, text: string): string | undefined => {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find((one) => (sample.match(one.letters)?.length ?? 0) > letters / 2);
  if (script === undefined) {
    return declared !== undefined && letters > ENOUGH && NEVER_LATIN.has(declared) ? undefined : declared;
  }
  if (declared !== undefined && script.languages.has(declared)) return declared;
  return script.languages.has('el') ? 'el' : undefined;
};
