import { Markup, markup } from '../../site/markup.js';
import type { NewsArticle } from '../read-content.js';
import { articlePath, ORIGIN, sectionPath } from './akhbar-addresses.js';
import { framed } from './akhbar-frame.js';

const MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'ماي',
  'يونيو',
  'يوليوز',
  'غشت',
  'شتنبر',
  'أكتوبر',
  'نونبر',
  'دجنبر',
];

/** `30 مارس 2026 - 07:20` for an instant in UTC. */
const shownDate = (date: string): string => {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  return `${Number(date.slice(8, 10))} ${month} ${date.slice(0, 4)} - ${date.slice(11, 16)}`;
};

/** JSON inside <script> cannot be escaped as HTML: the one dangerous character is written as a JSON escape instead. */
const scriptJson = (value: unknown): Markup => new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));

const structuredData = (
  article: NewsArticle,
): Markup => markup`<link rel="canonical" href="${ORIGIN}${articlePath(article)}">
<meta property="og:type" content="article">
<script type="application/ld+json">${scriptJson({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: article.title,
  datePublished: article.date,
  inLanguage: 'ar',
  articleSection: article.section,
  mainEntityOfPage: `${ORIGIN}${articlePath(article)}`,
  publisher: { '@type': 'Organization', name: 'أخبار المنار' },
})}</script>
`;

const readAlso = (
  others: readonly NewsArticle[],
): Markup => markup`<div class="read-also"><strong>اقرأ أيضا</strong><ul>
${others.map((other) => markup`<li><a href="${articlePath(other)}">${other.title}</a></li>\n`)}</ul></div>
`;

const SHARE = markup`<div class="share-buttons"><span>شارك المقال</span> <button>فيسبوك</button> <button>واتساب</button> <button>نسخ الرابط</button></div>
`;

const COMMENTS = markup`<section class="comments"><h2>التعليقات</h2><p>كن أول من يعلق على هذا الخبر. التعليقات تعبر عن آراء أصحابها.</p><form><textarea placeholder="اكتب تعليقك"></textarea><button>إرسال</button></form></section>
`;

const paragraphsOf = (paragraphs: readonly string[]): Markup[] => paragraphs.map((text) => markup`<p>${text}</p>\n`);

/** The page of one article; `index` is its place in `oldestFirst`, from which the links to other articles are chosen. */
export const articlePage = (
  article: NewsArticle,
  index: number,
  oldestFirst: readonly NewsArticle[],
  charset: string,
): Markup => {
  const others = oldestFirst.slice(Math.max(0, index - 3), index);
  const middle = Math.ceil(article.paragraphs.length / 2);
  const [first, second] = [article.paragraphs.slice(0, middle), article.paragraphs.slice(middle)];
  const main = markup`<div class="breadcrumb"><a href="/">الرئيسية</a> › <a href="${sectionPath(article.section)}">${article.section}</a></div>
<article class="story">
<h1>${article.title}</h1>
<div class="byline"><span>هيئة التحرير</span> <time datetime="${article.date}">${shownDate(article.date)}</time></div>
${SHARE}<div class="story-body">
${paragraphsOf(first)}${others.length > 0 ? readAlso(others) : ''}${paragraphsOf(second)}</div>
${SHARE}</article>
<div class="mobile-story">
<h2>${article.title}</h2>
${paragraphsOf(article.paragraphs)}</div>
${COMMENTS}`;
  return framed({
    title: article.title,
    head: structuredData(article),
    all: oldestFirst.slice(-6).toReversed(),
    main,
    charset,
  });
};
