import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

// The prose on which false alarms are counted (README.md beside this file) must stay apart from all the model learns from.

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

const kinds = z.enum([
  'call',
  'composed',
  'court',
  'helpline',
  'history',
  'law',
  'minutes',
  'moderation',
  'news',
  'ngo',
  'opinion',
  'ordinary',
  'police',
  'prevention',
  'radicalisation',
  'research',
  'review',
  'school',
  'sport',
  'statement',
  'statistics',
  'survey',
]);
const testParagraph = z.strictObject({ id: z.string().regex(/^[a-z]{3}-\d{3}$/), text: z.string(), kind: kinds });
const trainingParagraph = z.strictObject({ text: z.string() });

const linesOf = (path: string): unknown[] =>
  readFileSync(`${packageRoot}${path}`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
};

const jsonStrings = (folder: string): string[] =>
  readdirSync(`${packageRoot}${folder}`)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => stringsIn(JSON.parse(readFileSync(`${packageRoot}${folder}/${name}`, 'utf8'))));

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Sentences as their words alone, so that spacing and punctuation hide no copy; one or two words are no sentence. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/[.!?؟…:;؛]+/u)
    .map(wordsOf)
    .filter((words) => words.length > 2)
    .map((words) => words.join(' '));

const RUN = 8;
const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  return words.slice(RUN - 1).map((_, start) => words.slice(start, start + RUN).join(' '));
};

const notForTesting = new Set(
  [...jsonStrings('training/functional'), ...jsonStrings('lexicons')].flatMap((text) => sentencesOf(text)),
);

describe.each(['ara', 'fra', 'eng'])('prose about hate in %s', (language) => {
  const measured = linesOf(`test/prose/${language}.jsonl`).map((line) => testParagraph.parse(line));
  const learnt = linesOf(`training/prose/${language}.jsonl`).map((line) => trainingParagraph.parse(line));

  it('has 300 paragraphs or more, half of them written whole, and no id or text twice', () => {
    expect(measured.length).toBeGreaterThanOrEqual(300);
    expect(measured.filter(({ kind }) => kind !== 'composed').length).toBeGreaterThanOrEqual(150);
    expect(new Set(measured.map(({ id }) => id)).size).toBe(measured.length);
    expect(new Set(measured.map(({ text }) => text)).size).toBe(measured.length);
    expect(measured.filter(({ id }) => !id.startsWith(`${language}-`))).toEqual([]);
  });

  it('is learnt from 160 paragraphs or more of 30 to 110 words, none twice', () => {
    expect(learnt.length).toBeGreaterThanOrEqual(160);
    expect(new Set(learnt.map(({ text }) => text)).size).toBe(learnt.length);
    const lengths = learnt.map(({ text }) => text.split(/\s+/u).length);
    expect(lengths.filter((length) => length < 30 || length > 110)).toEqual([]);
  });

  it('shares no sentence and no run of eight words with the prose for training', () => {
    const sentences = new Set(learnt.flatMap(({ text }) => sentencesOf(text)));
    const runs = new Set(learnt.flatMap(({ text }) => runsOf(text)));
    expect(measured.flatMap(({ text }) => sentencesOf(text)).filter((sentence) => sentences.has(sentence))).toEqual([]);
    expect(measured.flatMap(({ text }) => runsOf(text)).filter((run) => runs.has(run))).toEqual([]);
  });

  it('shares no sentence with the functional training sets and the lexicons', () => {
    expect(notForTesting.size).toBeGreaterThan(1000);
    const shared = measured.flatMap(({ text }) => sentencesOf(text)).filter((sentence) => notForTesting.has(sentence));
    expect(shared).toEqual([]);
  });
});
