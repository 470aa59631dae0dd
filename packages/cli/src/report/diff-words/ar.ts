import type { DiffWords, Writing } from './words.js';

const weeks = (value: number, { plural }: Writing): string =>
  plural(value, {
    one: 'أسبوع واحد',
    two: 'أسبوعان',
    few: '# أسابيع',
    many: '# أسبوعًا',
    other: '# أسبوع',
  });

/** In the nominative: what is shown or hidden. */
const blocks = (value: number, { plural }: Writing): string =>
  plural(value, {
    one: 'مجموعة أسابيع واحدة',
    two: 'مجموعتا أسابيع',
    few: '# مجموعات من الأسابيع',
    many: '# مجموعة من الأسابيع',
    other: '# مجموعة من الأسابيع',
  });

const signals = {
  hate: 'الكراهية',
  extremism: 'التطرف',
  polarisation: 'الاستقطاب',
  offensive: 'الشتم العادي',
  bridging: 'التقارب',
};

const reasons = {
  'too-few-posts': 'المنشورات قليلة جدًا',
  'too-few-authors': 'الكتّاب قليلون جدًا',
  'too-few-sources': 'المصادر قليلة جدًا',
  'one-author-dominates': 'كاتب واحد كتب معظمها',
  'protects-another-cell': 'يحمي رقمًا آخر',
};

const rules = {
  minimumPosts: 'الحد الأدنى للمنشورات',
  minimumAuthors: 'الحد الأدنى للكتّاب',
  minimumSources: 'الحد الأدنى للمصادر',
  maximumTopAuthorShare: 'أكبر حصة لكاتب واحد',
};

const events = {
  added: 'أُضيف',
  unreachable: 'تعذّر الوصول إليه',
  refused: 'رفض الرد',
  gap: 'صمت',
  back: 'عاد',
};

const groundOf = (ground: readonly { area: string | null; share: number }[], { percent, list }: Writing): string =>
  list(ground.map(({ area, share }) => `${percent(share)} ${area === null ? 'خارج كل الأحياء' : `في ${area}`}`));

/** What changed between two snapshots, in Arabic. */
export const AR: DiffWords = {
  same: 'اللقطتان متطابقتان.',
  sameBut: (from, to) => {
    const tiers = { public: 'العام', partner: 'الشركاء', restricted: 'المقيّد' };
    const version = (of: number | null): string => (of === null ? 'غير موقّعة' : `الإصدار ${of}`);
    return `ما تقوله اللقطتان في المستوى العام واحد. الأولى: مستوى ${tiers[from.tier]}، ${version(from.version)}؛ والثانية: مستوى ${tiers[to.tier]}، ${version(to.version)}.`;
  },
  finding: 'خلل',
  undated: 'منشورات بلا تاريخ',
  between: (first, last) => `من ${first} إلى ${last}`,
  signals,
  reasons,
  rules,
  more: (more, { plural }) =>
    plural(more, {
      one: '… وتغير آخر من هذا النوع',
      two: '… وتغيران آخران من هذا النوع',
      few: '… و# تغيرات أخرى من هذا النوع',
      many: '… و# تغيرًا آخر من هذا النوع',
      other: '… و# تغير آخر من هذا النوع',
    }),
  sentences: {
    'model-changed': ({ from, to }) =>
      `حكم على المنشورات نموذج آخر: ${to.name} ${to.version} بدلًا من ${from.name} ${from.version}. لا تصح المقارنة بين أرقام اللقطتين.`,
    'format-changed': ({ from, to }) => `انتقلت صيغة اللقطات من ${from} إلى ${to}.`,
    'rule-changed': ({ rule, from, to }, { number }) =>
      `تغيرت قواعد النشر: ${rules[rule]} ${number(to)} بدلًا من ${number(from)}.`,
    'weeks-changed': ({ to, added, removed }, writing) =>
      [
        to === null ? 'لم تعد تغطي أي أسبوع' : `الأسابيع المغطاة: ${writing.weeks(to)}`,
        added > 0 ? `الزيادة: ${weeks(added, writing)}` : '',
        removed > 0 ? `ما سقط من اللقطة السابقة: ${weeks(removed, writing)}` : '',
      ]
        .filter((part) => part !== '')
        .join('؛ ')
        .concat('.'),
    'source-added': ({ name, week }) => `مصدر جديد: ${name}${week === null ? '' : `، وأول منشوراته في ${week}`}.`,
    'source-removed': ({ name }) => `مصدر لم يعد موجودًا: ${name}.`,
    'source-event': ({ name, event, week }) => `المصدر ${name} ${events[event]}${week === null ? '' : ` في ${week}`}.`,
    'areas-edition': ({ from, to }) => `نسخة حدود الأحياء: ${to ?? 'بلا اسم'}، وكانت: ${from ?? 'بلا اسم'}.`,
    'area-added': ({ names }, { name }) => `حي جديد: ${name(names)}.`,
    'area-renamed': ({ names, from }, { name }) => `تغير اسم ${name(from)} إلى ${name(names)}.`,
    'area-removed': ({ names, ground }, writing) =>
      `لم يعد حي ${writing.name(names)} موجودًا${ground.length === 0 ? '' : `؛ أرضه: ${groundOf(ground, writing)}`}.`,
    'area-moved': ({ names, ground }, writing) =>
      `تغيرت حدود ${writing.name(names)}${
        ground.length === 0 ? '' : `؛ أرضه السابقة: ${groundOf(ground, writing)}`
      }. أرقامه الآن عن أرض أخرى.`,
    'blocks-shown': ({ names, weeks: of }, writing) =>
      `${writing.name(names)}: ما يظهر للمرة الأولى ${blocks(of.length, writing)} (${writing.list(of.map(writing.weeks))}).`,
    'blocks-hidden': ({ names, weeks: of, reasons: why }, writing) =>
      `${writing.name(names)}: ما صار محجوبًا ${blocks(of.length, writing)} (${writing.list(of.map(writing.weeks))}): ${writing.list(why.map((one) => reasons[one]))}.`,
    'blocks-merged': ({ names, from, weeks: into }, writing) =>
      `${writing.name(names)}: صارت تُعرض معًا ${writing.weeks(into)} (وكانت: ${writing.list(from.map(writing.weeks))}).`,
    'answers-revised': ({ names, why, weeks: of }, writing) =>
      `${writing.name(names)}: ما جرت مراجعته ${blocks(of.length, writing)} (${writing.list(of.map(writing.weeks))})، ${
        why === 'judged-anew' ? 'فقد أعيد الحكم على المنشورات نفسها' : 'فالمنشورات الجديدة تكفي وحدها للنشر'
      }.`,
    'answer-changed': ({ names, weeks: of, posts }, { name, number, weeks: write }) =>
      `${name(names)}، ${write(of)}: مجموعة أسابيع مغلقة تعطي أرقامًا أخرى (عدد المنشورات سابقًا ${number(posts.from)} والآن ${number(posts.to)}) مع أن جوابها ينبغي ألا يتغير. من يطرح أحدهما من الآخر يعرف ما تحجبه قواعد النشر.`,
    'answer-withdrawn': ({ names, weeks: of, into }, { name, list, weeks: write }) =>
      `${name(names)}، ${write(of)}: رقم منشور ${
        into.length === 0 ? 'صار محجوبًا' : `أعيد تقسيمه (${list(into.map(write))})`
      } مع أن أي قاعدة لم تُشدد.`,
    'estimates-changed': ({ why, blocks: of, labels }, writing) =>
      `تحركت الحصص المصححة ولم تتغير منشوراتها (${blocks(of, writing)}): ${
        {
          labels: `عدد التصنيفات البشرية التي تستند إليها ${writing.number(labels.to)} بدلًا من ${writing.number(labels.from)}`,
          model: 'يحكم نموذج آخر',
          'more-weeks': 'صارت أسابيع أكثر من المدينة معروفة',
          'reckoned-anew': 'أعيد حسابها',
        }[why]
      }.`,
    'level-changed': ({ names, signal, series, weeks: of }, { name, list }) =>
      `${name(names)}، ${signals[signal]}: انتقلت الحصة غير المصححة${
        series === 'panel' ? ' في المصادر الحاضرة طوال الوقت' : ''
      } إلى مستوى آخر بدءًا من ${list(of)}. هذا يقول متى، ولا يقول لماذا أبدًا.`,
    'surge-told': ({ signal, weeks: of }, { list }) =>
      `المدينة، ${signals[signal]}: بلغ عدد المنشورات المرصودة ضعف المعتاد في مجموعة الأسابيع التي أولها ${list(of)}. هذا يقول متى، ولا يقول لماذا أبدًا.`,
    'real-change': ({ names, signal, direction, before, after, sourcesChanged }, { name, percent, weeks: write }) =>
      `${name(names)}، ${signals[signal]}: ${direction === 'up' ? 'أكثر' : 'أقل'} مما كان، بما يتجاوز الصدفة: ${percent(after.rate)} (المجال من ${percent(after.low)} إلى ${percent(after.high)}) في الأسابيع ${write(after.weeks)}، مقابل ${percent(before.rate)} (من ${percent(before.low)} إلى ${percent(before.high)}) في الأسابيع ${write(before.weeks)}.${
        sourcesChanged ? ' تغيرت المصادر في هذه الأثناء، وقد تكون هي السبب.' : ''
      }`,
    'no-clear-change': ({ compared }, { number }) =>
      `لا تغير واضح: عدد الحصص المصححة التي قورنت بالأسابيع السابقة ${number(compared)}، ولا تختلف أي منها بما يتجاوز الصدفة.`,
    'cannot-tell': ({ why }) =>
      `لا يمكن القول إن كان ما يقوله الناس قد تغير: ${
        {
          'no-new-weeks': 'لا توجد أسابيع جديدة.',
          'other-model': 'حكم على الأسابيع السابقة نموذج آخر.',
          'no-labels': 'لا حي له قبل ذلك وبعده حصص مصححة تستند إلى ما يكفي من تصنيفات بشرية من هذه المدينة.',
        }[why]
      }`,
  },
};
