/// <reference lib="dom" />
import { type KnownTime, readTime } from './read-time.js';

/** What a page says of itself. */
export interface PageFacts {
  title: string;
  publishedAt?: KnownTime;
  /** primary language subtag in lower case, such as `ar` */
  language?: string;
}

const PUBLISHED_META = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="datePublished"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="DC.date.issued"]',
  'meta[name="dcterms.date"]',
  'meta[name="dcterms.created"]',
  'meta[name="DC.date"]',
  'meta[name="pubdate"]',
  'meta[name="publishdate"]',
  'meta[name="publish-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="cXenseParse:recs:publishtime"]',
  'meta[property="og:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[name="article.published"]',
  'meta[name="date"]',
];
const PUBLISHED_ELEMENTS = [
  '[itemprop="datePublished"]',
  'time[pubdate]',
  'article header time',
  'article time',
  'main time',
  '.published[title]',
  'abbr.published',
  'time[datetime]',
];
const MAXIMUM_JSON = 1_000_000;

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

interface LinkedData {
  type: readonly string[];
  published: string;
  headline: string;
  language: string;
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
  });
};

const ARTICLE =
  /Article$|^(?:BlogPosting|LiveBlogPosting|Report|NewsArticle|DiscussionForumPosting|SocialMediaPosting|Review|Recipe|VideoObject)$/;

const linkedArticle = (document: Document): LinkedData | undefined => {
  const found: LinkedData[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
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

const publishedOf = (document: Document, article: LinkedData | undefined): KnownTime | undefined => {
  const fromData = readTime(article?.published ?? '');
  if (fromData) return fromData;
  for (const selector of PUBLISHED_META) {
    const time = readTime(document.querySelector(selector)?.getAttribute('content') ?? '');
    if (time) return time;
  }
  for (const selector of PUBLISHED_ELEMENTS) {
    const element = document.querySelector(selector);
    if (!element) continue;
    for (const written of [
      element.getAttribute('datetime'),
      element.getAttribute('content'),
      element.getAttribute('title'),
      element.textContent,
    ]) {
      const time = readTime(clean(written));
      if (time) return time;
    }
  }
  return undefined;
};

/** ` | Site`, ` - Site`, ` — Site` at the end of a document title. */
const withoutSiteName = (title: string): string => {
  const parts = title.split(/\s+[|\-–—·»:]\s+/);
  const first = parts[0] ?? '';
  return parts.length > 1 && first.split(/\s+/).length >= 3
    ? title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/\s+[|\-–—·»:]\s+$/, '')
    : title;
};

const titleOf = (document: Document, article: LinkedData | undefined): string => {
  const documentTitle = clean(document.querySelector('title')?.textContent);
  const headings = [...document.querySelectorAll('h1')].map((heading) => clean(heading.textContent)).filter(Boolean);
  const social = clean(
    document
      .querySelector('meta[property="og:title"], meta[name="twitter:title"], meta[name="og:title"]')
      ?.getAttribute('content'),
  );
  // The heading that the document title repeats is the headline; a lone heading is one as well.
  const repeated = headings.find((heading) => heading.length > 3 && documentTitle.includes(heading));
  const headline = clean(article?.headline);
  return (
    repeated ||
    withoutSiteName(social) ||
    headline ||
    (headings.length === 1 ? (headings[0] ?? '') : '') ||
    withoutSiteName(documentTitle) ||
    headings[0] ||
    ''
  );
};

const languageOf = (document: Document, article: LinkedData | undefined): string | undefined => {
  const written = [
    document.documentElement?.getAttribute('lang'),
    document.documentElement?.getAttribute('xml:lang'),
    document.body?.getAttribute('lang'),
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'),
    document.querySelector('meta[property="og:locale"]')?.getAttribute('content'),
    article?.language,
  ];
  for (const tag of written) {
    const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$|,)/i.exec(tag ?? '')?.[1]?.toLowerCase();
    if (primary !== undefined) return primary;
  }
  return undefined;
};

/** Title, time of publication and language, from JSON-LD, meta elements and the visible page, in this order of trust. */
export const pageFacts = (document: Document): PageFacts => {
  const article = linkedArticle(document);
  const publishedAt = publishedOf(document, article);
  const language = languageOf(document, article);
  return {
    title: titleOf(document, article),
    ...(publishedAt ? { publishedAt } : {}),
    ...(language === undefined ? {} : { language }),
  };
};
