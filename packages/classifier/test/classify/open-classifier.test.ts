import { InputError, verdict, verdictError } from '@marsad/records';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openClassifier } from '../../src/classify/open-classifier.js';

const classifier = await openClassifier();
afterAll(() => classifier.close());

const refusal = async (options: Parameters<typeof openClassifier>[0]): Promise<InputError> => {
  const error = await openClassifier(options).catch((why: unknown) => why);
  if (error instanceof InputError) return error;
  throw new Error('expected an InputError');
};

describe('openClassifier', () => {
  it('names its model', () => {
    expect(classifier.model).toEqual({ name: 'marsad-open', version: '0.3.1' });
  });

  it('refuses an engine that does not exist, naming those that do', async () => {
    const error = await refusal({ engine: 'oracle' });
    expect(error.code).toBe('unknown-engine');
    expect(error.message).toContain('lexicon');
    expect(error.message).toContain('oracle');
  });

  it('refuses a model that does not exist, naming those that do', async () => {
    expect((await refusal({ model: 'marsad-oracle' })).message).toContain('marsad-open');
  });

  it.each([-1, 1.5, 1000])('refuses %s threads', async (threads) => {
    expect((await refusal({ threads })).code).toBe('bad-threads');
  });

  it('answers in order, with errors in place', async () => {
    const answers = await classifier.classify([
      { id: 'a', text: 'Good morning, neighbours.' },
      { id: 'b', text: '' },
      { id: 'c', text: ' \n\t ' },
      { id: 'd', text: 'x'.repeat(1_000_001) },
      { id: 'e', text: 'half a pair \ud83d here' },
      { id: 'f', text: '... !!! ...' },
      { id: 'g', text: 'Bonjour à toutes.' },
    ]);
    expect(answers.map((answer) => ('error' in answer ? [answer.id, answer.error.code] : [answer.id]))).toEqual([
      ['a'],
      ['b', 'empty-text'],
      ['c', 'empty-text'],
      ['d', 'too-long'],
      ['e', 'broken-text'],
      ['f', 'empty-text'],
      ['g'],
    ]);
  });

  it('gives verdicts of the shape in @marsad/records for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const [answer] = await classifier.classify([{ id: 'p', text }]);
        const shape = answer && 'error' in answer ? verdictError : verdict;
        expect(shape.parse(answer)).toEqual(answer);
      }),
      { numRuns: 300 },
    );
  });

  it('judges a million characters without marks to break on in a few seconds', async () => {
    const texts = [
      'a'.repeat(999_999),
      '"kill '.repeat(150_000),
      "'a ".repeat(300_000),
      'all they are '.repeat(70_000),
    ];
    const started = performance.now();
    const answers = await classifier.classify(texts.map((text, id) => ({ id: String(id), text })));
    expect(answers.every((answer) => !('error' in answer))).toBe(true);
    expect(performance.now() - started).toBeLessThan(25_000);
  });

  it('gives the same verdicts, in the same order, with worker threads', async () => {
    const phrases = [
      'Migrants are vermin.',
      'Bonjour les voisins.',
      'صباح الخير',
      'lyhoud khawana',
      '',
      'So nice today.',
    ];
    const posts = Array.from({ length: 1234 }, (_, at) => ({ id: `p${at}`, text: phrases[at % phrases.length] ?? '' }));
    const threaded = await openClassifier({ threads: 2 });
    try {
      const parallel = await threaded.classify(posts);
      expect(JSON.stringify(parallel)).toBe(JSON.stringify(await classifier.classify(posts)));
      expect(await threaded.classify(posts.slice(0, 3))).toEqual(parallel.slice(0, 3));
    } finally {
      await threaded.close();
    }
  });
});
