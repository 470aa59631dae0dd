import { z } from 'zod';
import { isoWeek } from './iso-week.js';
import { areaId } from './post.js';
import { rungCode, severityCode, signalCode, stanceCode, targetCode } from './taxonomy-codes.js';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);

/** Why a cell is hidden, in the order in which the rules are tried. */
export const suppressionReason = z.enum([
  'too-few-posts',
  'too-few-authors',
  'too-few-sources',
  'one-author-dominates',
  'protects-another-cell',
]);
export type SuppressionReason = z.infer<typeof suppressionReason>;

/**
 * One raw count, never shown as it is: the posts of one area and week. `area` null is the city as a whole (every post
 * once); `period` `undated` holds the posts whose time is not known.
 */
export const tally = z.object({
  area: areaId.nullable(),
  period: z.union([isoWeek, z.literal('undated')]),
  posts: count,
  /**
   * reach: lightly changed copies of posts, placed here in this time, wherever their originals are. They enter no other
   * number of the tally, so that what is repeated a hundred times counts once.
   */
  copies: count.default(0),
  /** sum of placement weights: equals `posts` unless posts name several neighbourhoods */
  weight: z.number().nonnegative(),
  authors: count,
  sources: count,
  /** share of the posts that the most prolific author wrote */
  topAuthorShare: share,
  /** posts per signal that enter the figures (endorsing, unclear; bridging always) */
  flagged: z.record(signalCode, count),
  /** the same per target of the signal */
  targets: z.record(signalCode, z.partialRecord(targetCode, count)),
  /** posts flagged with hate by its severity, 1 (stereotype) to 5 (violence); absent in snapshots before 1.3.0 */
  severities: z.partialRecord(severityCode, count).optional(),
  /** sum of calibrated probabilities per signal */
  probabilitySums: z.record(signalCode, z.number().nonnegative()),
  languages: z.record(z.string(), count),
  rungs: z.partialRecord(rungCode, count),
  /** posts by stance */
  stances: z.partialRecord(stanceCode, count),
});
export type Tally = z.infer<typeof tally>;

/**
 * The share of a block's posts that carry a signal, corrected for the classifier's error by labels of the city's posts, with
 * its 95 % interval (docs/method.md).
 */
export const signalEstimate = z.object({
  rate: share,
  low: share,
  high: share,
  /**
   * shrunk towards the city's share in the same weeks, the more the less sure the block's own is; left out for the city itself
   * and where shrinking makes the interval no narrower
   */
  shrunk: share.optional(),
  shrunkLow: share.optional(),
  shrunkHigh: share.optional(),
  versusCity: z.enum(['above', 'below', 'cannot-tell']),
  /** what corrects it: labels of this city, or error rates that were measured elsewhere */
  method: z.enum(['labels', 'model-card']),
  /** labels of the whole city that stand behind the correction */
  labels: count,
  /** the interval is not to be relied on */
  tooFewLabels: z.boolean(),
});
export type SignalEstimate = z.infer<typeof signalEstimate>;

const flaggedOfCode = z.record(signalCode, count);

/**
 * Flagged posts of the languages and rungs that a block tells, the numerators whose bases are its `languages` and `rungs`. A code
 * is here if and only if it is told there.
 */
const flaggedByCode = z.object({
  /**
   * posts of the block when its codes were counted. Codes keep that answer for good, so that whoever has two snapshots learns
   * nothing of the few who came between them: fewer than the block's posts when newcomers came since
   */
  posts: count,
  languages: z.record(z.string(), flaggedOfCode),
  rungs: z.partialRecord(rungCode, flaggedOfCode),
});

/** What may be read of a shown block. */
export const blockFigures = tally
  .omit({
    area: true,
    period: true,
    probabilitySums: true,
    weight: true,
    topAuthorShare: true,
  })
  .extend({
    /** by signal; absent where nobody has labelled posts of the city */
    estimates: z.partialRecord(signalCode, signalEstimate).optional(),
    /** by language and by rung, then by signal; absent of districts, and in snapshots before 1.4.0 */
    flaggedBy: flaggedByCode.optional(),
  });
export type BlockFigures = z.infer<typeof blockFigures>;

const knownBlock = z.discriminatedUnion('status', [
  z.object({
    area: areaId.nullable(),
    weeks: z.tuple([isoWeek, isoWeek]).nullable(),
    status: z.literal('shown'),
    figures: blockFigures,
  }),
  z.object({
    area: areaId.nullable(),
    weeks: z.tuple([isoWeek, isoWeek]).nullable(),
    status: z.literal('suppressed'),
    reason: suppressionReason,
  }),
]);

/** What a hidden block may carry in a later version: words, but no number, also none in a list or table. */
const tellsNumbers = (field: string, value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && field !== 'weeks');

/**
 * The unit of publication: whole consecutive weeks of one area, just long enough to pass the gate. Blocks of an area
 * never overlap and, once closed, never change, so that no subtraction of two ranges leaves fewer posts than the gate
 * allows (docs/decisions/0001-blocks-of-weeks.md). `weeks` null holds the undated posts.
 * Fields of later minor versions are passed over, but a hidden block that carries a number says what it must not.
 */
export const block = z
  .unknown()
  .superRefine((value, context) => {
    if (typeof value !== 'object' || value === null || !('status' in value) || value.status !== 'suppressed') return;
    for (const [field, content] of Object.entries(value))
      if (tellsNumbers(field, content))
        context.addIssue({ code: 'custom', path: [field], message: 'a suppressed block must not carry a number' });
  })
  .pipe(knownBlock);
export type Block = z.infer<typeof block>;
