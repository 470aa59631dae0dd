/// <reference lib="dom" />
import { UNREAD_ELEMENTS } from './unread-elements.js';

const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'label',
  'mark',
  'nobr',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);
const LINES = new Set(['li', 'tr', 'dt', 'dd']);
const CELLS = new Set(['td', 'th']);
const HEADING = /^h[1-6]$/;

const ELEMENT = 1;
const TEXT = 3;

/** Not `nodeName`, which linkedom puts into capitals every time; elements that Readability made are named in capitals. */
const nameOf = (element: Element): string => element.localName.toLowerCase();

/** Whether a page has written an element that it does not show. */
const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '');

/** One paragraph, list item or line of a page. */
export interface TextBlock {
  text: string;
  /** characters of it that stand in links */
  linked: number;
  heading: boolean;
  /** it follows the block before it after a single line break */
  continues: boolean;
}

/**
 * The text under a node in blocks, as a reader sees them: paragraphs, headings, list items, lines. Walks without recursion,
 * so depth does not matter.
 */
export const textBlocks = (root: Node): TextBlock[] => {
  const blocks: TextBlock[] = [];
  let text = '';
  let linked = 0;
  let links = 0;
  let headings = 0;
  let continues = false;
  const close = (softly: boolean): void => {
    const clean = text.replace(/[\s\u00A0]+/g, ' ').trim();
    if (clean !== '') {
      blocks.push({ text: clean, linked: Math.min(linked, clean.length), heading: headings > 0, continues });
      continues = softly;
    } else continues &&= softly;
    text = '';
    linked = 0;
  };
  const enter = (name: string): void => {
    if (name === 'br' || LINES.has(name)) close(true);
    else if (CELLS.has(name)) text += ' ';
    else if (!INLINE.has(name)) close(false);
    if (name === 'a') links += 1;
    if (HEADING.test(name)) headings += 1;
  };
  const leave = (name: string): void => {
    if (LINES.has(name)) close(true);
    else if (!INLINE.has(name) && !CELLS.has(name) && name !== 'br') close(false);
    if (name === 'a') links -= 1;
    if (HEADING.test(name)) headings -= 1;
  };

  let node: Node | null = root;
  while (node) {
    const isElement = node.nodeType === ELEMENT;
    const name = isElement ? nameOf(node as Element) : '';
    if (node.nodeType === TEXT) {
      const value = (node.nodeValue ?? '').replace(/\s+/g, ' ');
      text += value;
      if (links > 0) linked += value.trim().length;
    } else if (isElement) enter(name);
    if (!UNREAD_ELEMENTS.has(name) && node.firstChild && !(isElement && isHidden(node as Element))) {
      node = node.firstChild;
      continue;
    }
    // Up to the next node that has a sibling; every element on the way is left.
    while (node) {
      if (node.nodeType === ELEMENT) leave(nameOf(node as Element));
      if (node === root) node = null;
      else if (node.nextSibling) break;
      else node = node.parentNode;
    }
    node = node?.nextSibling ?? null;
  }
  close(false);
  return blocks;
};

/** Whether a block is written to be read: long enough for a sentence, and not mostly links. */
export const isProse = ({ text, linked, heading }: TextBlock): boolean =>
  !heading && text.length >= 80 && linked < 0.4 * text.length;

/** Blocks as text: an empty line between paragraphs, a line feed between lines. */
export const joinBlocks = (blocks: readonly TextBlock[]): string =>
  blocks.map(({ text, continues }, index) => (index === 0 ? text : `${continues ? '\n' : '\n\n'}${text}`)).join('');
