// node bench/linear-beside-fasttext.mjs [set…]: the linear layer beside fastText's model class, both fitted on the same two
// thirds of the same labelled set and judged on the third third. Needs the data folder beside the checkout.
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
const isHeldOut = (text) => createHash('sha256').update(text).digest().readUInt32LE(0) % 3 === 0;

/** @param {readonly LabelledText[]} texts @param {(text: string) => number} probabilityOf */
const figures = (texts, probabilityOf) => {
  const judged = texts.map(({ text, label }) => {
    const probability = probabilityOf(text);
    return { probability, found: probability >= 0.5, truth: label, weight: 1 };
  });
  const { macroF1, auc } = figuresOf(sortedByProbability(judged));
  return { macroF1, auc };
};

/** The linear layer on this set alone: its labels have no offset that is thrown away, as no other set is there. @param {readonly LabelledText[]} texts */
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

/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`);
/** @param {number} value */
const short = (value) => value.toFixed(3);

if (!existsSync(DATA)) {
  print('expected labelled sets in ../shared/data/hate, found none: nothing to compare on');
} else {
  const named = process.argv.slice(2);
  print('| set | texts held out | linear macro-F1 | fastText class macro-F1 | linear AUC | fastText class AUC |');
  print('| --- | --- | --- | --- | --- | --- |');
  for (const set of named.length > 0 ? named : SETS) {
    const texts = read(set);
    const [learnt, judged] = [
      texts.filter(({ text }) => !isHeldOut(text)),
      texts.filter(({ text }) => isHeldOut(text)),
    ];
    const weights = fitHeads(prepared(learnt), { epochs, learningRate, seed });
    const scores = prepared(judged).map((/** @type {unknown} */ each) => scoresBy(weights, each)[0]);
    const byText = new Map(judged.map(({ text }, at) => [text, 1 / (1 + Math.exp(-scores[at]))]));
    const linear = figures(judged, (text) => byText.get(text) ?? Number.NaN);
    const others = RUNS.map((settings) => figures(judged, fitAveragedEmbeddings(learnt, settings)));
    const best = others.reduce((first, other) => (other.macroF1 > first.macroF1 ? other : first));
    print(
      `| ${set} | ${judged.length} | ${short(linear.macroF1)} | ${short(best.macroF1)} | ${short(linear.auc)} | ${short(best.auc)} |`,
    );
  }
}
