import type { Narrative } from '@marsad/records';

/** Words in a row that may not be the same as in any post: with so many, a search finds who wrote them. */
const RUN = 6;

/** Words without case, marks and the letters that Arabic writers exchange. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, at) => words.slice(at, at + RUN).join(' '));
};

/** A narrative that says what a post says. */
export interface Repeated {
  /** of the narrative */
  id: string;
  /** the words that are the same */
  words: string;
}

/**
 * The narratives that repeat six words in a row of a stored post, each once: a paraphrase must not lead to whoever wrote what it
 * paraphrases. The posts go by in pages, so that all of them never lie in memory.
 */
export const repeatedWords = async (
  narratives: readonly Pick<Narrative, 'id' | 'paraphrase' | 'examples'>[],
  posts: AsyncIterable<readonly { title: string | null; text: string }[]>,
): Promise<Repeated[]> => {
  const owners = new Map<string, string[]>();
  for (const { id, paraphrase, examples } of narratives) {
    const texts = [...Object.values(paraphrase), ...examples.map(({ text }) => text)];
    for (const run of texts.flatMap((text) => (text === undefined ? [] : runsOf(text))))
      owners.set(run, [...(owners.get(run) ?? []), id]);
  }
  if (owners.size === 0) return [];
  const found = new Map<string, string>();
  for await (const page of posts)
    for (const { title, text } of page)
      for (const run of [...runsOf(title ?? ''), ...runsOf(text)])
        for (const id of owners.get(run) ?? []) if (!found.has(id)) found.set(id, run);
  return [...found].map(([id, words]) => ({ id, words })).sort((a, b) => (a.id < b.id ? -1 : 1));
};
