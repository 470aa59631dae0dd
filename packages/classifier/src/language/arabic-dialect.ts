/**
 * Words that tell an Arabic dialect from the written standard, in folded letters (alef, ya, ta marbuta folded). Written
 * by hand from everyday usage; sources of error: words shared by neighbours are left out or listed under both.
 */
const TELLING: Readonly<Record<'ary' | 'aeb' | 'arz' | 'apc' | 'ars', string>> = {
  ary: 'ديال ديالي ديالك ديالو ديالها ديالنا ديالكم ديالهم دابا بزاف واش كيفاش علاش هادشي هاد هادو هادي غادي كاين كاينه ماكاينش بغيت بغينا بغا باغي باغيه راه راها راني حيت زوين زوينه خويا مزيان وخا كلشي حنا حنايا نتا نتي نتوما فين شحال بلاصه درت عافاك زعما مكاينش شنو شكون امتى عندو عندها ليهم ليه ليها لينا البارح فهاد بحال هادا هاديك هداك واحد غير شويه ماشي كيما لي اللي بقا مابقاش صافي ولاد الحومه الزنقه كنقول كيقول تايقول سير اجي شوف جوج نهار ساعه فلوس هضره حشومه مول معاه معانا ملي منين قدام حدا والو كلا كلينا كاع لاكار الزنقه الدراري دراري هادا هادوك لينا ليكم كيفاه خدام خدامه بزاف بكري عندنا ديت جا جاو مشا مشينا درنا دارو هزينا هكا هاكا حيتاش علاه باراكا هدا هادشي خاصهم خاص خاصنا خاصو يتمنعو ديما مول لبلادو فيهوم عليهوم ليهوم معاهوم غادين باغيين ماشفتش قنت تسعود الشتا الحوايج طوبيس كنكره كنبغي كاملين كامله شفاره معكازين',
  aeb: 'برشا توا شنوه شنيه علاش كيفاش ياسر فما موش هكا بالكش متاع متاعنا متاعي بهي هوما شبيه يزي نحب تونس ياخي باهي قداش وقتاش برشه زاده خاطر وين لوين مانيش ماكش ثمه نجم ينجم حاجه كيما باش ماثماش شبيك عسلامه يعيشك',
  arz: 'ده دي كده ازاي عايز عايزه عاوز بتاع بتاعه بتاعت دلوقتي دلوقت اوي قوي علشان عشان مفيش احنا كمان ليه فين امبارح حاجه بقي بقا ايه دول اللي يعني انهارده النهارده معلش ياعم بتقول بيقول هيقول هنعمل مش برضو برضه كويس عيال بجد لسه خالص اهو مصر',
  apc: 'شو هلق هلا هيك هيدا هيدي هيدول كتير ليش عم بدي بدك بدنا بدو بدها بدهن متل يلي منيح رح حدا لسا هون عنجد انو كرمال كيفك مابدي مافي شوي هاد هالبلد ليك مبارح بكرا تبع تبعنا معك هني انتو نحنا لبنان سوريا منيحه بكير كمان منشان مشان بيقول وين خيي حكي',
  ars: 'وش وشلون ايش الحين ابي ابغي ابغا يبي تبي نبي مو مب ذا هذول زين شلون تكفي كذا واجد محد وشو عشان وين ليش يالله تراني ترا وربي يااخي وانا اخوك السعوديه مدري ودي مهب',
};
/** Words of the written standard that dialects hardly use. */
const STANDARD =
  'الذي التي الذين هذا هذه ذلك تلك ليس ليست لم لن قد لقد سوف كما حيث خلال حول منذ بينما لدي لكن لكنه اي ايضا وقد وهو وهي وكان يجب عندما احد اذ الا نحو ضمن عبر جميع بعض يكون تكون اننا انه انها بان هؤلاء التي فقد هناك امام لدينا نحن ماذا لماذا هل متي كيف';

/** Maghrebi present: k + person prefix; negation ma … sh. */
const MAGHREBI_VERB = /^(و|ف)?ك(?!نيس|نوز|نائ|تاب|تيب|تب|تف|يلو|يان|يفي)[نتي][\u0620-\u064a]{3,}$/;
const NEGATED = /^(و)?ما?[\u0620-\u064a]{3,}ش$/;

const DIALECTS = ['aeb', 'apc', 'ars', 'ary', 'arz'] as const;
type Dialect = (typeof DIALECTS)[number];

/** What a list knows of a word: the dialects that have it, a bit each in the order of DIALECTS, and the standard. */
const OF_STANDARD = 1 << DIALECTS.length;

let byWord: Map<string, number> | undefined;

const listed = (): Map<string, number> => {
  if (byWord) return byWord;
  const all = new Map<string, number>();
  const put = (text: string, bit: number): void => {
    for (const word of text.split(' ')) all.set(word, (all.get(word) ?? 0) | bit);
  };
  DIALECTS.forEach((code, at) => {
    put(TELLING[code], 1 << at);
  });
  put(STANDARD, OF_STANDARD);
  byWord = all;
  return all;
};

/** Maghrebi «in the» written onto the word. */
const MAGHREBI_IN = /^فال[\u0620-\u064a]{3,}$/;

const [BA, SHIN, FA, KAF, LAM, WAW, ALEF] = [0x628, 0x634, 0x641, 0x643, 0x644, 0x648, 0x627];
/** And, in, by, for: written onto the next word, which is looked up without it as well. */
const isParticle = (unit: number): boolean => unit === WAW || unit === FA || unit === BA || unit === LAM;
const FEWEST_AFTER_PARTICLE = 3;
/** Points are counted in sixtieths, so that sums are exact. */
const ONE_POINT = 60;
const SHAPE_POINTS = 42;
const NEGATION_POINTS = 18;
/** A dialect is named from this many points; two thirds of a point is one shared word. */
const ENOUGH = ONE_POINT;

/** Whether a word has a Maghrebi shape; by its first two letters most have none. */
const isMaghrebi = (word: string): boolean => {
  const first = word.charCodeAt(0);
  const second = word.charCodeAt(1);
  if (first === FA && second === ALEF) return MAGHREBI_IN.test(word);
  return (first === KAF || ((first === FA || first === WAW) && second === KAF)) && MAGHREBI_VERB.test(word);
};

const isNegated = (word: string): boolean => word.charCodeAt(word.length - 1) === SHIN && NEGATED.test(word);

const points = new Int32Array(DIALECTS.length);

/**
 * The dialect of an Arabic text by telling words (`ary`, `aeb`, `arz`, `apc`, `ars`), or `ara` where the standard or
 * nothing speaks up.
 * @param folded words in folded letters
 */
export const arabicDialect = (folded: readonly string[]): { code: string; points: number } => {
  const lists = listed();
  points.fill(0);
  let standard = 0;
  const add = (code: Dialect, value: number): void => {
    const at = DIALECTS.indexOf(code);
    points[at] = (points[at] ?? 0) + value;
  };
  for (const word of folded) {
    let known = lists.get(word) ?? 0;
    if (word.length > FEWEST_AFTER_PARTICLE && isParticle(word.charCodeAt(0))) known |= lists.get(word.slice(1)) ?? 0;
    if (known & OF_STANDARD) standard += ONE_POINT;
    const codes = known & ~OF_STANDARD;
    if (codes !== 0) {
      let count = 0;
      for (let left = codes; left !== 0; left &= left - 1) count += 1;
      for (let at = 0; at < DIALECTS.length; at++)
        if (codes & (1 << at)) points[at] = (points[at] ?? 0) + ONE_POINT / count;
      continue;
    }
    if (isMaghrebi(word)) add('ary', SHAPE_POINTS);
    if (isNegated(word)) for (const code of MAY_NEGATE) add(code, NEGATION_POINTS);
  }
  let best = 0;
  for (let at = 1; at < DIALECTS.length; at++) if ((points[at] ?? 0) > (points[best] ?? 0)) best = at;
  const most = points[best] ?? 0;
  if (most < ENOUGH || most <= standard) return { code: 'ara', points: standard / ONE_POINT };
  return { code: DIALECTS[best] ?? 'ara', points: most / ONE_POINT };
};
const MAY_NEGATE = ['ary', 'aeb', 'arz'] as const;
