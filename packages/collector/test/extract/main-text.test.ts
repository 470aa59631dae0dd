import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../src/extract/decode-html.js';
import { extractMainText } from '../../src/extract/main-text.js';
import { hasArchive, readArchive } from '../support/archive.js';
import { shingleF1 } from '../support/shingle-f1.js';

const url = 'http://example.org/a';
const paragraphs = [
  'أعلنت بلدية المنار صباح اليوم عن إعادة فتح السوق المركزي بعد أشهر من الترميم، وسط حضور عدد كبير من سكان الحي والتجار.',
  'وقال رئيس البلدية إن الأشغال شملت السقف وشبكة المياه والإنارة، وإن السوق سيعود إلى استقبال الزبائن كل يوم ما عدا الجمعة.',
  'وعبر عدد من التجار عن ارتياحهم لعودة النشاط، مطالبين بتوفير مواقف للسيارات قرب المدخل الشرقي للسوق.',
];
const story = (id: string): string =>
  `<article id="${id}"><h1>إعادة فتح السوق المركزي</h1><div class="meta"><time datetime="2026-04-05">5 أبريل 2026</time></div>${paragraphs.map((text) => `<p>${text}</p>`).join('')}<p><a href="/b">اقرأ أيضا: أسعار الخضر ترتفع في أسواق المدينة</a></p></article>`;
const page = (
  body: string,
): string => `<!doctype html><html lang="ar" dir="rtl"><head><title>إعادة فتح السوق المركزي - أخبار المنار</title></head><body>
  <nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/sport">رياضة</a></li><li><a href="/city">المدينة</a></li></ul></nav>
  <aside class="weather"><h3>الطقس</h3><p>مشمس، 24 درجة، رياح خفيفة من الشمال الغربي على امتداد الساحل طوال اليوم والليل.</p></aside>
  <section class="prayer-times"><h3>مواقيت الصلاة</h3><p>الفجر 05:12 الظهر 12:40 العصر 16:10 المغرب 19:02 العشاء 20:25</p></section>
  ${body}<footer><p>جميع الحقوق محفوظة لأخبار المنار، لا يجوز النسخ دون إذن مكتوب من إدارة الموقع الإلكتروني.</p></footer></body></html>`;

describe('extractMainText', () => {
  it('finds the article, its title, day and language among what surrounds it', () => {
    expect(extractMainText(page(story('a')), { url })).toEqual({
      title: 'إعادة فتح السوق المركزي',
      text: paragraphs.join('\n\n'),
      publishedAt: '2026-04-05T00:00:00.000Z',
      publishedPrecision: 'day',
      language: 'ar',
    });
  });

  it('gives an article that stands twice on a page once', () => {
    const { text } = extractMainText(page(`<main>${story('a')}${story('b')}</main>`), { url });
    expect(text).toBe(paragraphs.join('\n\n'));
  });

  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"H","datePublished":"2026-04-02T10:00:00+01:00"}]}</script>',
      '2026-04-02T09:00:00.000Z',
    ],
    ['meta', '<meta property="article:published_time" content="2026-04-02T10:00:00Z">', '2026-04-02T10:00:00.000Z'],
    [
      'broken JSON-LD and meta',
      '<script type="application/ld+json">{oops</script><meta itemprop="datePublished" content="2026-04-02">',
      '2026-04-02T00:00:00.000Z',
    ],
  ])('takes the time from %s', (_name, head, expected) => {
    expect(extractMainText(page(story('a')).replace('</head>', `${head}</head>`), { url }).publishedAt).toBe(expected);
  });

  it('does not invent a time', () => {
    expect(extractMainText('<p>some words about 2026 and nothing else</p>', { url })).not.toHaveProperty('publishedAt');
  });

  it('reads pages nested too deep as plain text', () => {
    const deep = `${'<div>'.repeat(20_000)}deep words${'</div>'.repeat(20_000)}`;
    const start = performance.now();
    expect(extractMainText(deep, { url }).text).toBe('deep words');
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it.each([
    ['nothing', ''],
    ['text', 'just some words'],
    ['a fragment', '<p>one</p>'],
    ['a frame page', '<frameset><frame></frameset>'],
    ['noise', '<<<>>><a <b "\u0000'],
  ])('gives a result for %s', (_name, html) => {
    expect(typeof extractMainText(html, { url }).text).toBe('string');
  });

  it('never throws, whatever the page is', () => {
    const part = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<article class="comment share">',
      '<table><tr>',
      '<li>',
      'words of a sentence, long enough to be prose in a page. ',
      '<a href="/x">link</a>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<br>',
      '<h1>',
      '&#0;',
      '<svg>',
      '<template>',
      '<html>',
      '<body>',
      '</body>',
      '<title>',
      '\uD800',
      '<select><option>',
      '<math>',
      '<base href="//[">',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
        (html) => {
          const { text, title } = extractMainText(html, { url });
          expect(typeof text).toBe('string');
          expect(title).not.toContain('\n');
        },
      ),
      { numRuns: 500, seed: 15 },
    );
  });

  it('is the same every time', () => {
    expect(extractMainText(page(story('a')), { url })).toEqual(extractMainText(page(story('a')), { url }));
  });
});

const AEB = 'article-extraction-benchmark.tar.gz';
const TRAFILATURA = 'trafilatura-segments.tar.gz';

describe.skipIf(!hasArchive(AEB))(
  `extraction on the development pages (skipped without ../shared/data/extraction/${AEB})`,
  () => {
    it('reaches a shingle F1 of 0.965 on the article-extraction-benchmark part', () => {
      const files = readArchive(AEB);
      const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
        files.get('aeb/ground-truth.json')?.toString() ?? '{}',
      );
      const pages = Object.entries(truth).map(([id, { articleBody, url: address }]) => {
        const html = gunzipSync(files.get(`aeb/html/${id}.html.gz`) ?? Buffer.alloc(0)).toString();
        return { truth: articleBody, found: extractMainText(html, { url: address }).text };
      });
      expect(pages).toHaveLength(45);
      expect(shingleF1(pages)).toBeGreaterThan(0.965);
    });
  },
);

describe.skipIf(!hasArchive(TRAFILATURA))(
  `extraction on the development pages (skipped without ../shared/data/extraction/${TRAFILATURA})`,
  () => {
    it('reaches an F1 of 0.90 over the segments of the trafilatura part', () => {
      const files = readArchive(TRAFILATURA);
      const entries: { file: string; with: string[]; without: string[] }[] = JSON.parse(
        [...files].find(([path]) => path.endsWith('segments.json'))?.[1].toString() ?? '[]',
      );
      const fold = (text: string): string => text.replace(/\s+/g, ' ');
      let [hits, misses, extras] = [0, 0, 0];
      for (const entry of entries) {
        const bytes = [...files].find(([path]) => path.endsWith(`html/${entry.file}`))?.[1] ?? Buffer.alloc(0);
        const text = fold(extractMainText(decodeHtml(bytes).text, { url }).text);
        const found = entry.with.filter((segment) => text.includes(fold(segment))).length;
        hits += found;
        misses += entry.with.length - found;
        for (const segment of entry.without) if (text.includes(fold(segment))) extras += 1;
      }
      const [precision, recall] = [hits / (hits + extras), hits / (hits + misses)];
      expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(0.9);
    });
  },
);
