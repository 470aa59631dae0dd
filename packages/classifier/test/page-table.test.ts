import { describe, expect, it } from 'vitest';
import { PageTable } from '../src/page-table.js';

describe('PageTable', () => {
  it('gives what was computed for every code unit, whichever is asked for first', () => {
    const table = new PageTable((unit) => unit % 1000);
    for (const unit of [65_535, 0, 256, 255, 40_000, 511]) expect(table.of(unit)).toBe(unit % 1000);
    for (let unit = 0; unit < 65_536; unit++) expect(table.of(unit)).toBe(unit % 1000);
  });

  it('computes the 256 neighbours of a code unit once, and no others', () => {
    const asked: number[] = [];
    const table = new PageTable((unit) => {
      asked.push(unit);
      return 0;
    });
    table.of(300);
    table.of(301);
    expect(asked).toEqual(Array.from({ length: 256 }, (_, at) => 256 + at));
  });
});
