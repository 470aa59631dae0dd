/** An area's own figure and how far chance moves it. */
export interface DirectEstimate {
  value: number;
  /** sampling variance, taken as known */
  variance: number;
}

export interface Shrunk {
  /** variance of the true values of areas around the mean */
  between: number;
  mean: number;
  /** per area, in the same order: the figure shrunk towards the mean, and the share of its own figure in it */
  areas: { value: number; own: number; variance: number }[];
}

/**
 * Shrinks figures of areas towards their common mean, the more the less sure each is: the area model of Fay & Herriot,
 * Journal of the American Statistical Association 74 (1979), with the mean alone as covariate and the variance between areas
 * by their moment equation Σ (yᵢ − mean)² / (between + varianceᵢ) = areas − 1. The variance that comes back is
 * g₁ + g₂ + 2 g₃: own chance, that of the mean, and that of `between`, which is a guess too (Datta, Rao & Smith,
 * Biometrika 92 (2005), for this moment equation).
 * @param known mean when it is known from elsewhere (then the equation's right side is the number of areas)
 */
export const fayHerriot = (direct: readonly DirectEstimate[], known?: number): Shrunk => {
  const degrees = known === undefined ? direct.length - 1 : direct.length;
  const meanAt = (between: number): { mean: number; weight: number } => {
    let weighted = 0;
    let weight = 0;
    for (const { value, variance } of direct) {
      weighted += value / (between + variance);
      weight += 1 / (between + variance);
    }
    return { mean: known ?? weighted / weight, weight };
  };
  const excess = (between: number): number => {
    const { mean } = meanAt(between);
    return direct.reduce((sum, { value, variance }) => sum + (value - mean) ** 2 / (between + variance), 0) - degrees;
  };
  let between = 0;
  if (direct.length > 1 && excess(0) > 0) {
    let high = direct.reduce((most, { value, variance }) => Math.max(most, variance, value * value), 1e-12);
    while (excess(high) > 0) high *= 2;
    let low = 0;
    for (let round = 0; round < 100; round += 1) {
      between = (low + high) / 2;
      if (excess(between) > 0) low = between;
      else high = between;
    }
  }
  const { mean, weight } = meanAt(between);
  const spreadOfBetween = (2 * direct.length) / (weight * weight);
  return {
    between,
    mean,
    areas: direct.map(({ value, variance }) => {
      const own = between / (between + variance);
      const ofBetween = (2 * (variance * variance * spreadOfBetween)) / (between + variance) ** 3;
      const ofMean = known === undefined ? (1 - own) ** 2 / weight : 0;
      return { value: own * value + (1 - own) * mean, own, variance: own * variance + ofMean + ofBetween };
    }),
  };
};
