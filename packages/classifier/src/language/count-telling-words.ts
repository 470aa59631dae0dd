import { tellingWords } from './telling-words.js';

const MOST_WORDS = 60;

export interface Told {
  code: string;
  /** sum over its words, a word shared by n languages counting 1/n */
  points: number;
}

/** Languages by the telling words found, most first, among those enabled. Looks at the first sixty words. */
export const countTellingWords = (words: readonly string[], enabled: ReadonlySet<string>): Told[] => {
  const map = tellingWords();
  const points = new Map<string, number>();
  for (const word of words.slice(0, MOST_WORDS)) {
    const codes = map.get(word)?.filter((code) => enabled.has(code));
    if (!codes) continue;
    for (const code of codes) points.set(code, (points.get(code) ?? 0) + 1 / codes.length);
  }
  return [...points]
    .map(([code, sum]) => ({ code, points: sum }))
    .sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1));
};
