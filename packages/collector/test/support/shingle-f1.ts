const shingles = (text: string): Map<string, number> => {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const runs = tokens.length === 0 ? 0 : Math.max(1, tokens.length - 3);
  for (let start = 0; start < runs; start += 1) {
    const key = tokens.slice(start, start + 4).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/**
 * The score of scrapinghub/article-extraction-benchmark: runs of four tokens as a multiset; precision and recall of each
 * page averaged over the pages where they are defined; F1 of the two means.
 */
export const shingleF1 = (pages: readonly { truth: string; found: string }[]): number => {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { truth, found } of pages) {
    const [wanted, got] = [shingles(truth), shingles(found)];
    let both = 0;
    for (const [key, count] of wanted) both += Math.min(count, got.get(key) ?? 0);
    const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total(got) > 0) precisions.push(both / total(got));
    if (total(wanted) > 0) recalls.push(both / total(wanted));
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [precision, recall] = [mean(precisions), mean(recalls)];
  return (2 * precision * recall) / (precision + recall);
};
