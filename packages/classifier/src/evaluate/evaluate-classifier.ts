import { SIGNALS, type Signal, type Verdict, type VerdictError } from '@marsad/records';
import type { PostText } from '../classify/engine.js';
import { atBaseRate, type FigureName, type Judged, sortedByProbability } from './figures.js';
import { type Figure, figuresWithIntervals, shareWithInterval } from './intervals.js';
import type { LabelledCase } from './labelled-case.js';

/** Figures of one signal on the texts of one part of the data. */
export interface PartReport {
  signal: Signal;
  /** what the part is made by, and its value: `all`, `language fra`, `functionality counter-quote` */
  by: 'all' | 'language' | 'dialect' | 'target' | 'functionality';
  part: string;
  texts: number;
  positives: number;
  figures: Record<FigureName, Figure>;
  /** the same as if positives made up the stated share of all texts */
  atBaseRate?: Record<FigureName, Figure>;
}

/** Share of harmless texts of one kind that were taken for hate: who pays for the model's mistakes. */
interface BiasRow {
  audit: 'identity' | 'counter-speech' | 'reclaimed' | 'dialect';
  part: string;
  texts: number;
  falseAlarms: Figure;
}

export interface EvaluationReport {
  model: { name: string; version: string };
  texts: number;
  errors: number;
  baseRate: number | null;
  parts: PartReport[];
  bias: BiasRow[];
}

type Classify = (posts: readonly PostText[]) => Promise<(Verdict | VerdictError)[]>;

interface Row {
  labelled: LabelledCase;
  verdict: Verdict;
}

const BATCH = 500;
/** Parts with fewer texts say nothing, and get no figures. */
export const FEWEST_TEXTS = 10;

const judge = async (
  cases: AsyncIterable<LabelledCase>,
  classify: Classify,
): Promise<{ rows: Row[]; errors: number }> => {
  const rows: Row[] = [];
  let errors = 0;
  const flush = async (batch: readonly LabelledCase[]): Promise<void> => {
    const verdicts = await classify(batch.map(({ id, text }) => ({ id, text })));
    batch.forEach((labelled, at) => {
      const verdict = verdicts[at];
      if (verdict && !('error' in verdict)) rows.push({ labelled, verdict });
      else errors += 1;
    });
  };
  let batch: LabelledCase[] = [];
  for await (const labelled of cases) {
    batch.push(labelled);
    if (batch.length < BATCH) continue;
    await flush(batch);
    batch = [];
  }
  await flush(batch);
  return { rows, errors };
};

const judgedFor = (rows: readonly Row[], signal: Signal): Judged[] =>
  rows.flatMap(({ labelled, verdict }) => {
    const truth = labelled.truth[signal];
    if (truth === undefined) return [];
    const found = verdict.signals.some(({ code }) => code === signal);
    return [{ probability: verdict.probabilities[signal], found, truth, weight: 1 }];
  });

const KEYS = {
  language: ({ labelled, verdict }: Row) => labelled.language ?? verdict.language.code,
  dialect: ({ labelled }: Row) => labelled.dialect,
  target: ({ labelled }: Row) => labelled.target,
  functionality: ({ labelled }: Row) => labelled.functionality,
} as const;

const AUDITS: readonly { audit: BiasRow['audit']; of: (row: Row) => string | undefined }[] = [
  {
    audit: 'identity',
    of: ({ labelled }) => (labelled.functionality?.startsWith('identity') ? labelled.functionality : undefined),
  },
  {
    audit: 'counter-speech',
    of: ({ labelled }) =>
      /^(counter|negated-hate|reporting)/.test(labelled.functionality ?? '') ? labelled.functionality : undefined,
  },
  {
    audit: 'reclaimed',
    of: ({ labelled }) => (labelled.functionality?.startsWith('reclaimed') ? labelled.functionality : undefined),
  },
  { audit: 'dialect', of: ({ labelled, verdict }) => labelled.dialect ?? verdict.language.code },
];

const grouped = (rows: readonly Row[], key: (row: Row) => string | undefined): [string, Row[]][] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === undefined) continue;
    const list = groups.get(name) ?? [];
    groups.set(name, list);
    list.push(row);
  }
  return [...groups].filter(([, list]) => list.length >= FEWEST_TEXTS).sort(([a], [b]) => (a < b ? -1 : 1));
};

/**
 * Measures a classifier on labelled texts, by signal and by language, dialect, target and functionality, with 95 %
 * intervals, and how often harmless texts of each kind are taken for hate. Labels and verdicts are held in memory,
 * texts are not needed after they are judged.
 * @param baseRate share of positives to which figures are weighted a second time, e.g. 0.01
 */
export const evaluateClassifier = async (
  cases: AsyncIterable<LabelledCase>,
  classifier: { model: { name: string; version: string }; classify: Classify },
  baseRate?: number,
): Promise<EvaluationReport> => {
  const { rows, errors } = await judge(cases, (posts) => classifier.classify(posts));
  const partOf = (signal: Signal, by: PartReport['by'], part: string, list: readonly Row[]): PartReport[] => {
    const judged = judgedFor(list, signal);
    const positives = judged.filter(({ truth }) => truth === 1).length;
    if (judged.length < FEWEST_TEXTS) return [];
    const both = positives > 0 && positives < judged.length;
    return [
      {
        signal,
        by,
        part,
        texts: judged.length,
        positives,
        figures: figuresWithIntervals(sortedByProbability(judged)),
        ...(baseRate !== undefined && both
          ? { atBaseRate: figuresWithIntervals(sortedByProbability(atBaseRate(judged, baseRate))) }
          : {}),
      },
    ];
  };
  const parts = SIGNALS.flatMap((signal) => {
    const all = partOf(signal, 'all', 'all', rows);
    if (all.length === 0) return [];
    const by = (['language', 'dialect', 'target', 'functionality'] as const).flatMap((key) =>
      grouped(rows, KEYS[key]).flatMap(([part, list]) => partOf(signal, key, part, list)),
    );
    return [...all, ...by];
  });
  const bias = AUDITS.flatMap(({ audit, of }) =>
    grouped(
      rows.filter(({ labelled }) => labelled.truth.hate === 0),
      of,
    ).map(([part, list]): BiasRow => {
      const alarms = list.filter(({ verdict }) => verdict.signals.some(({ code }) => code === 'hate')).length;
      return { audit, part, texts: list.length, falseAlarms: shareWithInterval(alarms, list.length) };
    }),
  );
  return { model: classifier.model, texts: rows.length, errors, baseRate: baseRate ?? null, parts, bias };
};
