/** What vowels stand between two consonants, as bits. */
const A = 1;
const I = 2;
const U = 4;
/** Something may be heard here that Arabic does not write, or that a listener leaves out: ain, ta marbuta, a first alef. */
const MAY = 8;

/** How a word sounds, in either script: classes of consonants, and what is heard before, between and after them. */
export interface Sound {
  /** readings of the same letters: g is heard as k or j, ض and ذ as d or z */
  consonants: readonly string[];
  gaps: readonly number[];
  arabic: boolean;
}

const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ط: 't',
  ج: 'j',
  چ: 'c',
  ژ: 'j',
  ح: 'h',
  ه: 'h',
  خ: 'x',
  د: 'D',
  ض: 'D',
  ر: 'r',
  ز: 'z',
  س: 's',
  ص: 's',
  ش: 'c',
  غ: 'q',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
};
const ARABIC_VOWELS: Readonly<Record<string, number>> = { ا: A, و: U, ي: I, ع: MAY };

/** French, English and chat spellings of the consonants; capital letters have several readings. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/tch|sch|ch|sh/y, 'c'],
  [/kh|5/y, 'x'],
  [/gh/y, 'q'],
  [/th/y, 't'],
  [/dh/y, 'd'],
  [/dj/y, 'j'],
  [/ph/y, 'f'],
  [/qu(?=[aeio])|ck|[qk9]/y, 'k'],
  [/gu(?=[ei])/y, 'G'],
  [/c(?=[eiy])/y, 's'],
  [/c/y, 'k'],
  [/x/y, 'ks'],
  [/g/y, 'G'],
  [/[bp]/y, 'b'],
  [/[fv]/y, 'f'],
  [/[h7]/y, 'h'],
  [/[djlmnrstz]/y, ''],
];
const LATIN_VOWELS: Readonly<Record<string, number>> = {
  a: A,
  e: A | I,
  i: I,
  y: I,
  o: U,
  u: U,
  w: U,
  '3': MAY,
  '2': MAY,
};

const READINGS: Readonly<Record<string, readonly string[]>> = { G: ['k', 'j', 'q'], D: ['d', 'z'] };

const readings = (consonants: string): string[] => {
  let all = [''];
  for (const letter of consonants) {
    const ways = READINGS[letter] ?? [letter];
    all = all.flatMap((begun) => ways.map((way) => begun + way)).slice(0, 6);
  }
  return all;
};

/** Collects consonants and what lies between; a consonant right after its like is one. */
const collector = () => {
  let consonants = '';
  const gaps = [0];
  return {
    consonant(letters: string): void {
      for (const letter of letters) {
        if (gaps.at(-1) === 0 && consonants.endsWith(letter)) continue;
        consonants += letter;
        gaps.push(0);
      }
    },
    vowel(bits: number): void {
      gaps[gaps.length - 1] = (gaps.at(-1) ?? 0) | bits;
    },
    sound: (arabic: boolean): Sound => ({ consonants: readings(consonants), gaps, arabic }),
  };
};

const arabicSound = (folded: string): Sound => {
  const heard = collector();
  const letters = [...folded.replace(/تش/g, 'چ')];
  letters.forEach((letter, at) => {
    const last = at === letters.length - 1;
    const vowel = ARABIC_VOWELS[letter];
    if (letter === 'ه' && last) heard.vowel(MAY);
    else if (letter === 'ي' && last)
      heard.vowel(MAY); // ى and ي are one here
    else if (letter === 'ا' && at === 0) heard.vowel(MAY);
    else if (vowel !== undefined) heard.vowel(vowel);
    else heard.consonant(ARABIC[letter] ?? '');
  });
  return heard.sound(true);
};

const latinSound = (plain: string): Sound => {
  const heard = collector();
  const spoken = plain.replace(/(?<=[aeiou])h$/, '');
  const word = spoken.replace(/(?<=[^aeiouy])es?$/, '');
  let at = 0;
  while (at < word.length) {
    const vowel = LATIN_VOWELS[word[at] ?? ''];
    if (vowel !== undefined) {
      heard.vowel(vowel);
      at += 1;
      continue;
    }
    let taken = 1;
    for (const [spelling, letters] of LATIN) {
      spelling.lastIndex = at;
      const match = spelling.exec(word);
      if (!match) continue;
      taken = match[0].length;
      heard.consonant(letters === '' ? match[0] : letters);
      break;
    }
    at += taken;
  }
  // A last e is silent in French, and a sound of its own in Gemmayze.
  if (word !== spoken) heard.vowel(MAY);
  return heard.sound(false);
};

/** Lower case without accents, but with the sounds that Balkan letters stand for. */
const plainLatin = (written: string): string =>
  written
    .toLowerCase()
    .normalize('NFC')
    .replace(/š|ş/g, 'sh')
    .replace(/č|ć/g, 'ch')
    .replace(/ž/g, 'j')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

/**
 * How a word sounds, so that Arabic and Latin spellings of it can be compared: ش is ch and sh, ق k and q and 9, ع and
 * short vowels are left open.
 * @param written the word as it stands in the text
 * @param folded the same word folded
 */
export const soundOf = (written: string, folded: string): Sound =>
  /[\u0600-\u06ff]/.test(folded)
    ? arabicSound(folded)
    : latinSound(plainLatin(/^\p{Script=Latin}/u.test(written) ? written : folded));

/** Whether what an Arabic word writes as long is heard in the Latin one, and nothing stands before or after it. */
const arabicAsLatin = (arabic: readonly number[], latin: readonly number[]): boolean =>
  arabic.every((needed, at) => {
    const has = latin[at] ?? 0;
    if ((needed & 7 & ~has) !== 0) return false;
    const edge = at === 0 || at === arabic.length - 1;
    return !edge || needed !== 0 || (has & 7) === 0;
  });

/** How many kinds of vowels. */
const count = (gap: number): number => (gap & 1) + ((gap >> 1) & 1) + ((gap >> 2) & 1);

/** Whether two Latin words have the same vowels, but for one short one that was left out. */
const latinAsLatin = (one: readonly number[], other: readonly number[]): boolean => {
  let leftOut = 0;
  for (let at = 0; at < one.length; at += 1) {
    const a = (one[at] ?? 0) & 7;
    const b = (other[at] ?? 0) & 7;
    if (a === b || ((a & b) !== 0 && Math.abs(count(a) - count(b)) < 2)) continue;
    if (((one[at] ?? 0) | (other[at] ?? 0)) & MAY) continue;
    if (a !== 0 && b !== 0) return false;
    if (at === 0 || at === one.length - 1) return false;
    leftOut += 1;
  }
  return leftOut <= 1;
};

/** How much a likeness of sound says: consonants, and the vowels that are written. */
export const strengthOf = (one: Sound, other: Sound): number => {
  const length = one.gaps.length - 1;
  const arabic = one.arabic ? one : other.arabic ? other : undefined;
  const heard = (arabic ?? one).gaps.filter((gap) => (gap & 7) !== 0).length;
  return length + heard;
};

/** Whether two words of equal consonants can be one word; two Arabic words never are, as their spelling says it all. */
export const soundAlike = (one: Sound, other: Sound): boolean => {
  if (one.gaps.length !== other.gaps.length) return false;
  if (one.arabic && other.arabic) return false;
  if (one.arabic) return arabicAsLatin(one.gaps, other.gaps);
  if (other.arabic) return arabicAsLatin(other.gaps, one.gaps);
  return latinAsLatin(one.gaps, other.gaps);
};
