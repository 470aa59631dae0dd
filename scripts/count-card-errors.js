// Counts how the models that ship err on labelled texts, for the correction of shares that nobody has labelled
// (packages/observatory/src/estimate/card-errors.ts), and writes what it counted. After every change of a model or lexicon:
// pnpm build && node scripts/count-card-errors.js ../shared/data/hate
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openClassifier } from '../packages/classifier/dist/index.js';
import { entersFigures, SIGNALS } from '../packages/records/dist/index.js';

const SUITES = fileURLToPath(new URL('../packages/classifier/test/functional/', import.meta.url));
const OUT = fileURLToPath(new URL('../packages/observatory/src/estimate/card-counts.ts', import.meta.url));
const MOST_ROWS = 4000;

/** Sets that the model never learnt from and that hold the signal at all. */
const MODELS = [
  {
    options: { engine: 'lexicon' },
    sets: {
      hate: 'dynahate_eng ethos_eng davidson2017_eng mlma_fra cyberagressionado_fra mlma_ara osact5_ara aref_sectarian_ara thsab_aeb hateval2019_spa gahd_deu haspeede2_ita fortuna2019_por nuhons_urd hasoc_hin',
      offensive: 'davidson2017_eng mlma_fra cyberagressionado_fra mlma_ara osact5_ara thsab_aeb nuhons_urd hasoc_hin',
    },
  },
  {
    options: { engine: 'linear', model: 'marsad-open' },
    sets: {
      hate: 'ethos_eng dynahate_eng hateval2019_eng cad_eng cyberagressionado_fra osact5_ara aref_sectarian_ara mpold_ara thsab_aeb letmi_apc',
      offensive: 'cad_eng cyberagressionado_fra osact5_ara mpold_ara thsab_aeb letmi_apc',
    },
  },
];

/** @param {Buffer} bytes */
const rowsOf = (bytes) =>
  bytes
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** At most some thousand rows, evenly taken. @param {readonly any[]} rows */
const evenly = (rows) => {
  const step = Math.max(1, Math.floor(rows.length / MOST_ROWS));
  return rows.filter((_, at) => at % step === 0);
};

/**
 * @param {import('../packages/classifier/dist/index.js').Classifier} classifier
 * @param {readonly any[]} rows
 * @param {(typeof SIGNALS)[number]} signal
 * @param {(row: any) => unknown} truthOf 1 or 0; anything else is left out
 */
const countErrors = async (classifier, rows, signal, truthOf) => {
  const verdicts = await classifier.classify(rows.map(({ text }, at) => ({ id: String(at), text })));
  const counts = { positives: 0, positivesFlagged: 0, harmless: 0, harmlessFlagged: 0 };
  rows.forEach((row, at) => {
    const verdict = verdicts[at];
    const truth = truthOf(row);
    if (!verdict || 'error' in verdict || (truth !== 1 && truth !== 0)) return;
    const flagged = verdict.signals.some(({ code }) => code === signal) && entersFigures(signal, verdict.stance);
    counts[truth === 1 ? 'positives' : 'harmless'] += 1;
    if (flagged) counts[truth === 1 ? 'positivesFlagged' : 'harmlessFlagged'] += 1;
  });
  return counts;
};

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('expected the folder of labelled sets, ../shared/data/hate');
const suites = readdirSync(SUITES)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) => rowsOf(readFileSync(join(SUITES, name))));
/** @type {Record<string, Record<string, unknown[]>>} */
const counted = {};
for (const { options, sets } of MODELS) {
  const classifier = await openClassifier({ ...options, threads: 2 });
  /** @type {Record<string, unknown[]>} */
  const bySignal = {};
  for (const signal of SIGNALS) {
    const names = signal === 'hate' || signal === 'offensive' ? sets[signal].split(' ') : [];
    const own = [];
    for (const name of names) {
      const rows = evenly(rowsOf(gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`)))));
      own.push({ set: name, ...(await countErrors(classifier, rows, signal, (row) => row[signal])) });
    }
    if (names.length === 0) {
      const truthOf = (/** @type {any} */ row) => (row.signals.includes(signal) ? 1 : 0);
      own.push({ set: 'suites', ...(await countErrors(classifier, suites, signal, truthOf)) });
    }
    bySignal[signal] = own;
  }
  counted[`${classifier.model.name} ${classifier.model.version}`] = bySignal;
  await classifier.close();
}
writeFileSync(
  OUT,
  `/** Written by scripts/count-card-errors.js: by name and version of a model and by signal, its errors set by set. */
export const CARD_COUNTS = ${JSON.stringify(counted, null, 2)} as const;
`,
);
