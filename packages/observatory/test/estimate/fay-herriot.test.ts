import { expect, it } from 'vitest';
import { fayHerriot } from '../../src/estimate/fay-herriot.js';

// Trials of BCG vaccine against tuberculosis (Colditz et al., JAMA 271 (1994)): cases and others, vaccinated and not.
const TRIALS: readonly [number, number, number, number][] = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
];
const LOG_RISK_RATIOS = TRIALS.map(([a, b, c, d]) => ({
  value: Math.log(a / (a + b) / (c / (c + d))),
  variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
}));

it('the moment equation gives the published variance between trials and mean (Paule & Mandel is the same equation)', () => {
  const { between, mean } = fayHerriot(LOG_RISK_RATIOS);
  expect(between).toBeCloseTo(0.3181, 4);
  expect(mean).toBeCloseTo(-0.715, 3);
});

it('eight schools do not differ more than chance: all shrink to the published mean of 7.7', () => {
  // Rubin, Journal of Educational Statistics 6 (1981).
  const values = [28, 8, -3, 7, -1, 1, 18, 12];
  const errors = [15, 10, 16, 11, 9, 11, 10, 18];
  const { between, mean, areas } = fayHerriot(
    values.map((value, index) => ({ value, variance: (errors[index] ?? 1) ** 2 })),
  );
  expect(between).toBe(0);
  expect(mean).toBeCloseTo(7.69, 2);
  for (const area of areas) expect(area.value).toBeCloseTo(mean, 10);
});

it('a surer figure keeps more of its own', () => {
  const { areas } = fayHerriot([
    { value: 1, variance: 0.01 },
    { value: 5, variance: 0.01 },
    { value: 9, variance: 4 },
  ]);
  expect(areas[0]?.own).toBeGreaterThan(areas[2]?.own ?? 1);
});

it('with a known mean single figures shrink to it', () => {
  const { mean, areas } = fayHerriot([{ value: 3, variance: 1 }], 2);
  expect(mean).toBe(2);
  expect(areas[0]?.value).toBe(2);
});
