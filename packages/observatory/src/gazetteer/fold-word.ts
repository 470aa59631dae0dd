/**
 * Letters that one word is written with in different ways, brought to one. Arabic: hamza seats, alef maqsura,
 * ta marbuta, Persian and Maghrebi letters, ث ذ ظ as dialects write them. Latin: ligatures and letters that Unicode does not take apart. Cyrillic: the
 * Latin letters it is written with where both are in use, their marks left out as everywhere.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ء: '',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  پ: 'ب',
  ڤ: 'ف',
  ڨ: 'ق',
  ـ: '',
  ث: 'ت',
  ذ: 'د',
  ظ: 'ض',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'z',
  з: 'z',
  ѕ: 'dz',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
  щ: 'st',
  ъ: '',
  ь: '',
  ђ: 'dj',
  ћ: 'c',
  ы: 'i',
  э: 'e',
  ю: 'ju',
  я: 'ja',
};

/** Digits that stand for Arabic letters in Latin script (3 ain, 7 ha, 9 qaf, 5 kha, 2 hamza). */
const LETTER_DIGITS: Readonly<Record<string, string>> = { '2': '', '3': 'a', '5': 'kh', '7': 'h', '9': 'k' };

const CHANGED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** Arabic doubles no letter more than once: what stands there three times is drawn out, وييييين. */
const STRETCHED = /([\u0621-\u064a])\1{2,}/g;

const plainDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  return String(code - (code < 0x06f0 ? 0x0660 : 0x06f0));
};

/** Latin spellings that transliterations waver between: q/k, y/i, ou/oo/u, ee/i, doubled letters, a last silent h. */
const foldLatin = (word: string): string =>
  word
    .replace(/q/g, 'k')
    .replace(/y/g, 'i')
    .replace(/ou|oo/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/(?<=[ae])h$/, '');

/**
 * One word, folded so that spellings of the same name are equal: case, accents, vowel marks, tatweel, Arabic letter
 * variants, Arabic-Indic digits, Arabic in Latin letters. Folding a folded word changes nothing. May be empty.
 */
export const foldWord = (word: string): string => {
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ѓ/g, 'gj')
    .replace(/ќ/g, 'kj')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[٠-٩۰-۹]/g, plainDigit)
    .replace(CHANGED, (letter) => LETTERS[letter] ?? letter)
    .replace(STRETCHED, '$1');
  if (plain === 'ابن') return 'بن';
  if (plain === 'st') return 'saint';
  if (plain === 'ste') return 'sainte';
  if (plain === 'mt') return 'mount';
  if (!/[a-z]/.test(plain)) return plain;
  const spelled = /^[a-z23579]+$/.test(plain)
    ? plain.replace(/[23579]/g, (digit) => LETTER_DIGITS[digit] ?? '')
    : plain;
  return foldLatin(spelled);
};
