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

/** The report as Markdown: per cent with 95 % intervals. */
export const reportMarkdown = ({ model, texts, errors, baseRate, parts, bias }: EvaluationReport): string => {
  const signals = [...new Set(parts.map(({ signal }) => signal))];
  const sections = signals.flatMap((signal) => {
    const own = parts.filter((part) => part.signal === signal);
    const natural = [`## ${signal}`, partTable(own, ({ figures }) => figures)];
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
    ...(parts.length === 0 ? [`No figures: parts with fewer than ${FEWEST_TEXTS} labelled texts get none.`] : sections),
    '## Bias audit: harmless texts taken for hate',
    audit,
  ].join('\n\n')}\n`;
};
