const LATIN_DIGIT = (digit: string): string => {
  const code = digit.charCodeAt(0);
  for (const nought of [0x0660, 0x06f0, 0xff10]) if (code >= nought && code < nought + 10) return String(code - nought);
  return digit;
};

/** Eastern digits as Latin ones, full-width signs as plain ones, so that one pattern finds a number in every script. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, LATIN_DIGIT);

const ADDRESS = /https?:\/\/[^\s<>"«»“”]{1,2000}/giu;
/** Days, weeks and hashes, whose digits are no telephone's. */
const NO_PHONE =
  /\b[0-9a-f]{32,64}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,15}Z?)?\b|\b\d{4}-W\d{2}\b/g;

/** Hashes and ids of keys, which begin with nine digits more often than one thinks. */
const HASH = /(?<![\p{L}\p{N}])(?:[0-9a-f]{64}|[0-9a-f]{32})(?![\p{L}\p{N}])/gu;

const EMAIL =
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|[[({]\s?at\s?[\])}])\s?(?:[\p{L}\p{N}-]{1,63}(?:\.|\s?[[({]\s?dot\s?[\])}]\s?)){1,8}\p{L}{2,24}/iu;
const HANDLE = /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{2,64}/u;
const PHONE = [
  // with the country: +216 98 123 456, 00961-3-123456
  /(?<![\p{L}\d.,])(?:\+|00)[1-9](?:[\s().\-/]{0,2}\d){7,14}(?![\p{L}\d])/u,
  // national, with its nought: 06 12 34 56 78
  /(?<![\p{L}\d.,+-])0[1-9](?:[\s().\-/]{0,2}\d){7,9}(?![\p{L}\d])/u,
  // in the groups of North America: (212) 555-0123
  /(?<![\p{L}\d.,+-])\(?\d{3}\)?[ .-]\d{3}-\d{4}(?![\p{L}\d.,])/u,
  // without any of that, behind a word that says what it is: هاتف 98 123 456
  /(?:tel|phone|mobile|whatsapp|call|tél|appel|portable|هاتف|جوال|موبايل|واتس|اتصل)[^\d\n]{0,20}\d(?:[\s().\-/]{0,2}\d){6,13}(?!\d)/iu,
];
const PROFILE =
  /https?:\/\/(?:[\w-]+\.)?(?:x\.com|twitter\.com|facebook\.com|instagram\.com|t\.me|tiktok\.com|threads\.net|bsky\.app\/profile|linkedin\.com\/in|snapchat\.com|vk\.com)\/[^\s/]|https?:\/\/[^\s/]+\/(?:@|u\/|user\/|users\/)[^\s/]/iu;
/** Zero-width signs between Arabic or Persian letters, and in emoji, are spelling; controls and turns of direction are not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/**
 * What a text holds that could lead to a person, or that hides what it says, in words: an e-mail address, a telephone
 * number, a name of a user, a link to somebody's profile, hidden signs. The check of whoever receives a text; the sender's
 * redaction hides more. Takes time in the length of the text.
 */
export const personalTraces = (text: string): string[] => {
  const told: string[] = [];
  if (HIDDEN.test(text)) told.push('control signs or signs that turn the direction of text');
  const flat = plain(text);
  if (PROFILE.test(flat)) told.push("a link to somebody's profile");
  const words = flat.replace(ADDRESS, ' ').replace(HASH, ' ').replace(NO_PHONE, ' ');
  if (EMAIL.test(words)) told.push('an e-mail address');
  else if (HANDLE.test(words)) told.push('a name of a user');
  if (PHONE.some((pattern) => pattern.test(words))) told.push('a telephone number');
  return told;
};

/** Longer than a few words that many have used. */
const LONGEST_QUOTE = 100;
const QUOTED = /[«“„"‹]([^«»“”„"‹›]{1,5000})[»”“"›]/gu;

/** The length of the longest quotation in quotation marks, where it is longer than the 100 signs that may be quoted. */
export const longQuote = (text: string): number | undefined => {
  let longest = 0;
  for (const [, quote = ''] of text.matchAll(QUOTED)) longest = Math.max(longest, [...quote].length);
  return longest > LONGEST_QUOTE ? longest : undefined;
};
