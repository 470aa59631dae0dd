/// <reference lib="dom" />
import { elementsUnder, hasWord, isWithin } from './page-elements.js';
import { type KnownTime, readTime } from './read-time.js';
import { readVisibleTime } from './read-visible-time.js';

/** What a page says of itself. */
export interface PageFacts {
  title: string;
  publishedAt?: KnownTime;
  /** primary language subtag in lower case, such as `ar` */
  language?: string;
  /** the article's text as its JSON-LD gives it, markup included; often cut short, often absent */
  articleBody: string;
}

/** Names of `meta` elements that give the time of publication, surest first. */
const PUBLISHED_META = [
  'article:published_time',
  'datepublished',
  'parsely-pub-date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'og:published_time',
  'og:article:published_time',
  'article.published',
  'date',
];
const isTime = ({ localName }: Element): boolean => localName === 'time';
const isInArticleHeader = (element: Element): boolean => {
  for (let above = element.parentElement; above; above = above.parentElement)
    if (above.localName === 'header' && isWithin(above, 'article')) return true;
  return false;
};
/** Elements that give it, surest first; of each kind the first on the page is asked. */
const PUBLISHED_ELEMENTS: readonly ((element: Element) => boolean)[] = [
  (element) => element.getAttribute('itemprop') === 'datePublished',
  (element) => isTime(element) && element.hasAttribute('pubdate'),
  (element) => isTime(element) && isInArticleHeader(element),
  (element) => isTime(element) && isWithin(element, 'article'),
  (element) => isTime(element) && isWithin(element, 'main'),
  (element) => element.hasAttribute('title') && hasWord(element, 'class', 'published'),
  (element) => element.localName === 'abbr' && hasWord(element, 'class', 'published'),
  (element) => isTime(element) && element.hasAttribute('datetime'),
];
/** What sites call the line with the day, and lines that may hold it besides other things. */
const DATED = [/date|Date|publish|time|data/, /info|meta|byline/];
const LEVELS_AROUND_HEADLINE = 3;
const MAXIMUM_JSON = 1_000_000;

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

interface LinkedData {
  type: readonly string[];
  published: string;
  headline: string;
  language: string;
  body: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every object of a JSON-LD block that has a type, however deep, up to a bound. */
const typedObjects = (value: unknown, found: LinkedData[], depth: number): void => {
  if (typeof value !== 'object' || value === null || depth > 6 || found.length > 200) return;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) typedObjects(inner, found, depth + 1);
  if (Array.isArray(value) || !('@type' in value)) return;
  const type: readonly unknown[] = Array.isArray(value['@type']) ? value['@type'] : [value['@type']];
  found.push({
    type: type.map(text),
    published: 'datePublished' in value ? text(value.datePublished) : '',
    headline: 'headline' in value ? text(value.headline) : '',
    language: 'inLanguage' in value ? text(value.inLanguage) : '',
    body: 'articleBody' in value ? text(value.articleBody) : '',
  });
};

const ARTICLE =
  /Article$|^(?:BlogPosting|LiveBlogPosting|Report|NewsArticle|DiscussionForumPosting|SocialMediaPosting|Review|Recipe|VideoObject)$/;

const linkedArticle = (elements: readonly Element[]): LinkedData | undefined => {
  const found: LinkedData[] = [];
  for (const script of elements) {
    if (script.localName !== 'script' || script.getAttribute('type')?.toLowerCase() !== 'application/ld+json') continue;
    const json = script.textContent ?? '';
    if (json.length > MAXIMUM_JSON) continue;
    try {
      typedObjects(JSON.parse(json.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')), found, 0);
    } catch {
      // Broken JSON-LD is common and says nothing about the page.
    }
  }
  const articles = found.filter(({ type }) => type.some((name) => ARTICLE.test(name)));
  return articles.find(({ published }) => published !== '') ?? articles[0];
};

/** What the `meta` elements say, by their name in lower case; the first of a name counts. */
const metaOf = (elements: readonly Element[]): Map<string, string> => {
  const meta = new Map<string, string>();
  for (const element of elements) {
    if (element.localName !== 'meta') continue;
    const content = clean(element.getAttribute('content'));
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && content !== '' && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
};

const timeOf = (element: Element, language: string | undefined): KnownTime | undefined => {
  for (const attribute of ['datetime', 'content', 'title']) {
    const time = readTime(clean(element.getAttribute(attribute)));
    if (time) return time;
  }
  return readVisibleTime(clean(element.textContent), language);
};

/** A day shown beside the headline: what else is dated on the page is far from it. */
const shownBesideHeadline = (
  document: Document,
  elements: readonly Element[],
  language: string | undefined,
): KnownTime | undefined => {
  const headline = elements.find(({ localName }) => localName === 'h1');
  for (const dated of DATED) {
    const candidates = elements.filter((element) => dated.test(element.getAttribute('class') ?? ''));
    const asked = new Set<Element>();
    let around: Element | null | undefined = headline?.parentElement;
    for (let level = 0; around && around !== document.body && level < LEVELS_AROUND_HEADLINE; level += 1) {
      for (const element of candidates) {
        if (asked.has(element) || element === around || !around.contains(element)) continue;
        asked.add(element);
        const time = timeOf(element, language);
        if (time) return time;
      }
      around = around.parentElement;
    }
  }
  return undefined;
};

const publishedOf = (
  document: Document,
  elements: readonly Element[],
  article: LinkedData | undefined,
  meta: ReadonlyMap<string, string>,
  language: string | undefined,
): KnownTime | undefined => {
  const fromData = readTime(article?.published ?? '');
  if (fromData) return fromData;
  for (const name of PUBLISHED_META) {
    const time = readTime(meta.get(name) ?? '');
    if (time) return time;
  }
  for (const gives of PUBLISHED_ELEMENTS) {
    const element = elements.find(gives);
    const time = element ? timeOf(element, language) : undefined;
    if (time) return time;
  }
  return shownBesideHeadline(document, elements, language);
};

/** ` | Site`, ` - Site`, ` — Site` at the end of a document title. */
const withoutSiteName = (title: string): string => {
  const parts = title.split(/\s+[|\-–—·»:]\s+/);
  const first = parts[0] ?? '';
  return parts.length > 1 && first.split(/\s+/).length >= 3
    ? title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/\s+[|\-–—·»:]\s+$/, '')
    : title;
};

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** The heading that the document title repeats is the headline, unless it names the site. */
const repeatedIn = (title: string, headings: readonly string[], site: string | undefined): string | undefined =>
  headings
    .filter((heading) => heading.length > 3 && title.includes(heading) && heading !== site)
    .filter((heading) => title.startsWith(heading) || wordsIn(heading).length >= 3)
    .sort((one, other) => other.length - one.length)[0];

/** A lone heading is the headline, unless it is a few words that have nothing to do with the document title. */
const isHeadline = (heading: string, title: string): boolean => {
  const words = wordsIn(heading);
  return title === '' || words.length >= 5 || words.some((word) => word.length > 2 && wordsIn(title).includes(word));
};

const titleOf = (
  elements: readonly Element[],
  article: LinkedData | undefined,
  meta: ReadonlyMap<string, string>,
): string => {
  const documentTitle = clean(elements.find(({ localName }) => localName === 'title')?.textContent);
  const headings = elements
    .filter(({ localName }) => localName === 'h1')
    .map((heading) => clean(heading.textContent))
    .filter(Boolean);
  const social = meta.get('og:title') ?? meta.get('twitter:title') ?? '';
  const headline = clean(article?.headline);
  const lone = headings.length === 1 ? (headings[0] ?? '') : '';
  return (
    repeatedIn(documentTitle, headings, meta.get('og:site_name')) ||
    withoutSiteName(social) ||
    headline ||
    (isHeadline(lone, documentTitle) ? lone : '') ||
    withoutSiteName(documentTitle) ||
    headings[0] ||
    ''
  );
};

const languageOf = (
  document: Document,
  article: LinkedData | undefined,
  meta: ReadonlyMap<string, string>,
): string | undefined => {
  const written = [
    document.documentElement?.getAttribute('lang'),
    document.documentElement?.getAttribute('xml:lang'),
    document.body?.getAttribute('lang'),
    meta.get('content-language'),
    meta.get('og:locale'),
    article?.language,
    meta.get('language'),
    meta.get('dc.language'),
    meta.get('inlanguage'),
  ];
  for (const tag of written) {
    const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$|,)/i.exec(tag ?? '')?.[1]?.toLowerCase();
    if (primary !== undefined) return primary;
  }
  return undefined;
};

/** Title, time of publication and language, from JSON-LD, meta elements and the visible page, in this order of trust. */
export const pageFacts = (document: Document): PageFacts => {
  const elements = elementsUnder(document);
  const article = linkedArticle(elements);
  const meta = metaOf(elements);
  const language = languageOf(document, article, meta);
  const publishedAt = publishedOf(document, elements, article, meta, language);
  return {
    title: titleOf(elements, article, meta),
    articleBody: article?.body ?? '',
    ...(publishedAt ? { publishedAt } : {}),
    ...(language === undefined ? {} : { language }),
  };
};
