import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.js';

const ARCHIVE = fileURLToPath(
  new URL('../../../../../shared/data/geoparsing/idrisi-arabic-english-dev.tar.gz', import.meta.url),
);

interface Labelled {
  text: string;
  /** offsets in code points */
  locations: { text: string; startIdx: number; endIdx: number }[];
}

/** The labelled posts of one folder of the archive (a plain tar: 512-byte headers with name and octal size). */
const posts = (folder: string): Labelled[] => {
  const tar = gunzipSync(readFileSync(ARCHIVE));
  const found: Labelled[] = [];
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name.includes(`/${folder}/`) && name.endsWith('.jsonl'))
      for (const line of tar.toString('utf8', at + 512, at + 512 + size).split('\n'))
        if (line !== '') found.push(JSON.parse(line) as Labelled);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
};

/** Exact spans, looked for with the names that occur anywhere in the set: what is measured is finding, not knowing names. */
const spans = (folder: string) => {
  const all = posts(folder);
  const names = new Set(all.flatMap(({ locations }) => locations.map(({ text }) => text)));
  const { findMentions } = openGazetteer([...names].map((name) => ({ areaId: name, names: [name] })));
  let right = 0;
  let found = 0;
  let meant = 0;
  for (const { text, locations } of all) {
    const units: number[] = [0];
    for (const character of text) units.push((units.at(-1) ?? 0) + character.length);
    const gold = new Set(locations.map(({ startIdx, endIdx }) => `${units[startIdx]} ${units[endIdx]}`));
    const here = new Set(findMentions(text, { doubtful: true }).map(({ start, end }) => `${start} ${end}`));
    right += [...here].filter((span) => gold.has(span)).length;
    found += here.size;
    meant += gold.size;
  }
  return { precision: right / found, recall: right / meant };
};

describe.skipIf(!existsSync(ARCHIVE))('location mentions of the IDRISI development sample (needs ../shared)', () => {
  it.each([
    ['AR', 0.76, 0.85],
    ['EN', 0.88, 0.92],
  ])('%s: exact spans with precision of at least %f and recall of at least %f', (folder, precision, recall) => {
    const measured = spans(folder);
    expect(measured.precision).toBeGreaterThanOrEqual(precision);
    expect(measured.recall).toBeGreaterThanOrEqual(recall);
  });
});
