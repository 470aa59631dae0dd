import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Functionalities of which every case is hateful, and those of which none is; a suite holds all of them. */
const hateful = [
  ...['derogation-direct', 'derogation-implicit', 'dehumanisation', 'threat-direct', 'threat-normative'],
  ...['exclusion-call', 'stereotype-claim', 'slur-use', 'profanity-towards-group', 'pronoun-next-clause'],
  ...['reference-across-sentences', 'negated-positive', 'question-hate', 'opinion-hate', 'comparison', 'irony-light'],
  ...['celebration-of-violence', 'emoji-hate', 'conditional', 'first-person-feelings', 'imperative', 'hashtags'],
  ...['sectarian', 'misogyny', 'disability', 'lgbt', 'antisemitism', 'anti-roma', 'migration', 'race'],
  ...['spelling-leet', 'spelling-spaced', 'spelling-joined', 'spelling-swapped', 'spelling-elongated'],
];
const harmless = [
  ...['identity-neutral', 'identity-positive', 'identity-self', 'negated-hate', 'counter-quote', 'counter-reference'],
  ...['reporting', 'question-neutral', 'reclaimed-slur', 'homonym', 'profanity-no-hate', 'abuse-at-object'],
  ...['abuse-at-individual', 'abuse-at-nonprotected-group', 'criticism-of-religion-or-state', 'history', 'fiction'],
  ...['advice-for-victims', 'violent-words-positive', 'policy-debate', 'own-experience', 'prevention-prose'],
  ...['extremism', 'extremism-lookalike', 'polarisation', 'polarisation-lookalike', 'bridging'],
];
/** The groups that hateful cases must be about in balance. */
const groups = [
  'women',
  'muslims',
  'migrants',
  'black-people',
  'gay-people',
  'trans-people',
  'disabled-people',
  'jews',
];

const targets = [
  ...[
    'race-ethnicity',
    'nationality-migration',
    'antisemitism',
    'anti-muslim',
    'anti-christian',
    'anti-roma',
    'gender',
  ],
  ...['other-religion-or-belief', 'sectarian', 'sexual-orientation-gender-identity', 'disability', 'other', ''],
];
const caseSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{3}-\d{3}$/),
  functionality: z.enum([...hateful, ...harmless]),
  text: z.string().trim().min(8).max(400),
  hate: z.literal([0, 1]),
  signals: z.array(z.enum(['hate', 'offensive', 'extremism', 'polarisation', 'bridging'])),
  target: z.enum(targets),
  group: z.string(),
  dialect: z.enum(['standard', 'maghrebi', 'levantine', 'egyptian', 'gulf']).optional(),
  pair: z
    .string()
    .regex(/^[a-z]{3}-p\d{2}$/)
    .optional(),
});
type Case = z.infer<typeof caseSchema>;

const folder = new URL('./', import.meta.url);
/** The fewest cases of each language's suite. */
const sizes = new Map(Object.entries({ eng: 320, fra: 320, ara: 320, spa: 320, deu: 200, ita: 200, por: 200 }));
const languages = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => name.slice(0, -'.jsonl'.length));

function readSuite(language: string): Case[] {
  const lines = readFileSync(new URL(`${language}.jsonl`, folder), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => caseSchema.parse(JSON.parse(line)));
}

/** The text without case, punctuation and line ends, so that a copy is known in any dress. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

/** How many of the cases give each key. */
function tally(cases: Case[], key: (entry: Case) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of cases) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
  return counts;
}

it('has a suite for each of the seven languages that the classifier knows best', () => {
  expect(languages).toEqual(expect.arrayContaining([...sizes.keys()]));
});

describe.each(languages)('the %s suite', (language) => {
  const cases = readSuite(language);
  const hate = cases.filter((entry) => entry.hate === 1);

  it('has enough cases, each with its own id and text', () => {
    expect(cases.length).toBeGreaterThanOrEqual(sizes.get(language) ?? 120);
    expect(new Set(cases.map((entry) => entry.id)).size).toBe(cases.length);
    expect(cases.filter((entry) => !entry.id.startsWith(`${language}-`))).toEqual([]);
    expect(new Set(cases.map((entry) => plain(entry.text))).size).toBe(cases.length);
  });

  it('is hateful in about six cases of ten', () => {
    expect(hate.length / cases.length).toBeGreaterThan(0.55);
    expect(hate.length / cases.length).toBeLessThan(0.65);
  });

  it('says the same thing in hate, signals, target and functionality', () => {
    const torn = cases.filter((entry) => {
      const yes = entry.hate === 1;
      return (
        entry.signals.includes('hate') !== yes ||
        (entry.target !== '') !== yes ||
        hateful.includes(entry.functionality) !== yes
      );
    });
    expect(torn).toEqual([]);
  });

  it('holds every functionality and leans on none', () => {
    const counts = tally(cases, (entry) => entry.functionality);
    expect([...counts.keys()].sort()).toEqual([...hateful, ...harmless].sort());
    expect(Math.max(...counts.values()) / cases.length).toBeLessThan(0.05);
  });

  it.each(groups)('gives %s a fair share of the hateful cases', (group) => {
    const share = (tally(hate, (entry) => entry.group).get(group) ?? 0) / hate.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.2);
  });

  it('pairs cases that differ in what they signal', () => {
    const pairs = new Map<string, Case[]>();
    for (const entry of cases) {
      if (entry.pair !== undefined) pairs.set(entry.pair, [...(pairs.get(entry.pair) ?? []), entry]);
    }
    expect(pairs.size).toBeGreaterThan(5);
    const same = [...pairs.values()].filter((pair) => new Set(pair.map((entry) => entry.signals.join())).size < 2);
    expect(same).toEqual([]);
  });

  it('starts no more than three cases with the same three words', () => {
    const counts = tally(cases, (entry) => entry.text.toLowerCase().split(/\s+/).slice(0, 3).join(' '));
    expect([...counts].filter(([, count]) => count > 3)).toEqual([]);
  });
});

it('holds no sentence that stands in the lexicons or in the training texts', () => {
  const seen = ['lexicons', 'training'].flatMap((name) => {
    const root = new URL(`../../${name}/`, folder);
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map((entry) => plain(readFileSync(join(entry.parentPath, entry.name), 'utf8')));
  });
  expect(seen.length).toBeGreaterThan(0);
  const all = seen.join('\n');
  const known = languages.flatMap(readSuite).filter((entry) => all.includes(plain(entry.text)));
  expect(known.map((entry) => entry.id)).toEqual([]);
});

it('writes two in five of the Arabic cases in the standard language and the rest in four regions', () => {
  const cases = readSuite('ara');
  const counts = tally(cases, (entry) => entry.dialect ?? 'none');
  expect([...counts.keys()].sort()).toEqual(['egyptian', 'gulf', 'levantine', 'maghrebi', 'standard']);
  expect((counts.get('standard') ?? 0) / cases.length).toBeCloseTo(0.42, 1);
  expect(Math.min(...counts.values()) / cases.length).toBeGreaterThan(0.08);
});
