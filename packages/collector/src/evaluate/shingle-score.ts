/** Precision and recall of what was found against the truth; null where one is not defined. */
export interface PageScore {
  precision: number | null;
  recall: number | null;
}

const WORD = /[\p{L}\p{N}_]+/gu;
const RUN = 4;

const shingles = (text: string): Map<string, number> => {
  const tokens = text.match(WORD) ?? [];
  const counts = new Map<string, number>();
  const runs = tokens.length === 0 ? 0 : Math.max(1, tokens.length - RUN + 1);
  for (let start = 0; start < runs; start += 1) {
    const key = tokens.slice(start, start + RUN).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, n) => total + n, 0);

/**
 * How well the text taken from one page agrees with its truth: runs of four tokens as a multiset, as the
 * scrapinghub/article-extraction-benchmark defines it. A page without truth has no recall, one without text no precision.
 */
export const scorePage = (truth: string, found: string): PageScore => {
  const [wanted, got] = [shingles(truth), shingles(found)];
  let both = 0;
  for (const [key, count] of wanted) both += Math.min(count, got.get(key) ?? 0);
  const [wantedTotal, gotTotal] = [sum(wanted), sum(got)];
  return { precision: gotTotal === 0 ? null : both / gotTotal, recall: wantedTotal === 0 ? null : both / wantedTotal };
};

const mean = (values: readonly (number | null)[]): number => {
  const defined = values.filter((value) => value !== null);
  return defined.length === 0 ? 0 : defined.reduce((total, value) => total + value, 0) / defined.length;
};

/** Means of precision and recall over the pages where they are defined, and F1 of the two means. */
export const meanScore = (pages: readonly PageScore[]): { precision: number; recall: number; f1: number } => {
  const precision = mean(pages.map((page) => page.precision));
  const recall = mean(pages.map((page) => page.recall));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};
