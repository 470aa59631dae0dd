/**
 * How the names of the months begin, as feeds and pages write them: «jan» finds January, janvier and Januar. No beginning
 * of one month is that of another.
 */
const NAMES: readonly (readonly string[])[] = [
  // English, French, German, Spanish, Italian, Portuguese, Dutch, Polish, Turkish, Hungarian, Greek, Russian, Arabic
  ['jan', 'gen', 'ene', 'sty', 'oca', 'ιαν', 'янв', 'يناير', 'كانون الثاني', 'جانفي'],
  ['feb', 'fev', 'lut', 'sub', 'φεβ', 'фев', 'فبراير', 'شباط', 'فيفري'],
  ['mar', 'maa', 'mae', 'mrz', 'mrt', 'μαρ', 'мар', 'مارس', 'آذار', 'اذار'],
  ['apr', 'avr', 'abr', 'kwi', 'nis', 'απρ', 'апр', 'أبريل', 'ابريل', 'إبريل', 'نيسان', 'أفريل', 'افريل'],
  ['may', 'mai', 'mei', 'mag', 'maj', 'μαι', 'μαϊ', 'май', 'мая', 'مايو', 'أيار', 'ايار', 'ماي'],
  ['jun', 'juin', 'giu', 'cze', 'haz', 'ιουν', 'июн', 'يونيو', 'يونيه', 'حزيران', 'جوان'],
  ['jul', 'juil', 'lug', 'lip', 'tem', 'ιουλ', 'июл', 'يوليو', 'يوليه', 'تموز', 'جويلية'],
  ['aug', 'aou', 'ago', 'sie', 'agu', 'αυγ', 'авг', 'أغسطس', 'اغسطس', 'آب', 'أوت', 'اوت'],
  ['sep', 'set', 'wrz', 'eyl', 'szept', 'σεπ', 'сен', 'سبتمبر', 'أيلول', 'ايلول', 'شتنبر'],
  ['oct', 'okt', 'ott', 'out', 'paz', 'eki', 'οκτ', 'окт', 'أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين الاول'],
  ['nov', 'lis', 'kas', 'νοε', 'ноя', 'نوفمبر', 'تشرين الثاني', 'نونبر'],
  ['dec', 'dez', 'dic', 'des', 'gru', 'ara', 'δεκ', 'дек', 'ديسمبر', 'كانون الأول', 'كانون الاول', 'دجنبر'],
];

const LATIN_MARKS = /[\u0300-\u036F]/g;
const bare = (name: string): string =>
  /\p{Script=Arabic}/u.test(name)
    ? name
    : name.toLowerCase().normalize('NFD').replace(LATIN_MARKS, '').replaceAll('ς', 'σ');
const BARE_NAMES = NAMES.map((names) => names.map(bare));

/** The month of a name or its abbreviation in any of the languages above, 1 to 12; 0 when it is none. */
export const monthOf = (written: string | undefined): number => {
  const name = bare(written ?? '');
  return BARE_NAMES.findIndex((names) => names.some((known) => name.startsWith(known))) + 1;
};
