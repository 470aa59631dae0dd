import { describe, expect, it } from 'vitest';
import { repeatedWords } from '../../src/context/repeated-words.js';

async function* pages(...texts: string[]) {
  for (const text of texts) yield [{ title: null, text }];
}
const narrative = (id: string, ...examples: string[]) => ({
  id,
  paraphrase: { en: 'They are said to take every flat.' },
  examples: examples.map((text) => ({ language: 'eng', text })),
});

describe('words that a narrative repeats', () => {
  it('are found from six in a row on, whatever the case and the signs between', async () => {
    const found = await repeatedWords(
      [narrative('a', 'One writes: THEY take, our jobs and the flats'), narrative('b', 'they take our jobs and run')],
      pages('nothing here', 'Every day they take our jobs and the flats too.'),
    );
    expect(found).toEqual([{ id: 'a', words: 'they take our jobs and the' }]);
  });

  it('are found in Arabic without its marks and with letters exchanged', async () => {
    const found = await repeatedWords(
      [narrative('a', 'يجب طَرد كل المهاجرين من حي المحطه')],
      pages('يجب طرد كل المهاجرين من حي المحطة فورًا'),
    );
    expect(found).toHaveLength(1);
  });

  it('are looked for in the paraphrase and in titles too', async () => {
    const titled = (async function* () {
      yield [{ title: 'They are said to take every thing', text: 'x' }];
    })();
    expect(await repeatedWords([narrative('a')], titled)).toHaveLength(1);
  });

  it('are not found in a true paraphrase', async () => {
    expect(await repeatedWords([narrative('a')], pages('they take all our flats, send them home'))).toEqual([]);
  });
});
