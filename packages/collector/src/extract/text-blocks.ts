/// <reference lib="dom" />
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'SVG',
  'MATH',
  'IFRAME',
  'OBJECT',
  'SELECT',
  'TEXTAREA',
  'BUTTON',
  'HEAD',
]);
const INLINE = new Set([
  'A',
  'ABBR',
  'ACRONYM',
  'B',
  'BDI',
  'BDO',
  'BIG',
  'CITE',
  'CODE',
  'DATA',
  'DEL',
  'DFN',
  'EM',
  'FONT',
  'I',
  'IMG',
  'INS',
  'KBD',
  'LABEL',
  'MARK',
  'NOBR',
  'Q',
  'RP',
  'RT',
  'RUBY',
  'S',
  'SAMP',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'VAR',
  'WBR',
]);
const LINES = new Set(['LI', 'TR', 'DT', 'DD']);
const CELLS = new Set(['TD', 'TH']);
const HEADING = /^H[1-6]$/;

const ELEMENT = 1;
const TEXT = 3;

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
    if (name === 'BR' || LINES.has(name)) close(true);
    else if (CELLS.has(name)) text += ' ';
    else if (!INLINE.has(name)) close(false);
    if (name === 'A') links += 1;
    if (HEADING.test(name)) headings += 1;
  };
  const leave = (name: string): void => {
    if (LINES.has(name)) close(true);
    else if (!INLINE.has(name) && !CELLS.has(name) && name !== 'BR') close(false);
    if (name === 'A') links -= 1;
    if (HEADING.test(name)) headings -= 1;
  };

  let node: Node | null = root;
  while (node) {
    const isElement = node.nodeType === ELEMENT;
    const name = isElement ? node.nodeName.toUpperCase() : '';
    if (node.nodeType === TEXT) {
      const value = (node.nodeValue ?? '').replace(/\s+/g, ' ');
      text += value;
      if (links > 0) linked += value.trim().length;
    } else if (isElement) enter(name);
    if (!SKIPPED.has(name) && node.firstChild && !(isElement && isHidden(node as Element))) {
      node = node.firstChild;
      continue;
    }
    // Up to the next node that has a sibling; every element on the way is left.
    while (node) {
      if (node.nodeType === ELEMENT) leave(node.nodeName.toUpperCase());
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
