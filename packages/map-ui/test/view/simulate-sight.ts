export type Sight = 'usual' | 'protanopia' | 'deuteranopia' | 'greyscale';

type Vector = readonly [number, number, number];

const SAME: readonly Vector[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/**
 * On linear RGB, severity 1.0. Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, IEEE TVCG 15 (2009) 1291,
 * tables of the authors. Grey: the luminance weights of sRGB.
 */
const MATRICES: Record<Sight, readonly Vector[]> = {
  usual: SAME,
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  greyscale: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

const linear = (hex: string): Vector => {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const times = (matrix: readonly Vector[], [r, g, b]: Vector): Vector => {
  const [x = 0, y = 0, z = 0] = matrix.map(([p, q, s]) => Math.min(1, Math.max(0, p * r + q * g + s * b)));
  return [x, y, z];
};

/** CIE L*a*b* (D65, 2 degrees) of an sRGB colour as it is seen with the given sight. */
export const labOf = (hex: string, sight: Sight): Vector => {
  const [r, g, b] = times(MATRICES[sight], linear(hex));
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

/** CIE76 distance; about 2.3 is just noticeable, 10 is plain at a glance. */
export const distance = (one: string, other: string, sight: Sight): number => {
  const [l1, a1, b1] = labOf(one, sight);
  const [l2, a2, b2] = labOf(other, sight);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
};
