import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entry, type LexiconFile } from '../../src/lexicon/entry-schema.js';
import { findHits } from '../../src/lexicon/find-hits.js';
import { buildLexiconIndex } from '../../src/lexicon/lexicon-index.js';
import { packLexicon } from '../../src/lexicon/pack-lexicon.js';
import { normaliseText } from '../../src/normalise/normalise-text.js';
import { splitWords } from '../../src/words/split-words.js';

const lexicon = (entries: unknown[]): LexiconFile => ({
  language: 'eng',
  source: 'test',
  licence: 'test',
  entries: entries.map((each) => entry.parse(each)),
});

const search = (file: LexiconFile, text: string) => {
  const words = splitWords(normaliseText(text), text);
  const hits = findHits(words, buildLexiconIndex([packLexicon(file)]));
  return hits.map((hit) => ({
    note: hit.entry.note,
    words: words.slice(hit.from, hit.to).map(({ form }) => form),
    ...(hit.filledBy ? { filledBy: hit.filledBy.entry.note } : {}),
  }));
};

const neighbours = { kind: 'group', target: 'other', terms: ['neighbour(s)', 'night owls'], note: 'neighbours' };

describe('findHits', () => {
  it('finds words and phrases', () => {
    expect(search(lexicon([neighbours]), 'My neighbours are night owls.')).toEqual([
      { note: 'neighbours', words: ['neighbours'] },
      { note: 'neighbours', words: ['night', 'owls'] },
    ]);
  });

  it('lets a harmless expression hide the word inside it', () => {
    const file = lexicon([neighbours, { kind: 'neutral', terms: ['neighbours day'], note: 'feast' }]);
    expect(search(file, 'On neighbours day my neighbours sing.')).toEqual([
      { note: 'neighbours', words: ['neighbours'] },
    ]);
  });

  it('fills the slot of a pattern and says with what', () => {
    const file = lexicon([
      neighbours,
      { kind: 'phrase', signal: 'bridging', terms: ['thanks to {group}'], note: 'thanks' },
    ]);
    expect(search(file, 'Thanks to all our neighbours!')).toContainEqual({
      note: 'thanks',
      words: ['thanks', 'to', 'all', 'our', 'neighbours'],
      filledBy: 'neighbours',
    });
  });

  it('bridges a gap of up to three words within one sentence', () => {
    const file = lexicon([{ kind: 'phrase', signal: 'bridging', terms: ['open … doors'], note: 'doors' }]);
    expect(search(file, 'open all our wide doors')).toHaveLength(1);
    expect(search(file, 'open all our wide old doors')).toHaveLength(0);
    expect(search(file, 'open. our doors')).toHaveLength(0);
  });

  it('tries a phrase with and without its optional word', () => {
    const file = lexicon([{ kind: 'phrase', signal: 'bridging', terms: ['open (your|our|) doors'], note: 'doors' }]);
    expect(search(file, 'open doors, open our doors')).toHaveLength(2);
  });

  it('finds the same words and phrases as a naive search', () => {
    const vocabulary = ['red', 'green', 'blue', 'grey'];
    const word = fc.constantFrom(...vocabulary);
    const terms = fc.uniqueArray(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(terms, fc.array(word, { maxLength: 12 }), (list, words) => {
        const file = lexicon(
          list.map((term) => ({ kind: 'phrase', signal: 'bridging', terms: [term], note: `note ${term}` })),
        );
        const naive = list.flatMap((term) => {
          const wanted = term.split(' ');
          return words.flatMap((_, at) => (wanted.every((each, k) => words[at + k] === each) ? [term] : []));
        });
        const found = search(file, words.join(' ')).map((hit) => hit.words.join(' '));
        expect(found.sort()).toEqual(naive.sort());
      }),
      { numRuns: 300 },
    );
  });
});
