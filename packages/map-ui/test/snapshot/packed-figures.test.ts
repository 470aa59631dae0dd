import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFigures, servedFigures } from '../../src/snapshot/packed-figures.js';
import { unpacking } from '../../src/snapshot/unpacking.js';
import { gridCity } from '../budgets/grid-city.js';

const PACKED = 'first/made/figures.json';

/** What the page gets for `figures.json` where these files are served, and the paths it asked for. */
const fetched = async (files: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const fetchFile = unpacking(async (path) => {
    asked.push(path);
    const text = files[path];
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  }, PACKED);
  const { text, value } = await fetchFile('figures.json');
  return { asked, value, text: await text() };
};

const textOf = (blocks: readonly unknown[], between: string, more: Readonly<Record<string, unknown>>): string => {
  const rest = JSON.stringify(more).slice(1, -1);
  const list = blocks.map((block) => JSON.stringify(block)).join(between);
  return `{"blocks":[\n${list}\n]${rest === '' ? '' : `,${rest}`}}\n`;
};

describe('figures packed', () => {
  const block = fc.dictionary(
    fc.constantFrom('area', 'weeks', 'figures', 'a b', ''),
    fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__')),
  );

  it('come back to the byte, and hold the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ',\n'),
        fc.dictionary(fc.constantFrom('changes', 'overall'), fc.jsonValue()),
        async (blocks, between, more) => {
          // As snapshots are written: names in one order, numbers as JSON writes them.
          const text = textOf(blocks, between, more);
          const packed = packFigures(text);
          fc.pre(packed !== null);
          const got = await fetched({ [PACKED]: packed });
          expect(got.text).toBe(text);
          expect(got.value).toEqual(JSON.parse(text));
          expect(got.asked).toEqual([PACKED]);
        },
      ),
    );
  });

  it('of the snapshots that were ever made come back to the byte', async () => {
    for (const version of ['1.0.0', '1.1.0', '1.1.0-estimates', '1.2.0', '1.3.0']) {
      const path = new URL(`../../../../fixtures/snapshots/${version}/figures.json`, import.meta.url);
      const text = readFileSync(path, 'utf8');
      const packed = packFigures(text);
      expect(packed, version).not.toBeNull();
      expect((await fetched({ [PACKED]: packed ?? '' })).text).toBe(text);
    }
  });

  it('take less than half of the bytes of a city', () => {
    const text = JSON.stringify({ blocks: gridCity(60).blocks });
    const [plain, packed] = [text, servedFigures(text)].map((one) => gzipSync(one).length);
    expect(packed).toBeLessThan((plain ?? 0) / 2);
  });

  it('are served as they are where they would not come back', async () => {
    for (const text of ['{"blocks":[]}', '{"blocks":[{"a":1.0}]}', '{"blocks":[{"__proto__":1}]}', '[]']) {
      expect(servedFigures(text)).toBe(text);
      expect((await fetched({ [PACKED]: text })).text).toBe(text);
    }
  });

  it('come from the data folder where the packed file is missing, cut or wrong', async () => {
    const text = textOf([{ area: null, figures: { posts: 3 } }, { area: 'a' }], ',', {});
    const packed = packFigures(text) ?? '';
    const wrong = JSON.parse(packed);
    for (const found of [
      undefined,
      '',
      packed.slice(0, -9),
      'null',
      JSON.stringify({ ...wrong, columns: wrong.columns.map(() => []) }),
      JSON.stringify({ ...wrong, blocks: [9] }),
      JSON.stringify({ ...wrong, head: '' }),
      packed.replace('"area"', '"__proto__"'),
    ]) {
      const got = await fetched({ 'data/figures.json': text, ...(found !== undefined && { [PACKED]: found }) });
      expect(got.text).toBe(text);
      expect(got.asked).toEqual([PACKED, 'data/figures.json']);
    }
  });
});
