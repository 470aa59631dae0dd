import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PostIds } from '../../src/placements/post-ids.js';

const bytes = (id: string): Uint8Array => Buffer.from(id, 'latin1');

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
        for (const id of ids) held.add(bytes(id), 0);
        expect(held.size).toBe(ids.length);
        expect(ids.map((_, place) => held.at(place))).toEqual(ids);
        expect(ids.map((id) => held.placeOf(bytes(id), 0))).toEqual(ids.map((_, place) => place));
        for (const id of others) if (!ids.includes(id)) expect(held.placeOf(bytes(id), 0)).toBeUndefined();
        held.close();
        expect(held.placeOf(bytes(ids[0] ?? ''), 0)).toBeUndefined();
        expect(held.at(0)).toBe(ids[0]);
      },
    ),
  );
});

it('tables that grow lose no id', () => {
  const ids = Array.from({ length: 5000 }, (_, at) => (at * 0x9e37).toString(16).padStart(8, '0').repeat(4));
  const held = new PostIds();
  for (const id of ids) held.add(bytes(id), 0);
  expect(ids.every((id, place) => held.placeOf(bytes(id), 0) === place && held.at(place) === id)).toBe(true);
});

it.each(['', 'ab', 'A'.repeat(32), 'g'.repeat(32), `${'0'.repeat(31)}é`])(
  'what is no id is refused and found nowhere: %j',
  (text) => {
    const held = new PostIds();
    expect(() => held.add(bytes(text), 0)).toThrow('32');
    expect(held.size).toBe(0);
    held.add(bytes('0'.repeat(32)), 0);
    expect(held.placeOf(bytes(text), 0)).toBeUndefined();
  },
);

it('ids come in their order, whatever the order in which they came', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hex, { selector: (id) => id.slice(0, 8), maxLength: 200 }), (ids) => {
      const held = new PostIds();
      for (const id of ids) held.add(bytes(id), 0);
      expect([...held.inOrder()].map((place) => held.at(place))).toEqual([...ids].sort());
    }),
  );
});

it('one id after the other is read out of one text', () => {
  const ids = ['0'.repeat(32), 'ab'.repeat(16)];
  const held = new PostIds();
  const text = bytes(ids.join(''));
  held.add(text, 0);
  held.add(text, 32);
  expect([held.at(0), held.at(1)]).toEqual(ids);
  expect(held.placeOf(text, 32)).toBe(1);
  expect(held.placeOf(text, 33)).toBeUndefined();
});
