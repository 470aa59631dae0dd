import { type Markup, markup } from '../../site/markup.js';
import type { NewsArticle } from '../read-content.js';
import { articlePath, sectionPath } from './akhbar-addresses.js';

const STYLE = `.mobile-story{display:none}@media(max-width:640px){.mobile-story{display:block}.story{display:none}}`;

const navigation = (all: readonly NewsArticle[]): Markup => markup`<nav class="main-menu"><ul>
<li><a href="/">الرئيسية</a></li>
${[...new Set(all.map((article) => article.section))]
  .toSorted()
  .map(
    (section) => markup`<li><a href="${sectionPath(section)}">${section}</a></li>\n`,
  )}<li><a href="/search?q=">بحث</a></li>
<li><a href="/admin/">دخول المحررين</a></li>
</ul></nav>`;

const ticker = (all: readonly NewsArticle[]): Markup => markup`<div class="ticker"><strong>عاجل</strong>
${all.slice(0, 4).map((article) => markup`<a href="${articlePath(article)}">${article.title}</a> • `)}</div>`;

const SIDEBAR = markup`<aside class="sidebar">
<div class="weather"><h3>حالة الطقس</h3><p>المنار: مشمس جزئيا، العليا 24° والدنيا 16°، رياح شرقية 20 كم/س</p><p>رأس المنارة: البحر هادئ إلى قليل الاضطراب</p></div>
<div class="prayer-times"><h3>مواقيت الصلاة في المنار</h3><ul><li>الفجر 05:02</li><li>الظهر 13:11</li><li>العصر 16:43</li><li>المغرب 19:29</li><li>العشاء 20:48</li></ul></div>
<div class="pharmacies"><h3>صيدليات الحراسة</h3><p>صيدلية الميناء، صيدلية القصبة، صيدلية الحي الأولمبي</p></div>
</aside>`;

const FOOTER = markup`<div class="newsletter">اشترك في النشرة البريدية لتصلك أخبار المنار كل صباح</div>
<div class="cookie-note" role="dialog">نستعمل ملفات تعريف الارتباط لتحسين تجربتك. <button>أوافق</button> <button>أرفض</button></div>
<footer><p>© أخبار المنار، جميع الحقوق محفوظة</p><a href="/about">من نحن</a> <a href="/contact">اتصل بنا</a> <a href="/ads">للإعلان</a></footer>`;

interface Frame {
  title: string;
  /** further elements of <head> */
  head: Markup;
  /** the articles the ticker and the menu speak of, newest first */
  all: readonly NewsArticle[];
  main: Markup;
  charset?: string;
}

/** A page of the news site: `main` inside everything that stands round it on a real one. */
export const framed = ({ title, head, all, main, charset = 'utf-8' }: Frame): Markup => markup`<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="${charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | أخبار المنار</title>
<style>${STYLE}</style>
${head}</head>
<body>
<header><a class="logo" href="/">أخبار المنار</a>
${navigation(all)}
${ticker(all)}
</header>
<main>
${main}</main>
${SIDEBAR}
${FOOTER}
</body>
</html>
`;
