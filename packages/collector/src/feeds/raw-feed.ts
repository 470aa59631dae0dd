import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import type { RawFeed, RawItem } from './feed.js';

/** Without options, times stay as the feed writes them. */
const parseText = (text: string) => parseWithFeedsmith(text);
type Parsed = ReturnType<typeof parseText>;
type OfFormat<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];
type RssItem = NonNullable<OfFormat<'rss'>['items']>[number];
type RdfItem = NonNullable<OfFormat<'rdf'>['items']>[number];
type AtomEntry = NonNullable<OfFormat<'atom'>['entries']>[number];
type JsonItem = NonNullable<OfFormat<'json'>['items']>[number];

const html = (value: string | undefined) => ({ value, plain: false });

const isPlainType = (type: string | undefined): boolean =>
  type === undefined || type === 'text' || type === 'text/plain';

const alternate = (links: AtomEntry['links']): (string | undefined)[] => {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  const isPage = ({ type }: { type?: string | undefined }): boolean => type === undefined || /html/.test(type);
  return [
    ...pages.filter(isPage),
    ...pages,
    ...(links ?? []).filter(({ rel }) => rel === 'self' || rel === 'related'),
  ].map(({ href }) => href);
};

const fromRss = (item: RssItem, base: string | undefined): RawItem => ({
  id: item.guid?.value ?? item.atom?.id,
  links: [
    item.link,
    ...alternate(item.atom?.links),
    item.guid?.isPermaLink === false ? undefined : item.guid?.value,
    item.enclosures?.[0]?.url,
  ],
  bases: [base, item.xml?.base],
  title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value,
  texts: [
    html(item.content?.encoded),
    html(item.description),
    html(item.dc?.descriptions?.[0]),
    html(item.itunes?.summary),
    html(item.media?.description?.value),
  ],
  times: [
    item.pubDate,
    item.dc?.dates?.[0],
    item.dcterms?.issued?.[0],
    item.dcterms?.created?.[0],
    item.atom?.published,
    item.atom?.updated,
  ],
  author: item.authors?.[0]?.name ?? item.authors?.[0]?.email ?? item.dc?.creators?.[0],
});

const fromRdf = (item: RdfItem): RawItem => ({
  id: item.rdf?.about,
  links: [item.link, item.rdf?.about],
  bases: [],
  title: item.title ?? item.dc?.titles?.[0],
  texts: [html(item.content?.encoded), html(item.description), html(item.dc?.descriptions?.[0])],
  times: [item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.dcterms?.created?.[0], item.dcterms?.modified?.[0]],
  author: item.dc?.creators?.[0],
});

const fromAtom = (entry: AtomEntry, base: string | undefined): RawItem => ({
  id: entry.id,
  links: [...alternate(entry.links), entry.content?.src],
  bases: [base, entry.xml?.base],
  title: entry.title?.value,
  titleIsPlain: isPlainType(entry.title?.type),
  texts: [entry.content, entry.summary].map((text) => ({ value: text?.value, plain: isPlainType(text?.type) })),
  times: [entry.published, entry.dc?.dates?.[0], entry.updated],
  author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
});

const fromJson = (item: JsonItem): RawItem => ({
  id: item.id,
  links: [item.url, item.external_url],
  bases: [],
  title: item.title,
  titleIsPlain: true,
  texts: [html(item.content_html), { value: item.content_text, plain: true }, { value: item.summary, plain: true }],
  times: [item.date_published, item.date_modified],
  author: item.authors?.[0]?.name,
});

/** Reads a well-formed feed. @throws what feedsmith throws, when it is not one */
export const readRawFeed = (text: string): RawFeed => {
  const parsed = parseText(text);
  switch (parsed.format) {
    case 'rss':
      return {
        kind: 'rss',
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => fromRss(item, parsed.feed.xml?.base)),
      };
    case 'rdf':
      return { kind: 'rdf', title: parsed.feed.title, items: (parsed.feed.items ?? []).map(fromRdf) };
    case 'atom':
      return {
        kind: 'atom',
        title: parsed.feed.title?.value,
        titleIsPlain: isPlainType(parsed.feed.title?.type),
        items: (parsed.feed.entries ?? []).map((entry) => fromAtom(entry, parsed.feed.xml?.base)),
      };
    case 'json':
      return {
        kind: 'json',
        title: parsed.feed.title,
        titleIsPlain: true,
        items: (parsed.feed.items ?? []).map(fromJson),
      };
  }
};
