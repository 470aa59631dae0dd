/** A source of chance that gives the same numbers for the same seed. */
export interface Chance {
  /** from 0 up to, not including, 1 */
  next(): number;
  /** a whole number from 0 up to, not including, `end` */
  below(end: number): number;
  /** one of a list; the list must not be empty */
  pick<T>(list: readonly T[]): T;
}

/** Seeded chance by mulberry32 (Tommy Ettinger, public domain). */
export const seededChance = (seed: number): Chance => {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (list) => {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new RangeError('chance: expected a list with something in it, got an empty one');
      return chosen;
    },
  };
};
