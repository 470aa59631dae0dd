/**
 * The quantile of Student's t-distribution that leaves 2.5 % above it, by bisection of the distribution function, whose value
 * for whole degrees of freedom is a finite sum (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4).
 * @param freedom whole degrees of freedom, at least 1
 */
export const studentQuantile975 = (freedom: number): number => {
  let low = 0;
  let high = 13;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (withinShare(middle, freedom) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** The chance that |t| is at most `t`. */
const withinShare = (t: number, freedom: number): number => {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cosine2 = Math.cos(angle) ** 2;
  const odd = freedom % 2 === 1;
  let term = odd ? Math.cos(angle) : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= freedom - 2; power += 2) {
    term *= ((power - 1) / power) * cosine2;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
};
