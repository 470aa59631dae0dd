/** A picture that repeats without seams: RGBA bytes, row by row. */
export interface Pattern {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Side of a pattern in pixels. */
const SIDE = 16;

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const paint = (ground: string, ink: string, inked: (x: number, y: number) => boolean): Pattern => {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) data.set([...channels(inked(x, y) ? ink : ground), 255], (y * SIDE + x) * 4);
  }
  return { width: SIDE, height: SIDE, data };
};

/** Diagonal stripes: a figure exists and is hidden. */
export const hatchPattern = (ground: string, ink: string): Pattern => paint(ground, ink, (x, y) => (x + y) % SIDE < 4);

/** Upright bars, as columns of a calendar: a figure exists for other weeks than the chosen ones. */
export const barPattern = (ground: string, ink: string): Pattern => paint(ground, ink, (x) => x % (SIDE / 2) < 2);

/** Single dots on white: nothing was found. */
export const dotPattern = (ground: string, ink: string): Pattern =>
  paint(ground, ink, (x, y) => (x - SIDE / 2 + 0.5) ** 2 + (y - SIDE / 2 + 0.5) ** 2 < 5);

/** Pairs of level lines, like an equals sign: as far as can be told, like the city. */
export const levelPattern = (ground: string, ink: string): Pattern =>
  paint(ground, ink, (_x, y) => (y >= 3 && y < 5) || (y >= 8 && y < 10));

/** A pattern at another size: every pixel is the mean of those that it covers, a part of one by its part. */
export const scaledPattern = ({ width, height, data }: Pattern, side: number): Pattern => {
  const scaled = new Uint8ClampedArray(side * side * 4);
  /** How much of each pixel along a line of `length` lies in the one at `at` of `side`. */
  const covered = (at: number, length: number): [pixel: number, part: number][] => {
    const [from, to] = [(at * length) / side, ((at + 1) * length) / side];
    return Array.from({ length: Math.ceil(to) - Math.floor(from) }, (_, index) => {
      const pixel = Math.floor(from) + index;
      return [pixel, (Math.min(to, pixel + 1) - Math.max(from, pixel)) / (to - from)];
    });
  };
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (const [row, high] of covered(y, height)) {
          for (const [column, wide] of covered(x, width))
            sum += high * wide * (data[(row * width + column) * 4 + channel] ?? 0);
        }
        scaled[(y * side + x) * 4 + channel] = sum;
      }
    }
  }
  return { width: side, height: side, data: scaled };
};
