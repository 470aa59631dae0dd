import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClassifier } from '../../src/classify/open-classifier.js';
import { baselineOf, fallenBelow } from '../../src/evaluate/baseline.js';
import { evaluateClassifier } from '../../src/evaluate/evaluate-classifier.js';
import { readLabelledCases } from '../../src/evaluate/labelled-case.js';
import { reportMarkdown } from '../../src/evaluate/report-markdown.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = [
  ...Array.from({ length: 12 }, (_, at) => ({
    id: `h${at}`,
    text: `Migrants are vermin, number ${at} says so`,
    hate: 1,
    functionality: 'derogation-direct',
    target: 'nationality-migration',
  })),
  ...Array.from({ length: 12 }, (_, at) => ({
    id: `n${at}`,
    text: `The Muslim family on floor ${at} moved in on Monday`,
    hate: 0,
    functionality: 'identity-neutral',
  })),
];

const fileOf = (name: string, lines: readonly unknown[]): string => {
  const path = join(folder, name);
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
};

describe('evaluateClassifier', () => {
  it('measures by functionality and target, and counts harmless texts taken for hate', async () => {
    const classifier = await openClassifier({ engine: 'lexicon' });
    const report = await evaluateClassifier(readLabelledCases(fileOf('rows.jsonl.gz', rows)), classifier, 0.01);
    await classifier.close();
    const part = (by: string, name: string) => report.parts.find((each) => each.by === by && each.part === name);
    expect(report.texts).toBe(24);
    expect(part('all', 'all')?.figures.macroF1.value).toBe(1);
    expect(part('all', 'all')?.atBaseRate?.auc.value).toBe(1);
    expect(part('functionality', 'derogation-direct')?.positives).toBe(12);
    expect(part('target', 'nationality-migration')?.figures.recall.value).toBe(1);
    expect(report.bias).toContainEqual({
      audit: 'identity',
      part: 'identity-neutral',
      texts: 12,
      falseAlarms: { value: 0, low: 0, high: 0.2425 },
    });
    expect(reportMarkdown(report)).toContain('| functionality identity-neutral | 12 | 0 |');
    const sure = report.parts.find((each) => each.by === 'all')?.atBaseRate?.auc;
    expect(sure).toEqual({ value: 1, low: null, high: null });
    const markdown = reportMarkdown(report);
    expect(markdown).not.toContain('100.0 (100.0–100.0)');
    expect(markdown).toContain('the share of the positive texts that a reviewer finds who reads only that share');
    expect(markdown).toContain('each is somebody who would be accused wrongly');
    const kept = baselineOf(report);
    expect(fallenBelow(kept, kept)).toEqual([]);
    expect(fallenBelow({ ...kept, 'hate macroF1': 0.97 }, kept)).toEqual([
      'hate macroF1: expected at least 0.980, got 0.97',
    ]);
    expect(fallenBelow({}, { 'hate auc': 0.9 })[0]).toContain('got no figure');
  });

  it('says why a signal has figures of fewer texts than were judged', async () => {
    const both = rows.map((row) => ({ ...row, offensive: row.hate }));
    const classifier = await openClassifier({ engine: 'lexicon' });
    const report = await evaluateClassifier(readLabelledCases(fileOf('both.jsonl', both)), classifier);
    await classifier.close();
    expect(reportMarkdown(report)).toContain('12 of the 24 texts say by their label whether this signal is there.');
    expect(reportMarkdown(report)).toContain('Where `hate` is 1, `offensive` is passed over');
  });

  it('says so where there are too few texts for figures', async () => {
    const classifier = await openClassifier({ engine: 'lexicon' });
    const report = await evaluateClassifier(readLabelledCases(fileOf('few.jsonl', rows.slice(0, 3))), classifier);
    await classifier.close();
    expect(report.parts).toEqual([]);
    expect(reportMarkdown(report)).toContain('fewer than 10');
  });

  it('counts false alarms on a file that holds harmless texts alone', async () => {
    const classifier = await openClassifier({ engine: 'lexicon' });
    const harmless = rows.filter(({ hate }) => hate === 0);
    const report = await evaluateClassifier(readLabelledCases(fileOf('harmless.jsonl', harmless)), classifier);
    await classifier.close();
    const all = report.parts.find(({ by, signal }) => by === 'all' && signal === 'hate');
    expect([all?.figures.falseAlarms.value, all?.figures.recall.value]).toEqual([0, null]);
  });

  it('names file and line of a row that it cannot read', async () => {
    const path = fileOf('bad.jsonl', [rows[0], { text: 7 }]);
    const read = async (): Promise<void> => {
      for await (const each of readLabelledCases(path)) expect(each.text).not.toBe('');
    };
    await expect(read()).rejects.toThrow(/bad\.jsonl, line 2/);
  });
});
