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
const OTHER = 255;
const LETTER = /\p{L}/u;

let table: Uint8Array | undefined;

/** Per code unit of the basic plane: 0 no letter, 255 a letter of another script, else 1 + its place in the list. */
const scriptTable = (): Uint8Array => {
  if (table) return table;
  const filled = new Uint8Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    const character = String.fromCharCode(unit);
    if (!LETTER.test(character)) continue;
    const at = SCRIPTS.findIndex(([, test]) => test.test(character));
    filled[unit] = at === -1 ? OTHER : at + 1;
  }
  table = filled;
  return filled;
};

export interface ScriptCounts {
  /** letters in all scripts */
  letters: number;
  /** the script most letters are in; `Zyyy` (common) without letters, `Zzzz` (unknown) for a script that is not told apart */
  main: string;
  /** share of the letters in the main script, 0–1 */
  share: number;
}

/** Counts the letters of a text by script. */
export const countScripts = (text: string): ScriptCounts => {
  const scripts = scriptTable();
  const counts = new Uint32Array(256);
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const script = scripts[text.charCodeAt(i)] ?? 0;
    if (script === 0) continue;
    letters += 1;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  let best = 0;
  for (let script = 1; script <= SCRIPTS.length; script++) {
    if ((counts[script] ?? 0) > (counts[best] ?? 0)) best = script;
  }
  if ((counts[OTHER] ?? 0) > (counts[best] ?? 0)) best = OTHER;
  if (letters === 0) return { letters, main: 'Zyyy', share: 0 };
  return { letters, main: SCRIPTS[best - 1]?.[0] ?? 'Zzzz', share: (counts[best] ?? 0) / letters };
};

/** How many letters of a script a text has. */
export const lettersOf = (text: string, script: string): number => {
  const scripts = scriptTable();
  const wanted = 1 + SCRIPTS.findIndex(([name]) => name === script);
  let count = 0;
  for (let i = 0; i < text.length; i++) if (scripts[text.charCodeAt(i)] === wanted) count += 1;
  return count;
};
