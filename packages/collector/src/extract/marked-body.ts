/// <reference lib="dom" />
import { elementsUnder, hasWord } from './page-elements.js';
import { isProse, type TextBlock, textBlocks } from './text-blocks.js';

/** What pages call the element that holds all of an article and nothing else, surest first. */
const MARKS: readonly ((element: Element) => boolean)[] = [
  (element) => hasWord(element, 'itemprop', 'articleBody') || hasWord(element, 'property', 'articleBody'),
  ({ localName }) => localName === 'article',
  (element) => element.localName === 'main' || element.getAttribute('role') === 'main',
];
/** A container with so many times the prose of what was found holds a part that was missed. */
const MUCH_MORE = 1.5;

const proseIn = (blocks: readonly TextBlock[]): number =>
  blocks.filter(isProse).reduce((sum, { text }) => sum + text.length, 0);

/**
 * The text of the element that a page itself marks as its article, in blocks; empty where no single element is marked so.
 * To be asked before Readability, which takes the page apart.
 */
export const markedBody = (document: Document): TextBlock[] => {
  const elements = elementsUnder(document);
  for (const isMarked of MARKS) {
    const marked = elements.filter(isMarked);
    if (marked.length === 1 && marked[0]) return textBlocks(marked[0]);
    if (marked.length > 1) return [];
  }
  return [];
};

/** The blocks that Readability found, or those of the marked body where it holds much more prose. */
export const widerOf = (found: readonly TextBlock[], marked: readonly TextBlock[]): readonly TextBlock[] =>
  proseIn(marked) > MUCH_MORE * proseIn(found) ? marked : found;
