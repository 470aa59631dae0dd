import type { TextBlock } from './text-blocks.js';

const fold = (text: string): string => text.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, '');

/** Leaves out the title of the article, which is kept apart. */
export const dropTitle = (blocks: readonly TextBlock[], title: string): TextBlock[] => {
  const folded = fold(title);
  return folded === '' ? [...blocks] : blocks.filter(({ text }) => fold(text) !== folded);
};
