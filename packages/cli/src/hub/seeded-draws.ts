import { mix } from '@marsad/records';

/** Numbers by chance that are the same for the same seed: counts hashed (`mix`), which is even enough for invented figures. */
export interface Draws {
  /** from 0 to below 1 */
  uniform: () => number;
  /** a count from `size` draws with this chance, by the normal curve, within 0 to `size` */
  binomial: (size: number, chance: number) => number;
  /** a whole number from `least` to `most`, both included */
  whole: (least: number, most: number) => number;
}

/** Draws of a seed. */
export const seededDraws = (seed: number): Draws => {
  let count = mix(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995);
  const uniform = (): number => {
    count = (count + 0x6d2b79f5) | 0;
    return (mix(count) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    binomial: (size, chance) => {
      // Twelve uniform numbers add up to nearly a normal one.
      let normal = -6;
      for (let at = 0; at < 12; at += 1) normal += uniform();
      const drawn = Math.round(size * chance + normal * Math.sqrt(size * chance * (1 - chance)));
      return Math.min(size, Math.max(0, drawn));
    },
    whole: (least, most) => least + Math.floor(uniform() * (most - least + 1)),
  };
};
