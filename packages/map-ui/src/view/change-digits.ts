import { type AreaChange, STRONG_CHANGE } from './change.js';

/** Decimals are added until this many: further ones say nothing about posts. */
const MOST_DIGITS = 6;

/** A change as it is written: both shares with the same decimals, and a difference that they add up to. */
export interface WrittenChange {
  digits: number;
  before: number;
  after: number;
  difference: number;
}

const rounded = (share: number, digits: number): number => {
  const steps = 10 ** (digits + 2);
  return Math.round(share * steps) / steps;
};

/**
 * Rounds the shares (0–1) of a change to one decimal of a percentage and takes the difference of what is then written, so
 * that whoever subtracts finds the same. More decimals only where the written difference would read as the other side of
 * the bound of strong changes, or a clear change as none.
 */
export const writtenChange = ({ before, after, difference }: NonNullable<AreaChange['shares']>): WrittenChange => {
  const write = (digits: number): WrittenChange => {
    const [first, then] = [rounded(before.rate, digits), rounded(after.rate, digits)];
    return { digits, before: first, after: then, difference: rounded(then - first, digits) };
  };
  const isStrong = (value: number): boolean => Math.abs(value) >= STRONG_CHANGE;
  let written = write(1);
  while (
    written.digits < MOST_DIGITS &&
    (isStrong(written.difference) !== isStrong(difference.value) ||
      (difference.direction !== 'no-clear-change' && written.difference === 0))
  ) {
    written = write(written.digits + 1);
  }
  return written;
};
