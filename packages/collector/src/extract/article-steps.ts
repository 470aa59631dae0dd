import { dropClosingNotes } from './drop-closing-notes.js';
import { dropDatelines } from './drop-datelines.js';
import { dropFurniture } from './drop-furniture.js';
import { dropPointers } from './drop-pointers.js';
import { dropRepeats } from './drop-repeats.js';
import { dropTitle } from './drop-title.js';
import { dropWhatFollows } from './drop-what-follows.js';
import type { TextBlock } from './text-blocks.js';

/** What is taken out of the blocks of an article, in this order. */
const STEPS: readonly ((blocks: readonly TextBlock[], title: string) => TextBlock[])[] = [
  dropRepeats,
  dropWhatFollows,
  dropTitle,
  dropFurniture,
  dropPointers,
  dropDatelines,
  dropClosingNotes,
];

/**
 * The blocks that are the article's own.
 * @param title the title of the article
 */
export const articleBlocks = (blocks: readonly TextBlock[], title: string): readonly TextBlock[] =>
  STEPS.reduce<readonly TextBlock[]>((left, step) => step(left, title), blocks);
