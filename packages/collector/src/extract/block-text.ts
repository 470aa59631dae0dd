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
  'INS',
  'KBD',
  'LABEL',
  'MARK',
  'Q',
  'RP',
  'RT',
  'RUBY',
  'S',
  'SAMP',
  'SMALL',
  'SPAN',
  'STRONG',
  'STRIKE',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'VAR',
  'WBR',
  'IMG',
  'NOBR',
  'ACRONYM',
]);
const LINE_BREAKS = new Set(['BR', 'LI', 'TR', 'DT', 'DD']);
const CELLS = new Set(['TD', 'TH']);

const ELEMENT = 1;
const TEXT = 3;

/**
 * The text of an element as a reader sees its paragraphs: blocks separated by an empty line, lines by a line feed. Walks
 * without recursion, so depth does not matter.
 */
export const blockText = (root: Node): string => {
  let out = '';
  let node: Node | null = root;
  let entering = true;
  while (node) {
    let descend = false;
    if (node.nodeType === TEXT) {
      if (entering) out += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    } else if (node.nodeType === ELEMENT) {
      const name = node.nodeName.toUpperCase();
      if (entering) {
        descend = !SKIPPED.has(name);
        if (LINE_BREAKS.has(name)) out += '\n';
        else if (CELLS.has(name)) out += ' ';
        else if (!INLINE.has(name) && descend) out += '\n\n';
      } else if (!INLINE.has(name) && !LINE_BREAKS.has(name) && !CELLS.has(name)) out += '\n\n';
    } else if (entering) descend = node === root;
    if (entering && descend && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (entering && descend) {
      entering = false;
      continue;
    }
    if (node === root) break;
    if (node.nextSibling) {
      node = node.nextSibling;
      entering = true;
    } else {
      node = node.parentNode;
      entering = false;
    }
  }
  return out
    .split('\n')
    .map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
};
