import { LANGUAGES, languageBit } from '../language/languages.js';
import { eachTellingWord } from '../language/telling-words.js';
import { normaliseText } from '../normalise/normalise-text.js';

/** Words of one letter that stand between others; any other letter alone is a piece of a word. */
const ONE_LETTER: Readonly<Record<string, string>> = { eng: 'a i', fra: 'a y', spa: 'a y o', por: 'a o e', ita: 'e o' };

/** The small words of languages, as they stand in a normalised text. */
export const smallWordsOf = (languages: readonly string[]): ReadonlySet<string> => {
  const wanted = new Set(languages.map((language) => language.slice(0, 3)));
  const bits = LANGUAGES.reduce((all, { code }) => (wanted.has(code) ? all | languageBit(code) : all), 0);
  const words = new Set<string>();
  eachTellingWord((word, language) => {
    if ((language & bits) === 0) return;
    const { text } = normaliseText(word);
    if (text.length > 1) words.add(text);
  });
  for (const code of wanted) for (const letter of ONE_LETTER[code]?.split(' ') ?? []) words.add(letter);
  return words;
};
