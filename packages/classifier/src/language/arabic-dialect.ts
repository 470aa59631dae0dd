/**
 * Words that tell an Arabic dialect from the written standard, in folded letters (alef, ya, ta marbuta folded). Written
 * by hand from everyday usage; sources of error: words shared by neighbours are left out or listed under both.
 */
const TELLING: Readonly<Record<string, string>> = {
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

const words = (text: string): Set<string> => new Set(text.split(' '));
const telling = Object.entries(TELLING).map(([code, text]) => [code, words(text)] as const);
/** All words of the lists: most words of a text are in none. */
const anyTelling = new Set(telling.flatMap(([, list]) => [...list]));
const NO_DIALECT: readonly string[] = [];
const standard = words(STANDARD);

/** Maghrebi «in the» written onto the word. */
const MAGHREBI_IN = /^فال[\u0620-\u064a]{3,}$/;

const PARTICLES = /^[وفبل](?=.{3})/;
/** A dialect is named from this many points; two thirds of a point is one shared word. */
const ENOUGH = 1;

/**
 * The dialect of an Arabic text by telling words (`ary`, `aeb`, `arz`, `apc`, `ars`), or `ara` where the standard or
 * nothing speaks up.
 * @param folded words in folded letters
 */
export const arabicDialect = (folded: readonly string[]): { code: string; points: number } => {
  const points = new Map<string, number>();
  let standardPoints = 0;
  const add = (code: string, value: number): void => {
    points.set(code, (points.get(code) ?? 0) + value);
  };
  for (const word of folded) {
    const bare = word.replace(PARTICLES, '');
    if (standard.has(word) || standard.has(bare)) standardPoints += 1;
    const codes =
      anyTelling.has(word) || anyTelling.has(bare)
        ? telling.filter(([, list]) => list.has(word) || list.has(bare)).map(([code]) => code)
        : NO_DIALECT;
    for (const code of codes) add(code, 1 / codes.length);
    if (codes.length === 0 && MAGHREBI_VERB.test(word)) add('ary', 0.7);
    if (codes.length === 0 && MAGHREBI_IN.test(word)) add('ary', 0.7);
    if (codes.length === 0 && NEGATED.test(word)) for (const code of ['ary', 'aeb', 'arz']) add(code, 0.3);
  }
  const [best] = [...points].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!best || best[1] < ENOUGH || best[1] <= standardPoints) return { code: 'ara', points: standardPoints };
  return { code: best[0], points: best[1] };
};
