/** Labels and positives that a language needs to be a stratum of its own. */
const LABELS_NEEDED = 50;
const POSITIVES_NEEDED = 5;

/**
 * Which stratum a language belongs to: one for each language with enough labels, and one for all others together; when
 * those have too few, they join the language with the most labels.
 */
export const strataOf = (
  labels: readonly { language: string | undefined; truth: boolean }[],
): { count: number; of(language: string | undefined): number } => {
  const seen = new Map<string, { labels: number; positives: number }>();
  for (const { language, truth } of labels) {
    if (language === undefined) continue;
    const found = seen.get(language) ?? { labels: 0, positives: 0 };
    found.labels += 1;
    if (truth) found.positives += 1;
    seen.set(language, found);
  }
  const enough = (found: { labels: number; positives: number }): boolean =>
    found.labels >= LABELS_NEEDED && found.positives >= POSITIVES_NEEDED;
  const own = [...seen]
    .filter(([, found]) => enough(found))
    .sort(([a, x], [b, y]) => y.labels - x.labels || (a < b ? -1 : 1));
  if (own.length === 0) return { count: 1, of: () => 0 };
  const rest = { labels: 0, positives: 0 };
  const numbers = new Map(own.map(([language], index) => [language, index]));
  for (const { language, truth } of labels) {
    if (language !== undefined && numbers.has(language)) continue;
    rest.labels += 1;
    if (truth) rest.positives += 1;
  }
  const others = enough(rest) ? own.length : 0;
  return {
    count: enough(rest) ? own.length + 1 : own.length,
    of: (language) => (language === undefined ? others : (numbers.get(language) ?? others)),
  };
};
