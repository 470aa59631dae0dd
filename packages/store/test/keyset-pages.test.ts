import { expect, it } from 'vitest';
import { keysetPages } from '../src/keyset-pages.js';

const pagesOf = async (ids: string[], pageSize: number): Promise<string[][]> => {
  const pages: string[][] = [];
  const readAfter = async (id: string, limit: number) => ids.filter((other) => other > id).slice(0, limit);
  for await (const page of keysetPages(pageSize, readAfter, (id) => id)) pages.push(page);
  return pages;
};

it('every row comes once, in pages of the size asked for', async () => {
  expect(await pagesOf(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  expect(await pagesOf(['a', 'b', 'c', 'd'], 2)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(await pagesOf([], 2)).toEqual([]);
});

it.each([0, -1, 1.5, Number.NaN])('a page size of %s is refused', async (pageSize) => {
  await expect(pagesOf(['a'], pageSize)).rejects.toThrow('whole number of at least 1');
});
