import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect-language.js';
import { hasShared, sharedRows } from '../shared-data.js';

interface Row {
  text: string;
  lang: string;
  kind: string;
  script?: string;
}

/** Languages of the first cities; each with the share of its sentences that is told right today, less a margin. */
const FLOORS: Readonly<Record<string, number>> = {
  ara: 0.99,
  fra: 0.98,
  eng: 0.98,
  spa: 0.97,
  deu: 0.99,
  ita: 0.98,
  por: 0.97,
  tur: 0.99,
  urd: 0.95,
  hin: 0.98,
  swh: 0.98,
  sqi: 0.98,
  mkd: 0.93,
  fas: 0.98,
  amh: 0.95,
};
const DIALECTS = new Set(['ary', 'aeb', 'arz', 'apc', 'ars']);
const macro = (text: string): string => {
  const { code, script } = detectLanguage(text);
  return script === 'Arab' && DIALECTS.has(code) ? 'ara' : code;
};
const share = (rows: readonly Row[], right: (row: Row) => boolean): number => rows.filter(right).length / rows.length;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!hasShared)('on the language samples of ../shared/data/langid (skipped where they are missing)', () => {
  // The body of a skipped suite runs too, so it reads only what is there.
  const codes = hasShared ? Object.keys(FLOORS) : [];
  const rows = new Map(codes.map((code) => [code, sharedRows<Row>(`langid/lingua_${code}.jsonl.gz`)]));
  const accuracy = (code: string, kind: string): number =>
    share(
      (rows.get(code) ?? []).filter((row) => row.kind === kind),
      (row) => macro(row.text) === code,
    );

  it.each(Object.entries(FLOORS))('tells sentences in %s right at %d and more', (code, floor) => {
    expect(accuracy(code, 'sentence')).toBeGreaterThanOrEqual(floor);
  });

  it('tells 98 % of sentences right over these languages', () => {
    expect(mean(Object.keys(FLOORS).map((code) => accuracy(code, 'sentence')))).toBeGreaterThanOrEqual(0.98);
  });

  it('tells 85 % of word pairs right over these languages', () => {
    expect(mean(Object.keys(FLOORS).map((code) => accuracy(code, 'word-pair')))).toBeGreaterThanOrEqual(0.85);
  });

  it('sends less than one Arabizi sentence in ten to another language', () => {
    const arabizi = sharedRows<Row>('langid/doda_darija_arabizi.jsonl.gz').filter(({ script }) => script === 'Latn');
    const kept = share(arabizi, ({ text }) => ['ary', 'apc', 'arz', 'und'].includes(detectLanguage(text).code));
    expect(kept).toBeGreaterThanOrEqual(0.94);
  });

  it('takes hardly any sentence of a European language for Arabizi', () => {
    for (const code of ['fra', 'eng', 'spa', 'deu', 'ita', 'por', 'tur', 'sqi', 'swh']) {
      const taken = share(rows.get(code) ?? [], ({ text }) => DIALECTS.has(detectLanguage(text).code));
      expect(taken, code).toBeLessThanOrEqual(0.01);
    }
  });
});
