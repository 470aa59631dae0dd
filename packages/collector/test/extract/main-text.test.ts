import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractMainText } from '../../src/extract/main-text.js';

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

  it('leaves out what the page does not show', () => {
    const hidden = `<p style="color:red; display: none">${paragraphs[1]}</p><div hidden><p>${paragraphs[2]}</p></div>`;
    const shown = `<main><p>${paragraphs[0]}</p>${hidden}<p>${paragraphs[0]} نعم.</p></main>`;
    expect(extractMainText(page(shown), { url }).text).toBe(`${paragraphs[0]}\n\n${paragraphs[0]} نعم.`);
  });

  it('takes the text from JSON-LD where the page shows it by a script', () => {
    const articleBody = Array.from({ length: 6 }, (_, part) => `${paragraphs.join(' ')} ${part}.`).join('\n\n');
    const data = JSON.stringify({ '@type': 'NewsArticle', articleBody });
    const shell = page(`<div id="app">...</div><script type="application/ld+json">${data}</script>`);
    expect(extractMainText(shell, { url }).text.replace(/\s+/g, ' ')).toBe(articleBody.replace(/\s+/g, ' '));
  });

  it('takes what the page marks as its article where a table drew more attention', () => {
    const rows = '<tr><td>Name, of some length</td><td>address, of some length, with words</td></tr>'.repeat(60);
    const text = Array.from({ length: 12 }, (_, n) => `<div><p>${n}. ${paragraphs[n % 3]}</p></div>`).join('');
    const marked = `<div itemprop="articleBody">${text}<div><table><tbody>${rows}</tbody></table></div></div>`;
    const { text: found } = extractMainText(page(marked), { url });
    for (let n = 0; n < 12; n += 1) expect(found).toContain(`${n}. ${paragraphs[n % 3]}`);
  });

  it('leaves out comments that are longer than the article', () => {
    const comments = Array.from({ length: 9 }, (_, n) => `<li><p>${n} ${paragraphs[0]} ${paragraphs[1]}</p></li>`);
    const { text } = extractMainText(page(`${story('a')}<ol id="comments">${comments.join('')}</ol>`), { url });
    expect(text).toBe(paragraphs.join('\n\n'));
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
