import { numberCell, textCell } from '@marsad/records/without-checks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine } from '../../src/out/plain-line.js';
import { readCsv } from './read-csv.js';

/** What a spreadsheet sees of a cell when it looks for a formula. */
const firstSeen = (cell: string): string =>
  cell.replace(/^["'\s\p{Cf}]+/gu, (skipped) => (skipped.includes("'") ? "'" : ''))[0] ?? '';
const STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

describe('textCell', () => {
  it.each([
    '=1+1',
    ' =1',
    '\u200f=1',
    '＝1',
    '@SUM(A1)',
    '+1',
    '-1',
    '"=1',
    '\u2068=HYPERLINK("x")\u2069',
    'a;=1',
    'a,=1',
    'a\t=1',
    'a;"=1',
  ])('makes no formula of %j, wherever a spreadsheet cuts it', (text) => {
    const cell = textCell(plainLine(text));
    for (const cut of [/[,;|\t]/, /;/, /,/, /\t/]) {
      for (const piece of cell.split(cut)) expect(STARTS, `${cell} cut by ${cut}`).not.toContain(firstSeen(piece));
    }
  });

  it.each(['Bab El Bahr', 'باب البحر', 'Cité - Olympique', 'a-b', 'Saint-Jean', 'L’Ariana (nord)'])(
    'leaves %j as it is',
    (text) => {
      expect(textCell(text)).toBe(text);
    },
  );

  it('never starts a formula and never breaks the table, whatever the text is', () => {
    const piece = fc.constantFrom('=', '+', '-', '@', '＝', '"', "'", ',', ';', '|', ' ', '\u200f', 'a', 'ب', '#');
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [plainLine(a), plainLine(b)];
        for (const separator of [',', ';']) {
          const written = `${[textCell(left), textCell(right)].join(separator)}\r\n`;
          const read = readCsv(written, separator);
          expect(read).toHaveLength(1);
          expect(read[0]).toHaveLength(2);
          // Only apostrophes were added.
          expect(read[0]?.map((cell) => cell.replaceAll("'", ''))).toEqual(
            [left, right].map((cell) => cell.replaceAll("'", '')),
          );
          for (const cell of read[0] ?? []) expect(STARTS).not.toContain(firstSeen(cell));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('numberCell', () => {
  it('writes shares to a millionth and keeps whole numbers whole', () => {
    expect(numberCell(1 / 7, '.')).toBe('0.142857');
    expect(numberCell(1 / 7, ',')).toBe('0,142857');
    expect(numberCell(301, ',')).toBe('301');
    expect(numberCell(0, '.')).toBe('0');
    expect(numberCell(null, '.')).toBe('');
  });
});
