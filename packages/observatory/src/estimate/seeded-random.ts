/** A stream of numbers that the same seed always repeats. */
export interface SeededRandom {
  /** uniform in [0, 1) */
  uniform(): number;
  /** standard normal */
  normal(): number;
  /** puts a list into random order, in place (Fisher–Yates) */
  shuffle(list: Float64Array | Int32Array): void;
}

/**
 * Random numbers from a seed. Source: xoshiro128** (Blackman & Vigna 2021) with its state filled by SplitMix32; normals
 * by the polar method (Marsaglia & Bray 1964).
 * @param seed a whole number
 */
export const seededRandom = (seed: number): SeededRandom => {
  let mixing = seed | 0;
  const split = (): number => {
    mixing = (mixing + 0x9e3779b9) | 0;
    let z = mixing;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  let a = split();
  let b = split();
  let c = split();
  let d = split() | 1;
  const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
  const uniform = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result / 4_294_967_296;
  };
  let kept: number | undefined;
  const normal = (): number => {
    if (kept !== undefined) {
      const value = kept;
      kept = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      kept = y * factor;
      return x * factor;
    }
  };
  return {
    uniform,
    normal,
    shuffle: (list) => {
      for (let at = list.length - 1; at > 0; at -= 1) {
        const other = Math.floor(uniform() * (at + 1));
        const held = list[at] ?? 0;
        list[at] = list[other] ?? 0;
        list[other] = held;
      }
    },
  };
};
