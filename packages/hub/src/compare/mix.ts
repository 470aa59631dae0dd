/** Shares that add up to 1, by code; empty where nothing is told. */
export type Mix = Readonly<Record<string, number>>;

/** Counts as shares; empty when there are none. */
export const mixOf = (counts: Readonly<Partial<Record<string, number>>>): Mix => {
  const entries = Object.entries(counts).filter((entry): entry is [string, number] => (entry[1] ?? 0) > 0);
  const sum = entries.reduce((total, [, count]) => total + count, 0);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => [code, count / sum]));
};

/** Total variation distance: the share of posts that would have to change their code for two mixes to be equal (0 to 1). */
export const mixDistance = (a: Mix, b: Mix): number => {
  const codes = new Set([...Object.keys(a), ...Object.keys(b)]);
  let sum = 0;
  for (const code of codes) sum += Math.abs((a[code] ?? 0) - (b[code] ?? 0));
  return sum / 2;
};

/** The mean of some mixes, each counting the same however many posts it has. */
export const meanMix = (mixes: readonly Mix[]): Mix => {
  const sums: Record<string, number> = {};
  for (const mix of mixes) for (const [code, share] of Object.entries(mix)) sums[code] = (sums[code] ?? 0) + share;
  return mixOf(sums);
};

/**
 * The mix nearest to all others (their medoid): unlike a mean it is one that a city really has, so that two cities with
 * different languages do not meet in a middle that is neither's. Of equally near ones the first.
 */
export const centralMix = (mixes: readonly Mix[]): Mix | undefined => {
  let central: { mix: Mix; sum: number } | undefined;
  for (const mix of mixes) {
    const sum = mixes.reduce((total, other) => total + mixDistance(mix, other), 0);
    if (central === undefined || sum < central.sum - 1e-12) central = { mix, sum };
  }
  return central?.mix;
};
