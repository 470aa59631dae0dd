import type {
  Block,
  BlockFigures,
  IsoWeek,
  Signal,
  SignalEstimate,
  SuppressionReason,
  Target,
} from '@marsad/records/snapshot';

interface Counts {
  posts: number;
  copies?: number;
  flagged?: Partial<Record<Signal, number>>;
  targets?: Partial<Record<Signal, Partial<Record<Target, number>>>>;
  rungs?: BlockFigures['rungs'];
  languages?: Record<string, number>;
  stances?: BlockFigures['stances'];
  estimates?: BlockFigures['estimates'];
  severities?: BlockFigures['severities'];
  flaggedBy?: BlockFigures['flaggedBy'];
}

const NONE = { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 };

/** A shown block with the counts that a test cares about. */
export const shown = (area: string | null, weeks: [IsoWeek, IsoWeek] | null, counts: Counts): Block => ({
  area,
  weeks,
  status: 'shown',
  figures: {
    posts: counts.posts,
    copies: counts.copies ?? 0,
    authors: 5,
    sources: 3,
    flagged: { ...NONE, ...counts.flagged },
    targets: { hate: {}, extremism: {}, polarisation: {}, offensive: {}, bridging: {}, ...counts.targets },
    languages: counts.languages ?? {},
    rungs: counts.rungs ?? { mention: counts.posts },
    stances: counts.stances ?? {},
    ...(counts.severities && { severities: counts.severities }),
    ...(counts.flaggedBy && { flaggedBy: counts.flaggedBy }),
    ...(counts.estimates && { estimates: counts.estimates }),
  },
});

/** Flagged posts of one code: those of hate, none of anything else. */
export const flaggedOf = (hate: number): BlockFigures['flagged'] => ({ ...NONE, hate });

/** A hidden block. */
export const hidden = (
  area: string | null,
  weeks: [IsoWeek, IsoWeek] | null,
  reason: SuppressionReason = 'too-few-posts',
): Block => ({ area, weeks, status: 'suppressed', reason });

/** An estimate by 400 labels; `more` says what is different. */
export const estimate = (
  rate: number,
  low: number,
  high: number,
  more: Partial<SignalEstimate> = {},
): SignalEstimate => ({
  rate,
  low,
  high,
  versusCity: 'cannot-tell',
  method: 'labels',
  labels: 400,
  tooFewLabels: false,
  ...more,
});
