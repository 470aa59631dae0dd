import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleBlocks } from '../../src/extract/article-steps.js';
import type { TextBlock } from '../../src/extract/text-blocks.js';

const block = (text: string, more: Partial<TextBlock> = {}): TextBlock => ({
  text,
  linked: 0,
  heading: false,
  continues: false,
  ...more,
});
const link = (text: string): TextBlock => block(text, { linked: text.length });
const heading = (text: string): TextBlock => block(text, { heading: true });
const textsOf = (blocks: readonly TextBlock[], title = ''): string[] =>
  articleBlocks(blocks, title).map(({ text }) => text);

const PROSE: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'أعلنت بلدية المنار صباح اليوم عن إعادة فتح السوق المركزي بعد أشهر من الترميم، وسط حضور عدد كبير من سكان الحي.',
    'وقال رئيس البلدية إن الأشغال شملت السقف وشبكة المياه والإنارة، وإن السوق سيعود إلى استقبال الزبائن كل يوم.',
  ],
  fr: [
    'La mairie a annoncé ce matin la réouverture du marché central après plusieurs mois de travaux, devant les habitants.',
    'Selon le maire, les travaux ont porté sur la toiture, le réseau d’eau et l’éclairage de la halle tout entière.',
  ],
  el: [
    'Ο δήμος ανακοίνωσε σήμερα το πρωί ότι η κεντρική αγορά ανοίγει ξανά ύστερα από μήνες εργασιών στο κτίριο.',
    'Σύμφωνα με τον δήμαρχο, οι εργασίες αφορούσαν τη στέγη, το δίκτυο ύδρευσης και τον φωτισμό όλου του χώρου.',
  ],
  ru: [
    'Мэрия объявила сегодня утром, что центральный рынок снова открывается после нескольких месяцев ремонта здания.',
    'По словам мэра, работы затронули крышу, водопровод и освещение, и рынок снова будет принимать покупателей.',
  ],
  pl: [
    'Urząd miasta ogłosił dziś rano, że targ miejski zostaje ponownie otwarty po kilku miesiącach prac w budynku.',
    'Zdaniem burmistrza prace objęły dach, sieć wodociągową i oświetlenie, a targ znów będzie czynny codziennie.',
  ],
  en: [
    'The town hall said this morning that the central market opens again after several months of work on its roof.',
    'According to the mayor, the work went as far as the water pipes and the lights, and traders are back at last.',
  ],
};
const proseOf = (language: string): [TextBlock, TextBlock] => {
  const [first = '', second = ''] = PROSE[language] ?? [];
  return [block(first), block(second)];
};

describe('articleBlocks', () => {
  it.each([
    [
      'ar',
      ['اقرأ أيضًا: أسعار الخضر ترتفع', 'المصدر: وكالات', 'رويترز', 'شارك على فيسبوك', '5 أبريل 2026', 'صورة: البلدية'],
    ],
    [
      'fr',
      ['Lire aussi : les prix montent', 'Source : AFP', 'Crédit photo : la mairie', 'Publié le 5 avril 2026 à 10h30'],
    ],
    [
      'el',
      ['Διαβάστε επίσης: ακριβαίνουν τα λαχανικά', 'Πηγή: ΑΠΕ', '5 Απριλίου 2026', 'Ακολουθήστε μας στο Facebook'],
    ],
    [
      'ru',
      ['Читайте также: овощи дорожают', 'Источник: мэрия', 'Фото: пресс-служба', '5 апреля 2026 г.', 'Поделиться'],
    ],
    ['pl', ['Czytaj także: warzywa drożeją', 'Źródło: PAP', 'fot. Urząd miasta', 'Udostępnij', '5 kwietnia 2026']],
    ['en', ['Read more: vegetables cost more', 'Source: town hall', 'Photo: town hall', 'April 5, 2026', 'Share this']],
  ])('leaves furniture between the paragraphs out in %s', (language, furniture) => {
    const [first, second] = proseOf(language);
    const page = [first, ...furniture.map((text) => block(text)), second];
    expect(textsOf(page)).toEqual([first.text, second.text]);
  });

  it.each([
    ['ar', 'مواضيع ذات صلة', 'التعليقات (٣)', 'جميع الحقوق محفوظة لأخبار المنار، ولا يجوز النسخ دون إذن مكتوب.'],
    ['fr', 'Articles similaires', '3 commentaires', 'Toute reproduction même partielle est interdite sans accord.'],
    ['el', 'Σχετικά άρθρα', 'Σχόλια (3)', 'Ακολουθήστε το site στο Google News και μάθετε πρώτοι τις ειδήσεις'],
    ['ru', 'Похожие новости', '3 комментария', 'При использовании материалов сайта ссылка обязательна.'],
    ['pl', 'Podobne artykuły', 'Komentarze (3)', 'Kopiowanie i rozpowszechnianie bez zgody wydawcy zabronione.'],
    ['en', 'Related stories', '3 comments', 'Follow us on Twitter and Facebook, and sign up for our newsletter.'],
  ])('ends the article before links, comments and notes in %s', (language, related, comments, note) => {
    const [first, second] = proseOf(language);
    const after = [block(note), heading(related), link('Another headline of the day'), block(comments)];
    expect(textsOf([first, second, ...after, block(`${first.text} ${second.text}`)])).toEqual([
      first.text,
      second.text,
    ]);
  });

  it('goes on after links in the middle of the text', () => {
    const [first, second] = proseOf('en');
    expect(textsOf([first, heading('Related'), link('Another headline of the day'), second])).toEqual([
      first.text,
      second.text,
    ]);
  });

  it('keeps a heading in the text that only looks like the end, and sentences that begin like furniture', () => {
    const [first, second] = proseOf('fr');
    const kept = [
      first,
      heading('Commentaires'),
      second,
      block('Source de fierté pour le quartier, la halle est rouverte.'),
      block('Par le passé, on y vendait aussi du poisson.'),
      block('Photo à la main, une habitante attendait devant la grille depuis six heures du matin.'),
      block('Share prices fell by two per cent after the announcement.'),
      block('In this city of 400,000, nobody had expected it.'),
      block('Reklama dźwignią handlu, mawiano dawniej.'),
    ];
    const last = block(`${second.text} Fin.`);
    expect(textsOf([...kept, block(`${first.text} Bis.`), last])).toContain(last.text);
    for (const { text } of kept.slice(3)) expect(textsOf([first, block(text), last])).toContain(text);
  });

  it('ends where a list of dated links begins', () => {
    const [first, second] = proseOf('ru');
    const news = ['22:38 02.01.2012', '11:39 02.01.2012'].flatMap((day) => [block(day), link('Другая новость дня')]);
    expect(textsOf([first, second, ...news, block(`${first.text} И ещё.`)])).toEqual([first.text, second.text]);
  });

  it('leaves the title, labels over nothing and tags at the end out', () => {
    const [first, second] = proseOf('pl');
    const page = [
      heading('Targ znów otwarty'),
      first,
      second,
      block('Linki:'),
      block('Tagi'),
      block('targ, dach, miasto'),
    ];
    expect(textsOf(page, 'Targ znów otwarty')).toEqual([first.text, second.text]);
  });

  it('adds nothing and keeps the order, in time linear in the blocks', () => {
    const piece = fc.constantFrom(
      ...Object.values(PROSE).flat(),
      'Tags',
      'Related',
      'Comments',
      '5 avril 2026',
      '………………….................. read more',
      "''''''''.......'''''",
      '[a [a [a',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean(), fc.boolean()), { maxLength: 60 }), (pieces) => {
        const blocks = pieces.map(([text, linked, isHeading]) =>
          block(text, { linked: linked ? text.length : 0, heading: isHeading }),
        );
        const kept = articleBlocks(blocks, 'Tags');
        const places = kept.map((one) => blocks.indexOf(one));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }),
      { numRuns: 500, seed: 3 },
    );
    const many = Array.from({ length: 100_000 }, (_, index) => block(['Tags', 'Related', 'Comments'][index % 3] ?? ''));
    const start = performance.now();
    articleBlocks([block(PROSE.en?.[0] ?? ''), ...many], '');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
