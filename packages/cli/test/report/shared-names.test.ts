import { expect, it } from 'vitest';
import { sharedNameLines, sharedNames } from '../../src/report/shared-names.js';

it('names that several neighbourhoods bear are told with them, whatever their case; a name twice in one is not', () => {
  const shared = sharedNames([
    { area: 'north', name: 'Old Market' },
    { area: 'harbour', name: 'old  market' },
    { area: 'north', name: 'Old Market' },
    { area: 'north', name: 'Gate' },
    { area: 'north', name: 'gate' },
  ]);
  expect(shared).toEqual([{ name: 'Old Market', areas: ['harbour', 'north'] }]);
  expect(sharedNameLines(shared)).toEqual([
    '1 name is borne by several neighbourhoods: a post that says only this is placed in none of them',
    '  Old Market: harbour, north',
  ]);
  expect(sharedNameLines([])).toEqual([]);
});

it('ten are named, the others counted', () => {
  const rows = Array.from({ length: 12 }, (_, at) => ['a', 'b'].map((area) => ({ area, name: `name ${at}` }))).flat();
  const lines = sharedNameLines(sharedNames(rows));
  expect(lines).toHaveLength(12);
  expect(lines[0]).toContain('12 names are borne');
  expect(lines.at(-1)).toBe('  and 2 more (--json lists all)');
});
