/**
 * Which of several tests are significant while at most `rate` of those called so are expected to be wrong: the step-up
 * rule of Benjamini & Hochberg, Journal of the Royal Statistical Society B 57 (1995). Holds for independent tests and for
 * those that depend on each other positively; areas that are compared with their common city depend on each other
 * negatively, but so weakly that the rule holds (`marsad evaluate estimates` measures it).
 * @returns for each p-value, in its place, whether it is significant
 */
export const benjaminiHochberg = (pValues: readonly number[], rate: number): boolean[] => {
  const sorted = [...pValues].sort((a, b) => a - b);
  let limit = -1;
  sorted.forEach((p, index) => {
    if (p <= (rate * (index + 1)) / sorted.length) limit = p;
  });
  return pValues.map((p) => p <= limit);
};
