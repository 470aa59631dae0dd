import { expect, it } from 'vitest';
import { Repeated } from '../../src/placements/repeated.js';

it('each row has the value that it was set to, the first one where it was never set', () => {
  const column = new Repeated<string | null>(null);
  for (let row = 0; row < 5000; row += 2) column.set(row, `value ${row % 7}`);
  column.set(4, null);
  column.close();
  expect([column.at(0), column.at(1), column.at(4), column.at(4998), column.at(9999)]).toEqual([
    'value 0',
    null,
    null,
    `value ${4998 % 7}`,
    null,
  ]);
});

it('rows of the same value have the same number, and the value is held once', () => {
  const column = new Repeated('');
  column.set(0, 'a');
  column.set(1, 'b');
  column.set(2, 'a');
  expect(column.codeAt(2)).toBe(column.codeAt(0));
  expect([0, 1, 2].map((code) => column.valueOf(code))).toEqual(['', 'a', 'b']);
  column.setCode(3, column.codeOf('b'));
  expect(column.at(3)).toBe('b');
});
