import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openClassifier } from '../../src/classify/open-classifier.js';
import { baseline, baselineOf, fallenBelow } from '../../src/evaluate/baseline.js';
import { evaluateClassifier } from '../../src/evaluate/evaluate-classifier.js';
import { readLabelledCases } from '../../src/evaluate/labelled-case.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const SUITES = ['eng', 'fra', 'ara', 'spa', 'deu', 'ita', 'por'];

async function* cases() {
  for (const suite of SUITES) yield* readLabelledCases(path(`../functional/${suite}.jsonl`));
}

describe('the default model', () => {
  it('keeps every figure of its baseline to within two points', async () => {
    const classifier = await openClassifier();
    const before = baseline.parse(JSON.parse(readFileSync(path(`../../models/marsad-open/baseline.json`), 'utf8')));
    const report = await evaluateClassifier(cases(), classifier);
    await classifier.close();
    expect(fallenBelow(baselineOf(report), before)).toEqual([]);
  }, 120_000);

  it.each(['ara', 'eng', 'fra'])(
    'finds no signal in 98 of 100 paragraphs about hate and its prevention (%s)',
    async (language) => {
      const classifier = await openClassifier();
      const paragraphs = readFileSync(path(`../prose/${language}.jsonl`), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): { id: string; text: string } => JSON.parse(line));
      const answers = await classifier.classify(paragraphs);
      await classifier.close();
      const clean = answers.filter((answer) => !('error' in answer) && answer.signals.length === 0).length;
      expect(paragraphs.length).toBeGreaterThanOrEqual(300);
      expect(clean / paragraphs.length).toBeGreaterThanOrEqual(0.98);
    },
    60_000,
  );
});
