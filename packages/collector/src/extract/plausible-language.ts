/** Scripts that few languages are written in, with the primary subtags of those met in the region. */
const SCRIPTS: readonly { characters: RegExp; languages: ReadonlySet<string> }[] = [
  {
    characters: /\p{Script=Arabic}/u,
    languages: new Set('ar ara arz ary arq aeb apc ajp acm afb fa fas ur ku ckb kmr ps sd ug'.split(' ')),
  },
  {
    characters: /\p{Script=Cyrillic}/u,
    languages: new Set('ru uk be bg sr mk kk ky tg mn tt ba os cv ab bs sh'.split(' ')),
  },
  { characters: /\p{Script=Greek}/u, languages: new Set(['el', 'ell', 'grc']) },
  { characters: /\p{Script=Hebrew}/u, languages: new Set(['he', 'iw', 'yi']) },
];
/** Languages that are never written in Latin letters on a page of theirs. */
const NEVER_LATIN = new Set('ar ara fa fas ur ru rus uk be bg mk el ell he'.split(' '));
const SAMPLE = 2_000;
/** Letters that tell a script from a quotation in it. */
const ENOUGH = 60;

const LETTER = 1;
const LOOKED_UP = 0x80;
// A look-up is many times faster than the expressions; entries are filled as characters turn up.
const known = new Uint8Array(0x10000);

/** What a character is, given as a code point: a bit for letters, and one for each script. */
const kindOf = (codePoint: number): number => {
  const seen = known[codePoint];
  if (seen) return seen;
  const character = String.fromCodePoint(codePoint);
  const kind = SCRIPTS.reduce(
    (bits, { characters }, index) => bits | (characters.test(character) ? 2 << index : 0),
    LOOKED_UP | (/\p{L}/u.test(character) ? LETTER : 0),
  );
  // Past the end of the table (rare scripts) this assignment has no effect.
  known[codePoint] = kind;
  return kind;
};

/** How many characters of a text are of each kind: most texts have two or three kinds. */
const countKinds = (text: string): Uint32Array => {
  const counts = new Uint32Array(0x100);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const codePoint = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? unit) : unit;
    if (codePoint > 0xffff) at += 1;
    const kind = kindOf(codePoint);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

const sumOf = (counts: Uint32Array, bit: number): number =>
  counts.reduce((sum, count, kind) => sum + ((kind & bit) === 0 ? 0 : count), 0);

/**
 * The language a page declares, unless the script of its text says otherwise: templates say `en` whatever they hold. Greek
 * script is Greek; what the other scripts hold stays open then.
 * @param declared primary subtag
 */
export const plausibleLanguage = (declared: string | undefined, text: string): string | undefined => {
  const counts = countKinds(text.slice(0, SAMPLE));
  const letters = sumOf(counts, LETTER);
  const script = SCRIPTS.find((_script, index) => sumOf(counts, 2 << index) > letters / 2);
  if (script === undefined) {
    return declared !== undefined && letters > ENOUGH && NEVER_LATIN.has(declared) ? undefined : declared;
  }
  if (declared !== undefined && script.languages.has(declared)) return declared;
  return script.languages.has('el') ? 'el' : undefined;
};
