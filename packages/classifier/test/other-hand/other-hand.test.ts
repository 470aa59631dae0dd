import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openClassifier } from '../../src/classify/open-classifier.js';

/** The least macro-F1 of hate that a release promises on posts of this kind, in hundredths. */
const PROMISED = { eng: 75, ara: 75, fra: 75, spa: 75, deu: 65, ita: 65, por: 65, hin: 65 };
/** Of a hundred harmless texts this many are left alone at least. */
const LEFT_ALONE = 70;

const post = z.strictObject({
  id: z.string().regex(/^[a-z]{3}-\d{3}$/),
  functionality: z.string(),
  text: z.string().trim().min(8),
  hate: z.literal([0, 1]),
  group: z.string(),
  half: z.enum(['mended-by', 'unseen']),
  dialect: z.enum(['standard', 'maghrebi', 'levantine', 'egyptian', 'gulf']).optional(),
});

const postsIn = (language: string): z.infer<typeof post>[] =>
  readFileSync(fileURLToPath(new URL(`${language}.jsonl`, import.meta.url)), 'utf8')
    .trim()
    .split('\n')
    .map((line) => post.parse(JSON.parse(line)));

const macroF1 = (counts: { found: number; missed: number; alarms: number; alone: number }): number => {
  const { found, missed, alarms, alone } = counts;
  const hateful = (2 * found) / (2 * found + missed + alarms);
  return (100 * (hateful + (2 * alone) / (2 * alone + missed + alarms))) / 2;
};

describe('posts of another hand that nobody who mends the classifier has read', () => {
  it.each(Object.entries(PROMISED))(
    'are judged as a release promises (%s)',
    async (language, promised) => {
      const posts = postsIn(language).filter(({ half }) => half === 'unseen');
      const classifier = await openClassifier();
      const verdicts = await classifier.classify(posts.map(({ id, text }) => ({ id, text })));
      await classifier.close();
      const counts = { found: 0, missed: 0, alarms: 0, alone: 0 };
      posts.forEach(({ hate }, at) => {
        const verdict = verdicts[at];
        const flagged =
          verdict !== undefined && !('error' in verdict) && verdict.signals.some(({ code }) => code === 'hate');
        if (hate === 1) counts[flagged ? 'found' : 'missed'] += 1;
        else counts[flagged ? 'alarms' : 'alone'] += 1;
      });
      expect(posts.length).toBeGreaterThanOrEqual(60);
      expect(macroF1(counts)).toBeGreaterThanOrEqual(promised);
      expect((100 * counts.alone) / (counts.alone + counts.alarms)).toBeGreaterThanOrEqual(LEFT_ALONE);
    },
    60_000,
  );
});
