import { type Block, type ProtectionRules, weeksBetween } from '@marsad/records';
import { byCode, type CodeKind } from '../../tally/by-code.js';
import { emptyCell, mergeInto } from '../../tally/cell.js';
import type { Tallied } from '../../tally/tally-posts.js';
import { chooseCodes, type ToldCodes } from '../codes/choose-codes.js';

/** Every code that passes by itself, whatever is left beside it: each is chosen as if it were alone. */
const passing = (cell: ReturnType<typeof emptyCell>, kind: CodeKind, rules: ProtectionRules): ToldCodes => {
  const alone = [...byCode(cell, kind)].map((one) => chooseCodes(new Map([one]), rules));
  return {
    posts: Object.assign({}, ...alone.map(({ posts }) => posts)),
    flagged: Object.assign({}, ...alone.map(({ flagged }) => flagged)),
  };
};

/** The blocks as they would be if languages and rungs were asked for nothing but to pass the gate: to see that the attacker finds what that tells. */
export const everyPassingCode = (
  blocks: readonly Block[],
  { cells }: Pick<Tallied, 'cells'>,
  rules: ProtectionRules,
): Block[] =>
  blocks.map((block) => {
    if (block.status !== 'shown' || block.weeks === null) return block;
    const whole = emptyCell();
    for (const week of weeksBetween(...block.weeks)) {
      const cell = cells.get(block.area)?.get(week);
      if (cell) mergeInto(whole, cell);
    }
    const languages = passing(whole, 'languages', rules);
    const rungs = block.area === null ? { posts: {}, flagged: {} } : passing(whole, 'rungs', rules);
    return {
      ...block,
      figures: {
        ...block.figures,
        languages: languages.posts,
        rungs: rungs.posts,
        flaggedBy: { posts: whole.posts, languages: languages.flagged, rungs: rungs.flagged },
      },
    };
  });
