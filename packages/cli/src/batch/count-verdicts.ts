import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DropCounter, type DropCounts, InputError, SIGNALS, type Signal, signalCode } from '@marsad/records';
import { z } from 'zod';

/** What is counted of the verdicts in one language. */
export interface LanguageCounts {
  posts: number;
  /** posts with at least one signal */
  withSignal: number;
  /** posts a signal; one post may carry several */
  signals: Record<Signal, number>;
  /** present where the model's error in this language was never measured */
  unmeasured?: true;
}

/** What a file of verdicts holds, for the run card and the summary. */
export interface VerdictCounts {
  /** lines: verdicts and errors together */
  rows: number;
  judged: number;
  /** error lines by code */
  errors: DropCounts;
  /** by ISO 639-3 code, in the order of the alphabet */
  languages: Record<string, LanguageCounts>;
}

/** As much of a verdict as is counted. */
const countedVerdict = z.object({
  language: z.object({ code: z.string() }),
  signals: z.array(z.object({ code: signalCode })),
  unmeasured: z.boolean().optional(),
});
const countedError = z.object({ error: z.object({ code: z.string() }) });
type CountedVerdict = z.infer<typeof countedVerdict>;

const noCounts = (): LanguageCounts => ({
  posts: 0,
  withSignal: 0,
  signals: { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 },
});

/** Counts verdicts by language and signal as they pass. */
export class VerdictCounter {
  readonly #languages = new Map<string, LanguageCounts>();
  readonly #errors = new DropCounter();

  /** @param posts how many verdicts are like this one */
  add({ language: { code }, signals, unmeasured }: CountedVerdict, posts = 1): void {
    let counts = this.#languages.get(code);
    if (!counts) {
      counts = noCounts();
      this.#languages.set(code, counts);
    }
    counts.posts += posts;
    if (unmeasured) counts.unmeasured = true;
    if (signals.length > 0) counts.withSignal += posts;
    for (const signal of signals) counts.signals[signal.code] += posts;
  }

  addErrors(errors: DropCounts): void {
    for (const [code, count] of Object.entries(errors)) this.#errors.add(code, count);
  }

  /**
   * Counts the lines that an earlier, interrupted run has written.
   * @throws InputError `resume-bad-line` for a line that is neither a verdict nor an error
   */
  async addLinesOf(path: string): Promise<void> {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      const value = parsed(line);
      const verdict = countedVerdict.safeParse(value);
      const error = countedError.safeParse(value);
      if (verdict.success) this.add(verdict.data);
      else if (error.success) this.#errors.add(error.data.error.code);
      else {
        throw new InputError(
          'resume-bad-line',
          `${path}:${number}: expected a verdict or an error, got ${line.slice(0, 40)}`,
          { remedy: 'Begin anew without --resume.' },
        );
      }
    }
  }

  toJSON(): VerdictCounts {
    const languages = [...this.#languages].sort(([a], [b]) => (a < b ? -1 : 1));
    const judged = languages.reduce((sum, [, { posts }]) => sum + posts, 0);
    return {
      rows: judged + this.#errors.total,
      judged,
      errors: this.#errors.toJSON(),
      languages: Object.fromEntries(languages),
    };
  }
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** The counts as a table, a line a language and one for all: posts, and how many carry each signal. */
export const verdictTable = ({ languages, rows, judged }: VerdictCounts): string[] => {
  const all = noCounts();
  for (const counts of Object.values(languages)) {
    all.posts += counts.posts;
    all.withSignal += counts.withSignal;
    for (const signal of SIGNALS) all.signals[signal] += counts.signals[signal];
  }
  const cells = (name: string, { posts, withSignal, signals }: LanguageCounts): string[] => [
    name,
    ...[posts, ...SIGNALS.map((signal) => signals[signal]), posts - withSignal].map(String),
  ];
  const table = [
    ['language', 'posts', ...SIGNALS, 'none'],
    ...Object.entries(languages).map(([code, counts]) =>
      cells(counts.unmeasured ? `${code} (unmeasured)` : code, counts),
    ),
    cells('all', all),
  ];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  const unjudged = rows - judged;
  if (unjudged === 0) return lines;
  return [
    ...lines,
    `not judged: ${unjudged === 1 ? '1 row, with an error in its' : `${unjudged} rows, with an error in their`} place`,
  ];
};
