import type { Block, BlockFigures, Rung, Signal, SuppressionReason } from '@marsad/records/snapshot';
import { RUNGS } from '@marsad/records/without-checks';
import { languageIn, rungIn, type Slice, severityIn } from './slice.js';

type ShownBlock = Extract<Block, { status: 'shown' }>;

/** Why there is no figure: a rule of the publish gate, or that posts of this language or rung are too few to be told apart. */
export type HiddenReason = SuppressionReason | 'code-not-told';

/** A block as it answers a question: what it does not tell of a slice is hidden. */
export type AskedBlock =
  | ShownBlock
  | (Omit<Extract<Block, { status: 'suppressed' }>, 'reason'> & { reason: HiddenReason });

const NONE: BlockFigures['flagged'] = { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 };

/** Posts of a language or rung, and of them those that carry each signal; null where a block does not tell it. */
const codeOf = (
  { languages, rungs, flaggedBy }: BlockFigures,
  slice: Slice,
): { posts: number; flagged: Record<Signal, number> } | null => {
  const language = languageIn(slice);
  const rung = rungIn(slice);
  const posts = language === null ? rung !== null && rungs[rung] : languages[language];
  const flagged = language === null ? rung !== null && flaggedBy?.rungs[rung] : flaggedBy?.languages[language];
  return posts && flagged ? { posts, flagged } : null;
};

const sliced = (block: Block, slice: Slice): AskedBlock => {
  if (block.status === 'suppressed') return block;
  const { area, weeks, figures } = block;
  if (severityIn(slice) !== null)
    return figures.severities === undefined
      ? { area, weeks, status: 'suppressed', reason: 'protects-another-cell' }
      : block;
  const code = codeOf(figures, slice);
  if (code === null) return { area, weeks, status: 'suppressed', reason: 'code-not-told' };
  const { estimates: _, severities: __, ...rest } = figures;
  return {
    area,
    weeks,
    status: 'shown',
    figures: { ...rest, ...code, flagged: { ...NONE, ...code.flagged }, copies: 0 },
  };
};

/**
 * The blocks as they answer for a slice. Of a language or rung each holds the posts and flagged posts of that alone, with no
 * estimate and no copies, which are told of all posts only; a block that does not tell the slice is hidden.
 */
export const slicedBlocks = (blocks: readonly Block[], slice: Slice): readonly AskedBlock[] =>
  severityIn(slice) === null && languageIn(slice) === null && rungIn(slice) === null
    ? blocks
    : blocks.map((block) => sliced(block, slice));

/** The languages and rungs that some shown block tells with what is flagged of them: what can be asked for. */
export const codesTold = (blocks: readonly Block[]): { languages: string[]; rungs: Rung[] } => {
  const languages = new Set<string>();
  const rungs = new Set<string>();
  for (const block of blocks) {
    if (block.status !== 'shown') continue;
    for (const code of Object.keys(block.figures.flaggedBy?.languages ?? {})) languages.add(code);
    for (const code of Object.keys(block.figures.flaggedBy?.rungs ?? {})) rungs.add(code);
  }
  return { languages: [...languages].sort(), rungs: RUNGS.filter((rung) => rungs.has(rung)) };
};
