/** @param {string} text */
const shinglesOf = (text) => {
  const folded = text
    .replace(/@\S+|https?:\S+/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{White_Space}\p{P}\p{C}\p{M}\u0640]+/gu, '')
    .replace(/(\P{N})\1+/gu, '$1');
  /** @type {Set<string>} */
  const shingles = new Set();
  for (let at = 0; at + 3 <= folded.length; at += 1) shingles.add(folded.slice(at, at + 3));
  return shingles;
};

/**
 * Jaccard similarity of the character trigrams of two texts, counted, not estimated.
 * @param {string} a
 * @param {string} b
 */
export const trueSimilarity = (a, b) => {
  const [left, right] = [shinglesOf(a), shinglesOf(b)];
  const common = [...left].filter((shingle) => right.has(shingle)).length;
  return common / Math.max(1, left.size + right.size - common);
};
