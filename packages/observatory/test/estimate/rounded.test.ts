import { describe, expect, it } from 'vitest';
import { rounded } from '../../src/estimate/rounded.js';

describe('rounded', () => {
  it('keeps three digits, and calls nought what is below one in a million', () => {
    expect([0.123456, 0.000123456, 4.22e-19, -3e-9, 1].map(rounded)).toEqual([0.123, 0.000123, 0, 0, 1]);
  });
});
