const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const LATIN = /[a-z]/;
const SIGN = /[0134578@$!]/;

/** The word with the digits and signs that stand for letters written as letters; undefined when it has none. */
export const unmask = (word: string): string | undefined => {
  if (!SIGN.test(word) || !LATIN.test(word)) return undefined;
  let plain = '';
  for (const character of word) plain += SIGNS[character] ?? character;
  return plain;
};

/** The word with every doubled letter single, to find «looser» written «looooser». */
export const squeeze = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');
