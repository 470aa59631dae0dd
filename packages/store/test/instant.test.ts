import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storedInstant } from '../src/instant.js';

const time = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

it('the order of the texts is the order of the times, with and without milliseconds', () => {
  const written = time.chain((full) => fc.constantFrom(full, `${full.slice(0, 19)}Z`));
  fc.assert(
    fc.property(written, written, (a, b) => {
      const [first, second] = [storedInstant(a), storedInstant(b)];
      expect(Math.sign(Date.parse(a) - Date.parse(b))).toBe(first === second ? 0 : first < second ? -1 : 1);
    }),
  );
});

it('a text that is no time is refused by name', () => {
  expect(() => storedInstant('yesterday')).toThrow('expected an ISO 8601 time, got "yesterday"');
});
