import { seeded } from './corpora/seeded.mjs';

/**
 * A classifier of fastText's model class (Joulin et al. 2017; Bojanowski et al. 2017), written anew, for two labels: the
 * vectors of words, pairs of words and characters inside words are averaged, a softmax over two labels stands on the
 * mean, and both are fitted by stochastic gradients whose rate falls in a line to nought.
 */
/** @type {Readonly<Record<'dimensions' | 'learningRate' | 'epochs' | 'buckets' | 'shortest' | 'longest', number>>} */
export const DEFAULTS = Object.freeze({
  // fastText's published defaults for `supervised`, apart from pairs of words and characters, which it leaves out
  dimensions: 100,
  learningRate: 0.1,
  epochs: 5,
  buckets: 1 << 21,
  shortest: 3,
  longest: 5,
});
/** @typedef {typeof DEFAULTS} Settings */
/** @typedef {{ text: string, label: 0 | 1 }} LabelledText */

const WORDS = /[\p{L}\p{M}\p{N}_@#]+|\p{Extended_Pictographic}/gu;

/** @param {number} hash @param {string} text */
const hashOn = (hash, text) => {
  let running = hash;
  for (let at = 0; at < text.length; at += 1) running = Math.imul(running ^ text.charCodeAt(at), 0x01000193);
  return running;
};

/** @param {number} hash */
const mixed = (hash) => {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

/**
 * The rows of a text: its words, its pairs of words, and runs of characters of `<word>`.
 * @param {string} text
 * @param {Settings} settings
 */
export const rowsOf = (text, { buckets, shortest, longest }) => {
  const words = text.toLowerCase().match(WORDS) ?? [];
  /** @type {number[]} */
  const rows = [];
  words.forEach((word, at) => {
    rows.push(mixed(hashOn(0x811c9dc5, word)) % buckets);
    const before = words[at - 1];
    if (before !== undefined) rows.push(mixed(hashOn(0x1234567, `${before} ${word}`)) % buckets);
    const edged = `<${word}>`;
    for (let size = shortest; size <= longest; size += 1) {
      for (let from = 0; from + size <= edged.length; from += 1) {
        rows.push(mixed(hashOn(0x7654321, edged.slice(from, from + size))) % buckets);
      }
    }
  });
  return Int32Array.from(rows);
};

/**
 * @param {readonly LabelledText[]} texts
 * @param {Settings} settings
 * @returns {(text: string) => number} the probability of label 1
 */
export const fitAveragedEmbeddings = (texts, settings = DEFAULTS) => {
  const { dimensions, learningRate, epochs, buckets } = settings;
  const random = seeded(1);
  const vectors = new Float32Array(buckets * dimensions);
  const known = new Uint8Array(buckets);
  const readOut = new Float32Array(2 * dimensions);
  const mean = new Float64Array(dimensions);
  const slope = new Float64Array(dimensions);

  /** Every row begins as fastText's do, uniform within ± 1 / dimensions. @param {Int32Array} rows */
  const begin = (rows) => {
    for (const row of rows) {
      if (known[row]) continue;
      known[row] = 1;
      for (let d = 0; d < dimensions; d += 1) vectors[row * dimensions + d] = (2 * random() - 1) / dimensions;
    }
  };
  /** @param {Int32Array} rows @returns {number} */
  const probability = (rows) => {
    mean.fill(0);
    for (const row of rows) {
      for (let d = 0; d < dimensions; d += 1) mean[d] = (mean[d] ?? 0) + (vectors[row * dimensions + d] ?? 0);
    }
    let gap = 0;
    for (let d = 0; d < dimensions; d += 1) {
      const value = (mean[d] ?? 0) / Math.max(1, rows.length);
      mean[d] = value;
      gap += value * ((readOut[dimensions + d] ?? 0) - (readOut[d] ?? 0));
    }
    return 1 / (1 + Math.exp(-gap));
  };

  const examples = texts.map(({ text, label }) => ({ rows: rowsOf(text, settings), label }));
  for (const { rows } of examples) begin(rows);
  const order = examples.map((_, at) => at);
  const steps = epochs * examples.length;
  for (let step = 0; step < steps; step += 1) {
    const place = step % examples.length;
    // An order by chance, made anew as it is read.
    const other = place + Math.floor(random() * (examples.length - place));
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
    const example = examples[order[place] ?? 0];
    if (!example || example.rows.length === 0) continue;
    const { rows, label } = example;
    const rate = learningRate * (1 - step / steps);
    const pull = rate * (label - probability(rows));
    for (let d = 0; d < dimensions; d += 1) {
      const [no = 0, yes = 0] = [readOut[d], readOut[dimensions + d]];
      slope[d] = (pull * (yes - no)) / rows.length;
      readOut[d] = no - pull * (mean[d] ?? 0);
      readOut[dimensions + d] = yes + pull * (mean[d] ?? 0);
    }
    for (const row of rows) {
      for (let d = 0; d < dimensions; d += 1) {
        vectors[row * dimensions + d] = (vectors[row * dimensions + d] ?? 0) + (slope[d] ?? 0);
      }
    }
  }
  // A row that training never saw is nought: it says nothing.
  return (text) => probability(rowsOf(text, settings));
};
