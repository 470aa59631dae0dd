import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Chance } from '../chance.js';
import type { Example, Labels } from './example.js';

const row = z.object({
  text: z.string(),
  hate: z.literal([0, 1]).nullable(),
  offensive: z.literal([0, 1]).nullable(),
});
type LabelledRow = z.infer<typeof row>;

/** The rows of a labelled set, JSON Lines, packed or not. */
const readLabelledRows = (path: string): LabelledRow[] => {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => row.parse(JSON.parse(line)));
};

/** Up to `most` rows of a labelled set as examples; the set says nothing of the other heads. */
export const dataSetExamples = (path: string, most: number, weight: number, chance: Chance): Example[] => {
  const rows = readLabelledRows(path).filter(({ hate, offensive }) => hate !== null || offensive !== null);
  // Fisher–Yates over the first `most` places.
  const end = Math.min(most, rows.length);
  for (let at = 0; at < end; at++) {
    const other = at + chance.below(rows.length - at);
    const [a, b] = [rows[at], rows[other]];
    if (a && b) [rows[at], rows[other]] = [b, a];
  }
  return rows.slice(0, end).map(({ text, hate, offensive }) => {
    const labels: Labels = {};
    if (hate !== null) labels.hate = hate;
    if (offensive !== null && hate !== 1) labels.offensive = offensive;
    const source = basename(path);
    return { source, text, labels, weight, foldKey: text, labelledBy: source, hideTerms: false };
  });
};
