import { formCode, functionCode, hallmarkCode, ideologyCode, signalCode, targetCode } from '@marsad/records';
import { z } from 'zod';

/**
 * What a lexicon file may say. A term is one or several words; see `expand-term.ts` for brackets, `word-keys.ts` for
 * the signs `~` (stem) and `=` (exactly this form), `lexicon-index.ts` for `…` (up to three words between) and slots
 * such as `{group}`.
 */
const terms = z.array(z.string().min(1)).min(1);
const note = z.string().min(3);
const hallmarks = z.array(hallmarkCode).min(1).optional();

/** People by a protected characteristic. The word itself is neutral. */
const group = z.strictObject({ kind: z.literal('group'), target: targetCode, terms, note });

/** People by what they chose or do (parties, journalists, supporters): hostility to them is never hate. */
const camp = z.strictObject({ kind: z.literal('camp'), terms, note });

/** Something degrading said of people: a noun or adjective that must be tied to a group. */
const attribute = z.strictObject({ kind: z.literal('attribute'), form: formCode, hallmarks, terms, note });

/**
 * A hostile act. `call` forms (imperative, «let us …») take the group as object; `named` forms (infinitive, verbal noun)
 * do so after «we must»; `suffer` forms (participle) follow the group and «should be».
 */
const act = z.strictObject({
  kind: z.literal('act'),
  form: formCode,
  voice: z.enum(['call', 'named', 'suffer']),
  terms,
  note,
});

/** A damaging claim with the group as subject («steal our jobs»). */
const claim = z.strictObject({ kind: z.literal('claim'), form: formCode, hallmarks, terms, note });

/** What carries a signal by itself says which. `weight`: `sure` is enough alone, `hint` never is. */
const carries = {
  signal: signalCode,
  weight: z.enum(['sure', 'likely', 'hint']).default('sure'),
  targets: z.array(targetCode).default([]),
  form: formCode.optional(),
  ideology: ideologyCode.optional(),
  function: functionCode.optional(),
  hallmarks,
};

/** A fixed phrase, or one with slots and gaps. */
const phrase = z.strictObject({ kind: z.literal('phrase'), ...carries, terms, note });

/** Characters rather than words: a RE2 expression over the text as it is written (`find-patterns.ts`). */
const pattern = z.strictObject({
  kind: z.literal('pattern'),
  ...carries,
  expression: z.string().min(1).max(1000),
  note,
});
export type PatternEntry = z.infer<typeof pattern>;

/** A word that degrades a group by being said. `ambiguity`: `some` words need a hostile neighbour, `high` count little. */
const slur = z.strictObject({
  kind: z.literal('slur'),
  target: targetCode,
  form: formCode.default('insult'),
  ambiguity: z.enum(['none', 'some', 'high']).default('none'),
  hallmarks,
  terms,
  note,
});

/** Abuse without a group: aimed at a person (`insult`), at nobody (`vulgar`), or abuse only when said to somebody (`weak`). */
const profanity = z.strictObject({
  kind: z.literal('profanity'),
  use: z.enum(['insult', 'vulgar', 'weak']),
  terms,
  note,
});

/** Movements that advocate violence, and the generic names they give themselves. */
const movement = z.strictObject({ kind: z.literal('movement'), ideology: ideologyCode, terms, note });

/** Words that say how a text stands to what it voices, and small grammatical words that the rules lean on. */
const CUES = [
  'negation',
  'reporting',
  'topic',
  'counter',
  'norm',
  'copula',
  'they',
  'we',
  'you',
  'all',
  'like',
  'contrast',
] as const;
const cue = z.strictObject({ kind: z.literal('cue'), cue: z.enum(CUES), terms, note });

/** Harmless expressions that hold a word of the other kinds («black market»); they hide it. */
const neutral = z.strictObject({ kind: z.literal('neutral'), terms, note });

export const entry = z.discriminatedUnion('kind', [
  group,
  camp,
  attribute,
  act,
  claim,
  phrase,
  slur,
  profanity,
  movement,
  cue,
  neutral,
]);
export type Entry = z.infer<typeof entry>;
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>;
export type Cue = (typeof CUES)[number];

export const lexiconFile = z.strictObject({
  /** ISO 639-3, with the script where it is not the usual one (`ary-Latn`); `mul` is read on every text */
  language: z.string().regex(/^[a-z]{3}(-[A-Z][a-z]{3})?$/),
  source: z.string().min(3),
  licence: z.string().min(3),
  entries: z.array(z.discriminatedUnion('kind', [entry, pattern])).min(1),
});
export type LexiconFile = z.infer<typeof lexiconFile>;
