/**
 * Chance that is the same on every machine (mulberry32, Tommy Ettinger, public domain).
 * @param {number} seed
 * @returns {() => number} uniform in [0, 1)
 */
export const seeded = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * One of a list by chance.
 * @template T
 * @param {() => number} random
 * @param {readonly T[]} list
 * @returns {T}
 */
export const pick = (random, list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
