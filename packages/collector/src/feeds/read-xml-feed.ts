import { AUTHORS, IDS, ITEMS, ROOTS, TEXTS, TIMES, TITLES, WRAPPERS } from './element-names.js';
import { elementText, textOf } from './element-text.js';
import type { FeedKind, RawFeed, RawItem } from './feed.js';
import { itemLinks } from './item-links.js';
import { readXmlTree, type XmlElement } from './xml-tree.js';

const elementsIn = (element: XmlElement): XmlElement[] => element.children.filter((child) => typeof child !== 'string');

const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** Elements below in document order that `is` holds for; nothing inside one of them is looked at. */
const outermost = (root: XmlElement, is: (element: XmlElement) => boolean): XmlElement[] => {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of elementsIn(element)) {
      if (is(child)) found.push(child);
      else visit(child);
    }
  };
  visit(root);
  return found;
};

/** The elements with one of these names, in the order of the names. */
const named = (fields: readonly XmlElement[], names: readonly string[]): XmlElement[] =>
  names.flatMap((name) => fields.filter((field) => field.name === name));

/** An author is a name or an element with a name. */
const authorName = (author: XmlElement): string => {
  const inner = elementsIn(author);
  const name = inner.find((element) => localName(element) === 'name') ?? inner[0] ?? author;
  return textOf(name).trim();
};

/** A text, or the alternatives that Atom 0.3 lets a content hold. */
const alternatives = (text: XmlElement): XmlElement[] => {
  const inner = elementsIn(text).filter(({ name }) => name === 'content');
  return inner.length > 0 && text.name === 'content' ? inner : [text];
};

const toItem = (item: XmlElement, kind: FeedKind): RawItem => {
  const direct = elementsIn(item);
  const fields = [
    ...direct,
    ...direct
      .filter(({ name }) => WRAPPERS.has(name))
      .flatMap((wrapper) => {
        const inner = elementsIn(wrapper);
        return [...inner, ...inner.filter(({ name }) => WRAPPERS.has(name)).flatMap(elementsIn)];
      }),
  ];
  const about = item.attributes.get('rdf:about') ?? item.attributes.get('about');
  const ids = [...named(fields, IDS.slice(0, 2)).map(textOf), about ?? '', ...named(fields, IDS.slice(2)).map(textOf)];
  return {
    id: ids.map((id) => id.trim()).find((id) => id !== ''),
    links: itemLinks(fields, item),
    titles: named(fields, TITLES).map((title) => elementText(title, kind, true)),
    texts: named(fields, TEXTS)
      .flatMap(alternatives)
      .map((text) => elementText(text, kind, false)),
    times: [...named(fields, TIMES).map(textOf), item.attributes.get('lastmod') ?? ''],
    author: named(fields, AUTHORS)
      .map(authorName)
      .find((name) => name !== ''),
  };
};

/**
 * Reads RSS 0.90 to 2.0, RSS 1.0 (RDF), CDF, Atom 0.3 and 1.0, with whatever prefixes and however broken.
 * @param url address of the feed
 * @returns undefined when there is no element of a feed
 */
export const readXmlFeed = (xml: string, url: string | undefined): RawFeed | undefined => {
  const tree = readXmlTree(xml, url);
  const root = outermost(
    tree,
    (element) => Object.hasOwn(ROOTS, localName(element)) || localName(element) === 'html',
  )[0];
  const kind = root && ROOTS[localName(root)];
  if (!root || !kind) return undefined;
  const isItem = ({ name }: XmlElement): boolean => ITEMS.has(name);
  let items = outermost(tree, isItem);
  // Items in a namespace that nobody knows.
  if (items.length === 0) items = outermost(tree, (element) => ITEMS.has(localName(element)));
  const heads = [...outermost(root, ({ name }) => name === 'channel'), root].filter((head) => !isItem(head));
  const title = heads
    .flatMap((head) => named(elementsIn(head), TITLES))
    .map((element) => elementText(element, kind, true))[0];
  return { kind, title, items: items.map((item) => toItem(item, kind)) };
};
