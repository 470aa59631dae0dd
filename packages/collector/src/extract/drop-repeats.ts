import { foldBlock } from './fold-block.js';
import type { TextBlock } from './text-blocks.js';

/** A paragraph of this many characters is not written twice on purpose; shorter ones are: a refrain, a recipe's steps. */
const LONG = 140;
/** A run of repeated blocks that makes up this share of a page is the article once more. */
const SHARE_OF_PAGE = 0.3;

const charactersOf = (blocks: readonly TextBlock[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/**
 * Leaves out what a page says twice: the article that stands once for reading and once for the next click, the lead that
 * is repeated under the picture. The first time stays.
 */
export const dropRepeats = (blocks: readonly TextBlock[]): TextBlock[] => {
  const seen = new Set<string>();
  const runs: { repeated: boolean; blocks: TextBlock[] }[] = [];
  for (const block of blocks) {
    const key = foldBlock(block.text);
    const repeated = seen.has(key);
    seen.add(key);
    const last = runs.at(-1);
    if (last?.repeated === repeated) last.blocks.push(block);
    else runs.push({ repeated, blocks: [block] });
  }
  const share = SHARE_OF_PAGE * charactersOf(blocks);
  return runs.flatMap(({ repeated, blocks: run }) => {
    if (!repeated) return run;
    return charactersOf(run) >= share ? [] : run.filter(({ text }) => text.length < LONG);
  });
};
