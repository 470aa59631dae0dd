import { referenceDecoder } from './decode-references.js';
import { doctypeEntities } from './doctype-entities.js';
import { endsField, ITEMS, ROOTS } from './element-names.js';
import { canonicalName, innerScope, type NamespaceScope, namespaceOf } from './namespaces.js';
import { scanXml } from './xml-scan.js';

/** An element of a feed. */
export interface XmlElement {
  /** as `canonicalName` gives it */
  readonly name: string;
  /** by their written name in lower case, decoded */
  readonly attributes: ReadonlyMap<string, string>;
  /** address that the links in it are relative to */
  readonly base: string | undefined;
  readonly children: (XmlElement | string)[];
}

interface Open {
  /** as written, in lower case: what an end tag must name */
  written: string;
  element: XmlElement;
  scope: NamespaceScope;
}

/** Deeper elements are kept beside each other, so that what reads the tree may recurse. */
const MAXIMUM_DEPTH = 150;
/** More than any honest feed has; the rest is not read. */
const MAXIMUM_ELEMENTS = 1_000_000;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const localName = (written: string): string => written.slice(written.indexOf(':') + 1).toLowerCase();

const resolved = (base: string | undefined, written: string | undefined): string | undefined => {
  const address = written?.trim();
  if (address === undefined || address === '' || !URL.canParse(address, base)) return base;
  return new URL(address, base).href;
};

const build = (xml: string, base: string | undefined, isBroken: boolean): { root: XmlElement; fits: boolean } => {
  const root: XmlElement = { name: '', attributes: NO_ATTRIBUTES, base, children: [] };
  const ground: Open = { written: '', element: root, scope: new Map() };
  const stack: Open[] = [ground];
  /** how often each written name is open */
  const counts = new Map<string, number>();
  const references = referenceDecoder();
  let elements = 0;
  /** namespace of the feed's own elements, where it is none of the known ones */
  let home: string | undefined;
  let fits = true;

  const top = (): Open => stack.at(-1) ?? ground;
  const pop = (): void => {
    if (stack.length === 1) return;
    const written = stack.pop()?.written ?? '';
    counts.set(written, (counts.get(written) ?? 1) - 1);
  };
  /** Position on the stack of the item that is open, 0 for none. */
  let item = 0;
  const popTo = (height: number): void => {
    while (stack.length > height) pop();
    if (item >= stack.length) item = 0;
  };
  const addText = (text: string): void => {
    const { children } = top().element;
    if (text !== '') children.push(text);
  };

  scanXml(xml, {
    isEnough: () => elements >= MAXIMUM_ELEMENTS,
    onDoctype: (declaration) => references.declare(doctypeEntities(declaration)),
    onText: (raw) => addText(references.decode(raw)),
    onCdata: addText,
    onOpen(written, rawAttributes, isEmpty) {
      elements += 1;
      const outer = top();
      const scope = innerScope(outer.scope, rawAttributes);
      if (home === undefined && Object.hasOwn(ROOTS, localName(written))) home = namespaceOf(written, scope) ?? '';
      const name = canonicalName(written, scope, home);
      if (isBroken && item > 0) {
        const field = stack[item + 1]?.element.name;
        if (ITEMS.has(name)) popTo(item);
        else if (field !== undefined && endsField(field, name)) popTo(item + 1);
      }
      const parent = top();
      let attributes = NO_ATTRIBUTES;
      if (rawAttributes.size > 0)
        attributes = new Map([...rawAttributes].map(([key, value]) => [key.toLowerCase(), references.decode(value)]));
      const element: XmlElement = {
        name,
        attributes,
        base: resolved(parent.element.base, attributes.get('xml:base')),
        children: [],
      };
      parent.element.children.push(element);
      if (isEmpty) return;
      const key = written.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
      stack.push({ written: key, element: stack.length < MAXIMUM_DEPTH ? element : parent.element, scope });
      if (ITEMS.has(name) && item === 0) item = stack.length - 1;
    },
    onClose(name) {
      const written = name.toLowerCase();
      if (top().written !== written) fits = false;
      if ((counts.get(written) ?? 0) === 0) return;
      let height = stack.length - 1;
      while (height > 0 && stack[height]?.written !== written) height -= 1;
      popTo(height);
    },
  });
  return { root, fits: fits && stack.length === 1 };
};

/**
 * The elements of a document under a nameless root, however broken it is: what was open at the end counts as closed, end
 * tags that close nothing are passed over. Where tags do not match, an item or a field of one also ends where the next begins.
 * @param base address of the document
 */
export const readXmlTree = (xml: string, base: string | undefined): XmlElement => {
  const first = build(xml, base, false);
  return first.fits ? first.root : build(xml, base, true).root;
};
