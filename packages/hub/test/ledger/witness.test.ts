import { describe, expect, it } from 'vitest';
import { forgotten } from '../../src/ledger/witness.js';

const numbers = (snapshot: number, notices = 0, keys = 1) => ({ snapshot, notices, keys });

describe('what a ledger has forgotten', () => {
  it('is nothing when it is as new as its witness, newer, or has none', () => {
    const ledger = { changes: 5, cities: { a: numbers(3) } };
    expect(forgotten(ledger, undefined)).toEqual([]);
    expect(forgotten(ledger, ledger)).toEqual([]);
    expect(forgotten(ledger, { changes: 4, cities: { a: numbers(2) } })).toEqual([]);
  });

  it('is told by city, also when as many other changes came since', () => {
    const told = forgotten(
      { changes: 9, cities: { a: numbers(3), b: numbers(1, 0, 1) } },
      { changes: 7, cities: { a: numbers(3), b: numbers(2, 1, 2), c: numbers(1) } },
    );
    expect(told[0]).toContain('restored from a backup');
    expect(told.slice(1)).toEqual([
      'b had snapshot 2, now 1; notices 1, now 0; keys 2, now 1',
      'c was invited, and is not known any more: invite it again',
    ]);
  });

  it('is said although no city lost anything, since contests or copies may be lost', () => {
    expect(forgotten({ changes: 1, cities: {} }, { changes: 2, cities: {} })).toHaveLength(1);
  });
});
