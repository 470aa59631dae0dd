/** A 95 % interval of a share. */
export interface Interval {
  low: number;
  high: number;
}

/** The standard normal quantile that leaves 2.5 % on either side. */
export const Z95 = 1.959963984540054;

/**
 * The Wilson score interval (95 %, no continuity correction) of a share: it stays inside 0–1 and is honest for small counts,
 * where the textbook interval collapses to nothing.
 * Source: E. B. Wilson, JASA 22 (1927); method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
 * @param positives from 0 to `size` @param size more than nought; it may be a fraction (an effective size)
 */
export const wilsonInterval = (positives: number, size: number): Interval => {
  const share = positives / size;
  const z2 = Z95 * Z95;
  const middle = share + z2 / (2 * size);
  const spread = Z95 * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size * size));
  const scale = 1 + z2 / size;
  // At the ends the exact value is 0 or 1; floating point would leave a stray 1e-17.
  return {
    low: positives === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: positives === size ? 1 : Math.min(1, (middle + spread) / scale),
  };
};
