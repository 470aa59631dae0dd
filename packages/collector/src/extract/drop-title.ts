import { foldBlock } from './fold-block.js';
import type { TextBlock } from './text-blocks.js';

/** A line that says the title has at most so many times its characters, however they are set apart. */
const SET_APART = 4;

/** Leaves out the title of the article, which is kept apart. */
export const dropTitle = (blocks: readonly TextBlock[], title: string): TextBlock[] => {
  const folded = foldBlock(title);
  if (folded === '') return [...blocks];
  return blocks.filter(({ text }) => text.length > SET_APART * title.length || foldBlock(text) !== folded);
};
