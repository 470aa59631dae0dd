import { Parser } from 'htmlparser2';
import type { FeedKind, RawFeed, RawItem } from './feed.js';

interface Field {
  name: string;
  value: string;
  attributes: Readonly<Record<string, string>>;
}

const KINDS: Readonly<Record<string, FeedKind>> = {
  rss: 'rss',
  channel: 'rss',
  feed: 'atom',
  'rdf:rdf': 'rdf',
  rdf: 'rdf',
};
const ITEMS = new Set(['item', 'entry']);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const toItem = (kind: FeedKind, fields: readonly Field[]): RawItem => {
  const all = (...names: string[]): string[] =>
    names
      .flatMap((name) => fields.filter((field) => field.name === name).map(({ value }) => value.trim()))
      .filter((value) => value !== '');
  const links = fields
    .filter(({ name, attributes }) => name === 'link' && (attributes.rel ?? 'alternate') === 'alternate')
    .map(({ value, attributes }) => attributes.href ?? value.trim());
  const guid = fields.find(({ name }) => name === 'guid');
  return {
    id: all('guid', 'id')[0],
    links: [...links, guid?.attributes.ispermalink === 'false' ? undefined : guid?.value.trim()],
    bases: [],
    title: all('title', 'dc:title')[0],
    titleIsPlain: kind === 'atom',
    texts: all('content:encoded', 'content', 'description', 'summary').map((value) => ({ value, plain: false })),
    times: all('pubdate', 'published', 'issued', 'dc:date', 'updated', 'modified'),
    author: all('dc:creator', 'author', 'name')[0],
  };
};

/**
 * Second pass for feeds that are cut off or not well-formed: streams through the tags and keeps every item whose text has
 * begun. Returns undefined when no feed element appears at all.
 */
export const readLenientFeed = (text: string): RawFeed | undefined => {
  let kind: FeedKind | undefined;
  let title: string | undefined;
  const items: RawItem[] = [];
  let fields: Field[] | undefined;
  let field: Field | undefined;
  /** elements open inside the field */
  let inside = 0;

  const closeItem = (): void => {
    if (fields && fields.length > 0 && kind) items.push(toItem(kind, fields));
    fields = undefined;
    field = undefined;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        kind ??= KINDS[name];
        if (!kind) return;
        if (ITEMS.has(name)) {
          closeItem();
          fields = [];
          inside = 0;
        } else if (field) {
          field.value += `<${name}>`;
          inside += 1;
        } else if (fields || name === 'title') {
          field = { name, value: '', attributes };
          inside = 0;
          fields?.push(field);
        }
      },
      ontext(data) {
        if (field) field.value += inside > 0 ? escaped(data) : data;
      },
      onclosetag(name) {
        if (ITEMS.has(name)) closeItem();
        else if (field && inside > 0) {
          inside -= 1;
          field.value += `</${name}>`;
        } else if (field) {
          if (!fields) title ??= field.value.trim();
          field = undefined;
        }
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(text);
  closeItem();
  return kind ? { kind, title, items } : undefined;
};
