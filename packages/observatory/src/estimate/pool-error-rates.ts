import type { CardErrorRates } from './estimate.js';

/** Mean share and the number of texts that would leave it as unsure as the spread over the sets does. */
const pooled = (counts: readonly { texts: number; found: number }[]): { texts: number; found: number } => {
  const sets = counts.filter(({ texts }) => texts > 0);
  const [only] = sets;
  if (!only) return { texts: 0, found: 0 };
  if (sets.length === 1) return only;
  const shares = sets.map(({ texts, found }) => found / texts);
  const mean = shares.reduce((sum, share) => sum + share, 0) / sets.length;
  const spread = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (sets.length - 1);
  const all = sets.reduce((sum, { texts }) => sum + texts, 0);
  const variance = spread * (1 + 1 / sets.length);
  const texts = variance > 0 ? Math.min(all, Math.max(1, (mean * (1 - mean)) / variance - 1)) : all;
  return { texts, found: mean * texts };
};

/**
 * Error rates of a model over several sets of texts, as one, to be carried to a city that is a set of its own: the mean over
 * the sets, and as many texts as leave it as unsure as one more set would be (the size of the beta distribution with the
 * variance of the sets around their mean and of that mean: v = s² (1 + 1 ÷ sets), size = m (1 − m) ÷ v − 1). With one set
 * nothing is known of the spread, and its own counts stand.
 */
export const poolErrorRates = (sets: readonly CardErrorRates[]): CardErrorRates => {
  const positives = pooled(sets.map((set) => ({ texts: set.positives, found: set.positivesFlagged })));
  const harmless = pooled(sets.map((set) => ({ texts: set.harmless, found: set.harmlessFlagged })));
  return {
    positives: positives.texts,
    positivesFlagged: positives.found,
    harmless: harmless.texts,
    harmlessFlagged: harmless.found,
  };
};
