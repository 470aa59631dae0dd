import { expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/estimate/false-discovery.js';

// Benjamini & Hochberg (1995), section 3.2: fifteen endpoints of a trial of thrombolysis.
const TRIAL = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

it('the published example rejects the four smallest', () => {
  expect(benjaminiHochberg(TRIAL, 0.05)).toEqual(TRIAL.map((p) => p <= 0.0095));
});

it('the order of the tests makes no difference', () => {
  const turned = [...TRIAL].reverse();
  expect(benjaminiHochberg(turned, 0.05)).toEqual(turned.map((p) => p <= 0.0095));
});

it('no test is significant in a list of none', () => {
  expect(benjaminiHochberg([], 0.05)).toEqual([]);
});
