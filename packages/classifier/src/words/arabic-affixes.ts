/**
 * Particles that Arabic writes onto the next word (and, for, by, like, the; future s; Maghrebi and Levantine ف، ع، ه;
 * the «O» of address, يا), in folded letters, longest first.
 */
const PREFIXES = [
  'يال',
  'وبال',
  'وكال',
  'وهال',
  'فبال',
  'وعال',
  'وفال',
  'وال',
  'فال',
  'بال',
  'كال',
  'هال',
  'عال',
  'ولل',
  'ال',
  'لل',
  'يا',
  'وب',
  'ول',
  'وك',
  'فل',
  'وس',
  'فس',
  'وف',
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'س',
  'ه',
];

/** Object and possessive endings and plurals, in folded letters, longest first. */
const SUFFIXES = [
  'كوم',
  'هوم',
  'تهم',
  'يين',
  'يون',
  'ياه',
  'وهم',
  'ناهم',
  'تكم',
  'هم',
  'هن',
  'كم',
  'ها',
  'نا',
  'ات',
  'ون',
  'ين',
  'ان',
  'يه',
  'وا',
  'كن',
  'ني',
  'ه',
  'ك',
  'ي',
  'و',
  'ا',
];

const SHORTEST_REST = 3;

/** The word without each particle it may begin with; the word itself comes first. */
export const withoutPrefixes = (word: string): string[] => {
  const bare = [word];
  for (const prefix of PREFIXES) {
    if (word.length - prefix.length >= SHORTEST_REST && word.startsWith(prefix)) bare.push(word.slice(prefix.length));
  }
  return bare;
};

/** The word without each ending it may have; the word itself is not among them. */
export const withoutSuffixes = (word: string): string[] => {
  const bare: string[] = [];
  for (const suffix of SUFFIXES) {
    if (word.length - suffix.length >= SHORTEST_REST && word.endsWith(suffix)) {
      const rest = word.slice(0, -suffix.length);
      bare.push(rest);
      // Ta marbuta opens into t before an ending: عاهرتهم from عاهرة, both folded to a final ه.
      if (rest.endsWith('ت') && rest.length > SHORTEST_REST) bare.push(`${rest.slice(0, -1)}ه`);
    }
  }
  return bare;
};
