/** Singulars that no template leads to, by their plurals, folded. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  برامج: ['برنامج'],
  نسا: ['امراه', 'مراه'],
  ناس: ['انسان'],
  قري: ['قريه'],
  ايام: ['يوم'],
  اسيله: ['سوال'],
  حقوق: ['حق'],
};

/** A consonant of the root; ا is none, و and ي may be. */
const C = '([بتثجحخدذرزسشصضطظعغفقكلمنهوي])';

type Template = readonly [plural: RegExp, singulars: readonly string[]];

const template = (plural: string, ...singulars: string[]): Template => [
  new RegExp(`^${plural.replaceAll('C', C)}$`, 'u'),
  singulars,
];

/**
 * Templates of broken plurals that written Arabic without vowel marks uses most (the classes of Goweder, Poesio, De Roeck & Reynolds,
 * «Identifying Broken Plurals in Unvowelised Arabic Text», EMNLP 2004; names of the patterns as in Wright's Grammar, I, 304–305),
 * each with the shapes that its singulars have; digits stand for the consonants. The sound plurals are told by their endings.
 */
const TEMPLATES: readonly Template[] = [
  // mafāʿil, faʿālil: مدارس مدرسة, مراكز مركز, تجارب تجربة
  template('CCاCC', '1234', '1234ه'),
  // mafāʿīl, faʿālīl: مشاريع مشروع, مفاتيح مفتاح, تقارير تقرير
  template('CCاCيC', '123و4', '123ا4', '123ي4'),
  // fawāʿil: شوارع شارع, قواعد قاعدة
  template('CواCC', '1ا23', '1ا23ه'),
  // fawāʿīl: قوانين قانون
  template('CواCيC', '1ا2و3', '1ا2ي3'),
  // faʿāʾil: رسائل رسالة, وسائل وسيلة
  template('CCايC', '12ا3ه', '12ي3ه', '12ي3'),
  // afʿāl: أطفال طفل, أفكار فكرة, أصحاب صاحب
  template('اCCاC', '123', '123ه', '1ا23'),
  // fuʿūl: دروس درس
  template('CCوC', '123'),
  // fiʿāl, fuʿʿāl: رجال رجل, كبار كبير, طلاب طالب
  template('CCاC', '123', '12ي3', '1ا23'),
  // fuʿalāʾ: شركاء شريك, علماء عالم
  template('CCCا', '12ي3', '1ا23'),
  // afʿilāʾ: أصدقاء صديق
  template('اCCCا', '12ي3'),
  // afʿila: أنشطة نشاط, أدلة دليل
  template('اCCCه', '12ا3', '12ي3'),
  template('اCCه', '12ي2'),
  // fuʿul, fuʿal: كتب كتاب, مدن مدينة, غرف غرفة
  template('CCC', '12ا3', '12ي3ه', '123ه'),
  // the sound plurals: مبادرات مبادرة, صحفيين صحفي
  [/^(.{3,})ات$/u, ['1', '1ه']],
  [/^(.{3,})(?:ين|ون)$/u, ['1']],
];

/**
 * The words that an Arabic word may be the plural of, by its shape: a search that knows them finds «المدرسة» by «مدارس» and the
 * other way round. Shapes are shared by words that are no plurals, so that some of these exist nowhere, which finds nothing.
 * @param word folded as searches do: without article and vowel marks, hamza on its seat or gone, ة as ه, ى as ي
 */
export const arabicSingulars = (word: string): string[] => {
  const plain = word.replaceAll('ء', '');
  if (!/^[\u0621-\u064a]{3,}$/u.test(plain)) return [];
  const found = new Set(IRREGULAR[plain] ?? []);
  for (const [plural, singulars] of TEMPLATES) {
    const match = plural.exec(plain);
    if (match) for (const singular of singulars) found.add(singular.replaceAll(/\d/g, (at) => match[Number(at)] ?? ''));
  }
  found.delete(word);
  return [...found];
};
