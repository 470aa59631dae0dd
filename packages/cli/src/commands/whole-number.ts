import { InvalidArgumentError } from 'commander';

/** Parses a flag that takes a whole number of at least `minimum`. */
export const wholeNumber =
  (flag: string, minimum: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < minimum || !Number.isSafeInteger(value)) {
      throw new InvalidArgumentError(`${flag}: expected a whole number of at least ${minimum}, got "${text}".`);
    }
    return value;
  };
