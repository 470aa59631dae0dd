import type { Signal } from '@marsad/records';
import { type EvaluationReport, FEWEST_TEXTS, type PartReport } from './evaluate-classifier.js';
import { FIGURES, type FigureName } from './figures.js';
import type { Figure } from './intervals.js';

const TITLES: Record<FigureName, string> = {
  precision: 'precision',
  recall: 'recall',
  f1: 'F1',
  macroF1: 'macro-F1',
  auc: 'AUC',
  averagePrecision: 'average precision',
  calibrationError: 'calibration error',
  'recallAt0.005': 'recall, 0.5 % read',
  'recallAt0.01': 'recall, 1 % read',
  'recallAt0.02': 'recall, 2 % read',
  falseAlarms: 'false alarms',
};

const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1));
const cell = ({ value, low, high }: Figure): string => {
  if (value === null) return '–';
  return low === null || high === null ? percent(value) : `${percent(value)} (${percent(low)}–${percent(high)})`;
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const partTable = (
  parts: readonly PartReport[],
  figures: (part: PartReport) => PartReport['figures'] | undefined,
): string =>
  table(
    ['part', 'texts', 'positive', ...FIGURES.map((name) => TITLES[name])],
    parts.flatMap((part) => {
      const of = figures(part);
      if (!of) return [];
      const name = part.by === 'all' ? 'all' : `${part.by} ${part.part}`;
      return [[name, String(part.texts), String(part.positives), ...FIGURES.map((figure) => cell(of[figure]))]];
    }),
  );

/** Why a signal has figures of fewer texts than were judged. */
const unlabelled = (signal: Signal, known: number, texts: number): string =>
  `${known} of the ${texts} texts say by their label whether this signal is there.${
    signal === 'offensive'
      ? ' Where `hate` is 1, `offensive` is passed over: hate is kept out of offence here, so that a hateful text says nothing of it.'
      : ''
  }`;

/** The report as Markdown: per cent with 95 % intervals. */
export const reportMarkdown = ({ model, texts, errors, baseRate, parts, bias }: EvaluationReport): string => {
  const signals = [...new Set(parts.map(({ signal }) => signal))];
  const sections = signals.flatMap((signal) => {
    const own = parts.filter((part) => part.signal === signal);
    const known = own.find(({ by }) => by === 'all')?.texts ?? 0;
    const natural = [
      `## ${signal}`,
      ...(known < texts ? [unlabelled(signal, known, texts)] : []),
      partTable(own, ({ figures }) => figures),
    ];
    if (baseRate === null) return natural;
    return [
      ...natural,
      `### ${signal}, as if ${percent(baseRate)} % of all texts were positive`,
      partTable(own, (part) => part.atBaseRate),
    ];
  });
  const audit = table(
    ['audit', 'part', 'harmless texts', 'taken for hate, %'],
    bias.map(({ audit: kind, part, texts: count, falseAlarms }) => [kind, part, String(count), cell(falseAlarms)]),
  );
  return `${[
    `# ${model.name} ${model.version}`,
    `${texts} texts judged, ${errors} could not be. Figures in per cent, 95 % intervals by bootstrap; where all or none is right, Wilson’s for shares and none for other figures.`,
    '«Recall, 0.5 % read» is the share of the positive texts that a reviewer finds who reads only that share of all texts, the likeliest first; among a few hundred texts 0.5 % is a text or two, and the figure small whatever the model.',
    ...(parts.length === 0 ? [`No figures: parts with fewer than ${FEWEST_TEXTS} labelled texts get none.`] : sections),
    '## Bias audit: harmless texts taken for hate',
    'Texts that are labelled as no hate and that models like to take for it, by kind: that name a group (identity), that speak against hate or report it (counter-speech), slurs that people use of themselves (reclaimed), and by dialect or language. Told is the share that the model took for hate: each is somebody who would be accused wrongly. The lower the better, and none should stand out.',
    bias.length === 0 ? `No kind has ${FEWEST_TEXTS} such texts.` : audit,
  ].join('\n\n')}\n`;
};
