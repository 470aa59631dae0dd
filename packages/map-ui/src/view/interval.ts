export interface Interval {
  low: number;
  high: number;
}

/** The standard normal quantile that leaves 2.5 % on either side. */
const Z_95 = 1.959963984540054;

/**
 * The Wilson score interval (95 %, no continuity correction) of a share: `flagged` out of `posts`.
 * It stays inside 0–1 and is honest for small counts, where the textbook interval collapses to nothing.
 * Source: E. B. Wilson, JASA 22 (1927); method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
 * Returns null when there are no posts; expects 0 ≤ flagged ≤ posts.
 */
export const wilsonInterval = (flagged: number, posts: number): Interval | null => {
  if (posts <= 0) return null;
  const share = flagged / posts;
  const z2 = Z_95 * Z_95;
  const middle = share + z2 / (2 * posts);
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / posts + z2 / (4 * posts * posts));
  const scale = 1 + z2 / posts;
  // At the ends the exact value is 0 or 1; floating point would leave a stray 1e-17.
  return {
    low: flagged === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: flagged === posts ? 1 : Math.min(1, (middle + spread) / scale),
  };
};
