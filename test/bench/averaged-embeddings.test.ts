import { describe, expect, it } from 'vitest';

// A module of bench/, which is plain JavaScript: its types are said here.
interface AveragedEmbeddings {
  DEFAULTS: Settings;
  fitAveragedEmbeddings: (
    texts: readonly { text: string; label: 0 | 1 }[],
    settings: Settings,
  ) => (text: string) => number;
  rowsOf: (text: string, settings: Settings) => Int32Array;
}
type Settings = Record<'dimensions' | 'learningRate' | 'epochs' | 'buckets' | 'shortest' | 'longest', number>;
const { DEFAULTS, fitAveragedEmbeddings, rowsOf }: AveragedEmbeddings = await import(
  new URL('../../bench/averaged-embeddings.mjs', import.meta.url).href
);

const small = { ...DEFAULTS, dimensions: 8, buckets: 4096, epochs: 20, learningRate: 0.5 };

describe('fitAveragedEmbeddings', () => {
  it('tells two kinds of texts apart, by words it has seen and by parts of words it has not', () => {
    const texts = Array.from({ length: 400 }, (_, at) => ({
      text: at % 2 === 0 ? `the terrible ${at} weather again` : `a wonderful ${at} evening again`,
      label: at % 2 === 0 ? (1 as const) : (0 as const),
    }));
    const probabilityOf = fitAveragedEmbeddings(texts, small);
    expect(probabilityOf('terrible weather')).toBeGreaterThan(0.9);
    expect(probabilityOf('wonderful evening')).toBeLessThan(0.1);
    expect(probabilityOf('terribly')).toBeGreaterThan(probabilityOf('wonderfully') + 0.5);
  });

  it('reads words, pairs of words and runs of three to five characters of a word with its edges', () => {
    // «<ab>» has two runs of three characters and one of four, «<c>» one of three.
    expect(rowsOf('Ab c', small)).toHaveLength(2 + 1 + 3 + 1);
    expect(rowsOf('', small)).toHaveLength(0);
  });
});
