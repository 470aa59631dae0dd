/**
 * Namespaces by the prefix they usually have; the empty prefix holds the elements of the feed formats themselves, since
 * feeds mix them (`atom:link` in RSS). Addresses are compared without case, scheme and end.
 */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['www.w3.org/2005/atom', ''],
  ['purl.org/atom/ns', ''],
  ['purl.org/pie', ''],
  ['purl.org/echo', ''],
  ['example.com/necho', ''],
  ['example.com/newformat', ''],
  ['uri/of/echo/namespace', ''],
  ['purl.org/rss/1.0', ''],
  ['purl.org/rss/2.0', ''],
  ['purl.org/rss/1.0/modules/rss091', ''],
  ['purl.org/net/rss1.1', ''],
  ['backend.userland.com/rss', ''],
  ['backend.userland.com/rss2', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['cyber.law.harvard.edu/rss', ''],
  ['www.rssboard.org/rss-specification', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xhtml', 'xhtml'],
  ['www.w3.org/tr/xhtml1', 'xhtml'],
  ['www.w3.org/tr/rec-html40', 'xhtml'],
  ['www.w3.org/2000/svg', 'svg'],
  ['www.w3.org/1998/math/mathml', 'math'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['wordpress.org/export/1.0/excerpt', 'excerpt'],
  ['wordpress.org/export/1.1/excerpt', 'excerpt'],
  ['wordpress.org/export/1.2/excerpt', 'excerpt'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.rssboard.org/media-rss', 'media'],
  ['tools.search.yahoo.com/mrss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['prismstandard.org/namespaces/basic/2.0', 'prism'],
  ['prismstandard.org/namespaces/1.2/basic', 'prism'],
]);

/** Prefixes that mean the same when their declaration is missing or wrong. */
const USUAL_PREFIXES: ReadonlyMap<string, string> = new Map([
  ...[...NAMESPACES.values()].map((prefix) => [prefix, prefix] as const),
  ['atom', ''],
  ['atom03', ''],
  ['atom10', ''],
  ['a10', ''],
  ['rss', ''],
  ['rss091', ''],
  ['rss2', ''],
  ['html', 'xhtml'],
  ['dct', 'dcterms'],
]);

const bare = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '');

/** Prefixes in force and their addresses; the empty prefix is the default namespace. */
export type NamespaceScope = ReadonlyMap<string, string>;

/** Declarations looked at: the scope is copied where it changes. */
const MAXIMUM_PREFIXES = 100;

/** The scope inside an element that has these attributes. */
export const innerScope = (outer: NamespaceScope, attributes: ReadonlyMap<string, string>): NamespaceScope => {
  let scope: Map<string, string> | undefined;
  for (const [key, address] of attributes) {
    const name = key.toLowerCase();
    if ((name !== 'xmlns' && !name.startsWith('xmlns:')) || outer.size >= MAXIMUM_PREFIXES) continue;
    scope ??= new Map(outer);
    scope.set(name.slice(6), address);
  }
  return scope ?? outer;
};

/**
 * One name for an element whatever prefix the feed gives it: `title`, `dc:date`, `content:encoded`; in lower case. Elements
 * in a default namespace nobody knows count as the feed's own; under a prefix nobody knows they keep it.
 * @param home address of the namespace of the root element, whose elements are the feed's own
 */
export const canonicalName = (written: string, scope: NamespaceScope, home: string | undefined): string => {
  const name = written.toLowerCase();
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const address = scope.get(prefix);
  const known =
    (address === undefined ? undefined : NAMESPACES.get(bare(address))) ??
    (prefix === '' || (address !== undefined && address === home) ? '' : (USUAL_PREFIXES.get(prefix) ?? prefix));
  return known === '' ? local : `${known}:${local}`;
};

/** Address of the namespace that an element stands in; undefined when its prefix is not declared. */
export const namespaceOf = (written: string, scope: NamespaceScope): string | undefined => {
  const colon = written.indexOf(':');
  return scope.get(colon < 0 ? '' : written.slice(0, colon).toLowerCase());
};
