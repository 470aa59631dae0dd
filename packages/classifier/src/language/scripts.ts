import { PageTable } from '../page-table.js';

/** Scripts told apart, ISO 15924, with the test for a letter of each. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Hani', /\p{Script=Han}/u],
];
/** What the table holds for a letter of a script that is not told apart. */
const OTHER = SCRIPTS.length + 1;
const LETTER = /\p{L}/u;

/** Per code unit of the basic plane: 0 no letter, else 1 + its place in the list, or OTHER. */
const scripts = new PageTable((unit) => {
  const character = String.fromCharCode(unit);
  if (!LETTER.test(character)) return 0;
  const at = SCRIPTS.findIndex(([, test]) => test.test(character));
  return at === -1 ? OTHER : at + 1;
});

export interface ScriptCounts {
  /** letters in all scripts */
  letters: number;
  /** the script most letters are in; `Zyyy` (common) without letters, `Zzzz` (unknown) for a script that is not told apart */
  main: string;
}

const counts = new Int32Array(OTHER + 1);

/** Counts the letters of a text by script. */
export const countScripts = (text: string): ScriptCounts => {
  counts.fill(0);
  for (let i = 0; i < text.length; i++) {
    const script = scripts.of(text.charCodeAt(i));
    counts[script] = (counts[script] ?? 0) + 1;
  }
  let letters = 0;
  let best = 0;
  for (let script = 1; script <= OTHER; script++) {
    const own = counts[script] ?? 0;
    letters += own;
    if (own > 0 && (best === 0 || own > (counts[best] ?? 0))) best = script;
  }
  return { letters, main: best === 0 ? 'Zyyy' : (SCRIPTS[best - 1]?.[0] ?? 'Zzzz') };
};

/** How many letters of a script a text has. */
export const lettersOf = (text: string, script: string): number => {
  const wanted = 1 + SCRIPTS.findIndex(([name]) => name === script);
  let count = 0;
  for (let i = 0; i < text.length; i++) if (scripts.of(text.charCodeAt(i)) === wanted) count += 1;
  return count;
};
