import { textOf } from './element-text.js';
import type { RawItem } from './feed.js';
import type { XmlElement } from './xml-tree.js';

const IANA = 'http://www.iana.org/assignments/relation/';

const relations = (link: XmlElement): string[] =>
  (link.attributes.get('rel') ?? 'alternate')
    .toLowerCase()
    .split(/\s+/)
    .map((relation) => (relation.startsWith(IANA) ? relation.slice(IANA.length) : relation))
    .filter((relation) => relation !== '');

/** An alternate that is no page for people comes after those that are. */
const isPage = (link: XmlElement): boolean => /^$|html/i.test(link.attributes.get('type') ?? '');

/**
 * The addresses an item may have, best first: its links to a page (RSS writes the address as text, Atom as `href`), a guid
 * that is a permalink, content that lies elsewhere, what RDF is about, an id that is an address. Links to enclosures,
 * comments or the feed itself are not the item's address.
 */
export const itemLinks = (fields: readonly XmlElement[], item: XmlElement): RawItem['links'] => {
  const link = (element: XmlElement, href: string | undefined) => ({ href: href?.trim() ?? '', base: element.base });
  const alternates = fields
    .filter(({ name }) => name === 'link')
    .filter((element) => {
      const named = relations(element);
      return named.length === 0 || named.includes('alternate');
    });
  const guid = fields.find(({ name }) => name === 'guid');
  // By RSS 2.0 a guid is a permalink unless it says no; those that say nothing are so only where they look it.
  const isPermalink = guid?.attributes.get('ispermalink')?.trim().toLowerCase() === 'true';
  // What programs for HTML make of a link: `<link/>http://…`.
  const loose = item.children.find((child) => typeof child === 'string' && /^\s*https?:\/\/\S+\s*$/.test(child));
  const content = fields.find(({ name, attributes }) => name === 'content' && attributes.has('src'));
  const about = item.attributes.get('rdf:about') ?? item.attributes.get('about');
  const ids = fields
    .filter(({ name }) => name === 'guid' || name === 'id')
    .map((element) => link(element, textOf(element)));
  return [
    ...[...alternates.filter(isPage), ...alternates.filter((element) => !isPage(element))].map((element) =>
      link(element, element.attributes.get('href')?.trim() || textOf(element)),
    ),
    link(item, item.attributes.get('href')),
    link(item, typeof loose === 'string' ? loose : undefined),
    ...(guid && isPermalink ? [link(guid, textOf(guid))] : []),
    ...(content && isPage(content) ? [link(content, content.attributes.get('src'))] : []),
    link(item, about),
    ...ids.filter(({ href }) => /^https?:\/\//i.test(href)),
  ].filter(({ href }) => href !== '');
};
