// node bench/linear-beside-fasttext.mjs [set…]: the linear layer beside fastText's model class, both fitted on the same two
// thirds of the same labelled set and judged on the third third, each at the threshold that suits it best on a part of
// those two thirds kept aside. Needs the data folder beside the checkout.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DEFAULTS, fitAveragedEmbeddings } from './averaged-embeddings.mjs';
import { ours } from './peer.mjs';

const DATA = new URL('../../shared/data/hate/', import.meta.url);
const SETS = [
  'hatexplain_eng',
  'hateval2019_eng',
  'mlma_fra',
  'osact5_ara',
  'letmi_apc',
  'hateval2019_spa',
  'germeval2018_deu',
];
/** fastText's published defaults, and the rate and epochs of its tutorial with ten dimensions: the better of the two counts. */
const RUNS = [DEFAULTS, { ...DEFAULTS, learningRate: 0.5, epochs: 25, dimensions: 10 }];

const { prepareExamples } = await ours('classifier', 'train/prepared.js');
const { fitHeads, scoresBy } = await ours('classifier', 'train/fit-heads.js');
const { shippedRecipe } = await ours('classifier', 'train/shipped.js');
const { figuresOf, sortedByProbability } = await ours('classifier', 'evaluate/figures.js');
const { epochs, learningRate, seed } = shippedRecipe('open');

/** @typedef {{ text: string, label: 0 | 1 }} LabelledText */

/** @param {string} set @returns {LabelledText[]} */
const read = (set) =>
  gunzipSync(readFileSync(new URL(`${set}.jsonl.gz`, DATA)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ hate }) => hate !== null)
    .map(({ text, hate }) => ({ text, label: hate }));

/** @param {string} text */
const numberOf = (text) => createHash('sha256').update(text).digest().readUInt32LE(0);
/** @param {LabelledText} text */
const isHeldOut = ({ text }) => numberOf(text) % 3 === 0;
/** Of the texts learnt from, a quarter chooses the threshold. @param {LabelledText} text */
const choosesThreshold = ({ text }) => Math.floor(numberOf(text) / 3) % 4 === 0;

/** @typedef {(learnt: readonly LabelledText[], judged: readonly LabelledText[]) => number[]} Contender probabilities of `judged` */

/** @param {readonly LabelledText[]} texts @param {readonly number[]} probabilities @param {number} threshold */
const figures = (texts, probabilities, threshold) => {
  const judged = texts.map(({ label }, at) => {
    const probability = probabilities[at] ?? 0;
    return { probability, found: probability >= threshold, truth: label, weight: 1 };
  });
  const { macroF1, auc } = figuresOf(sortedByProbability(judged));
  return { macroF1, auc };
};

const THRESHOLDS = Array.from({ length: 49 }, (_, at) => (at + 1) / 50);

/** @param {Contender} contender @param {readonly LabelledText[]} learnt @param {readonly LabelledText[]} judged */
const compare = (contender, learnt, judged) => {
  const aside = learnt.filter(choosesThreshold);
  const tried = contender(
    learnt.filter((text) => !choosesThreshold(text)),
    aside,
  );
  /** @param {number} threshold */
  const quality = (threshold) => figures(aside, tried, threshold).macroF1;
  const best = THRESHOLDS.reduce((first, next) => (quality(next) > quality(first) ? next : first));
  const probabilities = contender(learnt, judged);
  return { ...figures(judged, probabilities, best), atHalf: figures(judged, probabilities, 0.5).macroF1 };
};

/**
 * The linear layer on this set alone: its labels have no offset that is thrown away, as no other set is there.
 * @param {readonly LabelledText[]} texts
 */
const prepared = (texts) =>
  prepareExamples(
    texts.map(({ text, label }) => ({
      source: 'set',
      text,
      labels: { hate: label },
      weight: 1,
      foldKey: text,
      hideTerms: false,
    })),
    1,
  );

/** @type {Contender} */
const linear = (learnt, judged) => {
  const weights = fitHeads(prepared(learnt), { epochs, learningRate, seed });
  return prepared(judged).map((/** @type {unknown} */ each) => 1 / (1 + Math.exp(-scoresBy(weights, each)[0])));
};

/** @param {(typeof RUNS)[number]} settings @returns {Contender} */
const embeddings = (settings) => (learnt, judged) => {
  const probabilityOf = fitAveragedEmbeddings(learnt, settings);
  return judged.map(({ text }) => probabilityOf(text));
};

/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`);
/** @param {number} value */
const short = (value) => value.toFixed(3);

if (!existsSync(DATA)) {
  print('expected labelled sets in ../shared/data/hate, found none: nothing to compare on');
} else {
  const named = process.argv.slice(2);
  print('| set | texts held out | | macro-F1 | at one half | AUC |');
  print('| --- | --- | --- | --- | --- | --- |');
  for (const set of named.length > 0 ? named : SETS) {
    const texts = read(set);
    const [learnt, judged] = [texts.filter((text) => !isHeldOut(text)), texts.filter(isHeldOut)];
    const others = RUNS.map((settings) => compare(embeddings(settings), learnt, judged));
    const contenders = {
      'linear layer': compare(linear, learnt, judged),
      'fastText class': others.reduce((first, other) => (other.macroF1 > first.macroF1 ? other : first)),
    };
    for (const [name, { macroF1, atHalf, auc }] of Object.entries(contenders)) {
      print(`| ${set} | ${judged.length} | ${name} | ${short(macroF1)} | ${short(atHalf)} | ${short(auc)} |`);
    }
  }
}
