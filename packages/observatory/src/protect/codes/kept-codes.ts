import { type BlockFigures, type ProtectionRules, SIGNALS } from '@marsad/records';
import { thinCodes } from './thin-codes.js';

type Codes = Pick<BlockFigures, 'languages' | 'rungs' | 'stances' | 'flaggedBy'>;

const codesOf = ({ languages, rungs, stances, flaggedBy }: Codes): Codes => ({
  languages,
  rungs,
  stances,
  ...(flaggedBy && { flaggedBy }),
});

/** Whether flagged posts of codes are posts of the block: after all posts were judged anew they may be more. */
const fit = ({ flaggedBy }: Codes, { flagged }: BlockFigures): boolean =>
  flaggedBy !== undefined &&
  [flaggedBy.languages, flaggedBy.rungs].every((codes) =>
    SIGNALS.every(
      (signal) => Object.values(codes).reduce((sum, of) => sum + (of?.[signal] ?? 0), 0) <= flagged[signal],
    ),
  );

/**
 * What a block that was published before tells of its codes now. As long as the same posts stand behind it, that is what is
 * found of them today. Once newcomers came, codes keep the answer that they had, for good: of ten newcomers one may be of a
 * language, and two snapshots would tell. Where that answer does not fit the block any more, no code is told, for good.
 * @param then as it was published, with as many posts, authors and sources as now if `unmoved`
 */
export const keptCodes = (then: BlockFigures, now: BlockFigures, unmoved: boolean): Codes => {
  const counted = then.flaggedBy?.posts ?? then.posts;
  if (unmoved && counted === then.posts) return codesOf(now);
  if (fit(then, now)) return codesOf(then);
  return { languages: {}, rungs: {}, stances: {}, flaggedBy: { posts: counted, languages: {}, rungs: {} } };
};

/**
 * The figures without any code, for good, where what they tell of codes is of too few posts for the rules: that happens when rules are
 * raised. No post counts as told by code then, so that `keptCodes` never tells one again.
 */
export const withoutThinCodes = (figures: BlockFigures, rules: ProtectionRules): BlockFigures =>
  thinCodes(figures, rules).length === 0
    ? figures
    : { ...figures, languages: {}, rungs: {}, stances: {}, flaggedBy: { posts: 0, languages: {}, rungs: {} } };
