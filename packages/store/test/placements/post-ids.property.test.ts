import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PostIds } from '../../src/placements/post-ids.js';

const hex = fc.string({ minLength: 32, maxLength: 32, unit: fc.constantFrom(...'0123456789abcdef') });
/** Ids that begin alike, and so are looked for at the same place. */
const alike = fc
  .string({ minLength: 24, maxLength: 24, unit: fc.constantFrom(...'01f') })
  .map((end) => `00000001${end}`);

it('every id stands at the place in which it came and is found there, others nowhere', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(hex, alike), { minLength: 1, maxLength: 200 }),
      fc.array(hex, { maxLength: 20 }),
      (ids, others) => {
        const held = new PostIds();
        for (const id of ids) held.add(id);
        expect(held.size).toBe(ids.length);
        expect(ids.map((_, place) => held.at(place))).toEqual(ids);
        expect(ids.map((id) => held.placeOf(id))).toEqual(ids.map((_, place) => place));
        for (const id of others) if (!ids.includes(id)) expect(held.placeOf(id)).toBeUndefined();
        held.close();
        expect(held.placeOf(ids[0] ?? '')).toBeUndefined();
        expect(held.at(0)).toBe(ids[0]);
      },
    ),
  );
});

it('tables that grow lose no id', () => {
  const ids = Array.from({ length: 5000 }, (_, at) => (at * 0x9e37).toString(16).padStart(8, '0').repeat(4));
  const held = new PostIds();
  for (const id of ids) held.add(id);
  expect(ids.every((id, place) => held.placeOf(id) === place && held.at(place) === id)).toBe(true);
});

it.each(['', 'ab', 'A'.repeat(32), 'g'.repeat(32), `${'0'.repeat(31)}é`, '0'.repeat(33)])(
  'what is no id is refused and found nowhere: %j',
  (text) => {
    const held = new PostIds();
    expect(() => held.add(text)).toThrow('32');
    expect(held.size).toBe(0);
    held.add('0'.repeat(32));
    expect(held.placeOf(text)).toBeUndefined();
  },
);
