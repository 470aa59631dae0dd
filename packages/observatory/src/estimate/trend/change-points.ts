/** One period of a series of shares. */
export interface SeriesPoint {
  posts: number;
  /** how many of the posts carry the signal; may be a corrected figure, and then no whole number */
  positives: number;
}

const logLikelihood = (positives: number, posts: number): number => {
  const share = posts > 0 ? positives / posts : 0;
  return share <= 0 || share >= 1 ? 0 : positives * Math.log(share) + (posts - positives) * Math.log(1 - share);
};

/**
 * Where the share of a series changed: optimal partitioning of a binomial series into stretches of one share each, a
 * further stretch costing `penalty` in twice the log-likelihood. Source: Jackson et al., IEEE Signal Processing Letters 12
 * (2005); the usual penalty 2 ln(n) per change is that of Yao, Statistics & Probability Letters 6 (1988), doubled because a
 * change has a place and a height; posts come in bursts, so the likelihood is divided by `overdispersion`.
 * @returns indices of the periods at which a new stretch begins, ascending
 */
export const changePoints = (
  series: readonly SeriesPoint[],
  {
    penalty = 2 * Math.log(Math.max(2, series.length)),
    overdispersion = 1,
  }: { penalty?: number; overdispersion?: number } = {},
): number[] => {
  const posts = [0];
  const positives = [0];
  for (const point of series) {
    posts.push((posts.at(-1) ?? 0) + point.posts);
    positives.push((positives.at(-1) ?? 0) + point.positives);
  }
  const cost = (from: number, to: number): number =>
    (-2 * logLikelihood((positives[to] ?? 0) - (positives[from] ?? 0), (posts[to] ?? 0) - (posts[from] ?? 0))) /
    overdispersion;
  const best = [-penalty];
  const begins = [0];
  for (let to = 1; to <= series.length; to += 1) {
    let least = Number.POSITIVE_INFINITY;
    let begin = 0;
    for (let from = 0; from < to; from += 1) {
      const total = (best[from] ?? 0) + cost(from, to) + penalty;
      if (total < least - 1e-12) {
        least = total;
        begin = from;
      }
    }
    best.push(least);
    begins.push(begin);
  }
  const found: number[] = [];
  for (let at = series.length; at > 0; at = begins[at] ?? 0) if ((begins[at] ?? 0) > 0) found.push(begins[at] ?? 0);
  return found.reverse();
};
