import { expect, it } from 'vitest';
import { estimatesMarkdown } from '../../../src/estimate/evaluate/estimates-markdown.js';
import { evaluateEstimates } from '../../../src/estimate/evaluate/evaluate-estimates.js';
import { scoreMoments } from '../../../src/estimate/evaluate/score-moments.js';

const RUNS = 30;
const report = await evaluateEstimates({ runs: RUNS, seed: 2, quick: true });

/** How far under a share the figure of so many tries falls once in a thousand. */
const chance = (share: number, tries: number): number => 3.1 * Math.sqrt((share * (1 - share)) / tries);

it('intervals hold the planted rate as often as they promise, within chance', () => {
  const told = report.coverage.filter(({ tooFew, posts }) => tooFew < 0.5 && posts >= 1000);
  expect(told.length).toBeGreaterThan(3);
  for (const { coverage, told: tries } of told) expect(coverage).toBeGreaterThan(0.95 - chance(0.95, tries));
});

it('200 labels at one in a thousand are said to be too few', () => {
  for (const { rate, tooFew } of report.coverage) if (rate === 0.001) expect(tooFew).toBeGreaterThan(0.9);
});

it('the corrected figure of large areas is within chance of the truth, the flag share off by factors', () => {
  for (const { posts, rate, corrected, raw } of report.coverage) {
    if (posts < 5000 || rate < 0.01) continue;
    expect(Math.abs(corrected - 1)).toBeLessThan(0.2);
    expect(raw).toBeGreaterThan(4);
  }
});

it('intervals of areas that differ from their city hold the areas’ own rates, within chance', () => {
  expect(new Set(report.uneven.map(({ rate }) => rate)).size).toBe(5);
  for (const { coverage } of report.uneven) expect(coverage).toBeGreaterThan(0.93 - chance(0.93, RUNS / 2));
});

it('a flat city stays unpainted', () => {
  expect(report.flat.painted).toBeLessThan(0.05);
});

it('a planted area is found nearly as often as by a test that knows the calibration', () => {
  const [figures] = report.power;
  expect(figures?.found).toBeGreaterThan(0.85 * (figures?.reference ?? 1) - chance(0.5, RUNS / 2));
});

it('efficient labels come near their bound', () => {
  for (const { width, boundOfPosts } of report.designs) expect(width / boundOfPosts).toBeLessThan(1.15);
});

it('efficient labels give intervals narrower by a quarter or a half, at one in a thousand too', () => {
  const efficient = report.designs.filter(({ design }) => design === 'efficient');
  expect(efficient.map(({ rate }) => rate)).toContain(0.001);
  for (const { separation, width } of efficient) expect(width).toBeLessThan(separation > 2 ? 0.5 : 0.75);
});

it('the figures of areas of five posts do not lean', () => {
  for (const { posts, rate, corrected } of report.coverage)
    if (posts === 5 && rate === 0.04) expect(Math.abs(corrected - 1)).toBeLessThan(0.25);
});

it('a new source sets off no alert, and a surge of four times the usual is told', () => {
  for (const { alarmsPerNewSource, surges } of report.surges) {
    // One more in fifteen years of 56 days each is chance.
    expect(alarmsPerNewSource).toBeLessThanOrEqual(1 / (RUNS / 2) + 1e-9);
    expect(surges.find(({ multiple }) => multiple === 4)?.foundWithin28Days).toBeGreaterThan(0.9);
  }
});

it('the bounds are those of the theory: exp(−d′² ÷ 8) for rare signals', () => {
  expect(1 - scoreMoments(0.0001, 1.7).efficientWidth).toBeCloseTo(0.3, 2);
  expect(1 - scoreMoments(0.0001, 2.6).efficientWidth).toBeCloseTo(0.57, 2);
});

it('the tables name every setting', () => {
  const markdown = estimatesMarkdown(report);
  for (const part of [
    'Coverage and bias',
    'flat city',
    'Areas that differ',
    'twice the rate',
    'spend labels',
    'Surges',
    'Labels needed',
  ])
    expect(markdown).toContain(part);
});
