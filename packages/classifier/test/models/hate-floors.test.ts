import { describe, expect, it } from 'vitest';
import { openLexiconEngine } from '../../src/models/lexicon-engine.js';
import { hasShared, sharedRows } from '../shared-data.js';

interface Row {
  id: string;
  text: string;
  hate: number | null;
  offensive: number | null;
}

/** Area under the ROC curve: the chance that a positive is ranked over a negative, ties counting half. */
const auc = (scored: readonly { score: number; positive: boolean }[]): number => {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    const rank = (from + to + 1) / 2;
    rankSum += rank * sorted.slice(from, to).filter(({ positive }) => positive).length;
    from = to;
  }
  const positives = scored.filter(({ positive }) => positive).length;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (scored.length - positives));
};

const MOST_ROWS = 1000;

describe.skipIf(!hasShared)('on the data sets of ../shared/data/hate (skipped where they are missing)', () => {
  const engine = openLexiconEngine();

  // Floors a little under what the lexicon reached when they were set; they guard against slips, they are no praise.
  it.each([
    ['dynahate_eng', 'hate', 0.65],
    ['ethos_eng', 'hate', 0.68],
    ['davidson2017_eng', 'hate', 0.6],
    ['gahd_deu', 'hate', 0.62],
    ['fortuna2019_por', 'hate', 0.72],
    ['aref_sectarian_ara', 'hate', 0.68],
    ['omcd_ary', 'offensive', 0.63],
    ['darija_offensive_ary', 'offensive', 0.76],
  ] as const)('ranks %s (%s) at an AUC of %d and more', (name, label, floor) => {
    const rows = sharedRows<Row>(`hate/${name}.jsonl.gz`).filter((row) => row[label] !== null);
    const step = Math.ceil(rows.length / MOST_ROWS);
    const scored = rows.flatMap((row, at) => {
      const answer = at % step === 0 ? engine.judge({ id: row.id, text: row.text }) : undefined;
      if (!answer || 'error' in answer) return [];
      const { hate, offensive, extremism, polarisation } = answer.probabilities;
      const score = label === 'hate' ? hate : Math.max(hate, offensive, extremism, polarisation);
      return [{ score, positive: row[label] === 1 }];
    });
    expect(auc(scored)).toBeGreaterThanOrEqual(floor);
  });
});
