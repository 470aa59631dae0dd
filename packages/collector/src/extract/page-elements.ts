/// <reference lib="dom" />

const ELEMENT = 1;
const DOCUMENT = 9;

/**
 * The elements under a node in document order, those within templates left out. Selectors do the same, but each of them is
 * compiled anew and asked of every element: of a page's time that was a quarter.
 */
export const elementsUnder = (root: Node): Element[] => {
  const elements: Element[] = [];
  // linkedom's doctype, which comes first, knows no sibling.
  let node: Node | null = root.nodeType === DOCUMENT ? (root as Document).documentElement : root.firstChild;
  while (node) {
    const element = node as Element;
    const isElement = node.nodeType === ELEMENT;
    if (isElement) elements.push(element);
    const inner: Node | null = isElement && element.localName !== 'template' ? node.firstChild : null;
    if (inner) {
      node = inner;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = node && node !== root ? node.nextSibling : null;
  }
  return elements;
};

/** Whether an attribute, which may hold several words, holds this one. */
export const hasWord = (element: Element, attribute: string, word: string): boolean => {
  const value = element.getAttribute(attribute) ?? '';
  return value.includes(word) && value.split(/\s+/).includes(word);
};

/** Whether an element stands in one of that name. */
export const isWithin = (element: Element, name: string): boolean => {
  for (let above = element.parentElement; above; above = above.parentElement) if (above.localName === name) return true;
  return false;
};
