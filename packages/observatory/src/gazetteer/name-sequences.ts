import { foldWord } from './fold-word.js';
import { foldedSet } from './known/folded-set.js';
import { OFFICE, QUARTER, ROADS, SMALL } from './known/place-cues.js';
import { type Word, withArticles, wordsOf } from './words.js';

/** One word of a name, without its article. */
export interface NameWord {
  written: string;
  folded: string;
  /** a name run together, as in a hashtag: found only as it stands */
  runTogether?: true;
  /** of an Arabic head and its name, which are written as one outside hashtags too: Aboukir */
  runOn?: true;
  /** a word cut short, as in Wash Park: found only as it stands */
  clipped?: true;
}

/** A name as the words to look for, articles and small words left out. */
export interface NameSequence {
  words: NameWord[];
  /** an article stood before the first word */
  article: boolean;
  /** not the name itself but what is left of it without the kind of quarter: it needs a cue */
  core: boolean;
  /** for people's shorter form of a longer name: what that takes from the log-odds */
  short?: number;
}

/** Stands for every word for a quarter: Hay X, Cité X and حي X are one name. */
export const QUARTER_WORD = '§quarter';

/** Stands for every word for a street, before the name or after it: Rue Azmi, Azmi Street and شارع عزمي are one name. */
export const STREET_WORD = '§street';

const ROMAN: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
};

/** A number at the end of a name or after it, however it is written; undefined for what is none. */
export const numberOf = (written: string): string | undefined => ROMAN[written.toLowerCase()];

/** A written word that begins with an article: ennasr, azzitoun, elmahatta, lmaarif. */
const WITH_ARTICLE =
  /^(?:[ea](?:([tdrzsn])(?=\1)|(?:ch|sh)(?=ch|sh))|[ea]l(?=[a-z0-9]{2})|l(?=[b-df-hj-km-np-tv-z379][a-z0-9]{2}))/i;

/**
 * A word without the article that is written onto it. Arabic ال, لل and Maghrebi ل; Latin el-, al-, l- and the article
 * that takes on the next sound. Undefined where there is none.
 */
export const withoutArticle = ({ written, folded }: NameWord): NameWord | undefined => {
  if (/^ال../.test(folded)) return { written: folded.slice(2), folded: folded.slice(2) };
  if (/^ل[^اويل]../.test(folded)) return { written: folded.slice(1), folded: folded.slice(1) };
  const plain = written.normalize('NFKD').replace(/\p{M}/gu, '');
  const bare = plain.replace(WITH_ARTICLE, '');
  return bare === plain || bare === '' ? undefined : { written: bare, folded: foldWord(bare) };
};

const sequence = (words: readonly Word[], core = false): NameSequence[] => {
  const full = words.filter(({ folded }) => !SMALL.has(folded));
  if (full.length === 0) return [];
  const article = words[0] !== full[0];
  const named = full.map((word, at): NameWord => {
    const { written, folded } = word;
    const bare = withoutArticle(word);
    if (QUARTER.has(folded) || (bare && QUARTER.has(bare.folded)))
      return { written: QUARTER_WORD, folded: QUARTER_WORD };
    const number = at > 0 ? numberOf(written) : undefined;
    return number === undefined ? { written, folded } : { written: number, folded: number };
  });
  return [{ words: named, article, core }];
};

const STREET: NameWord = { written: STREET_WORD, folded: STREET_WORD };

/** Heads of Arabic names that Latin letters run on into the name. */
const RUN_ON = foldedSet('abu abou bou bir ain aïn bab ras sidi ben beni oued dar');

const sequencesOf = (words: readonly Word[]): NameSequence[] => {
  const all = sequence(words);
  // "Karpos Municipality", "Општина Чаир", "Komuna e Çairit": people leave the office out.
  const place = words.filter(({ folded }) => !OFFICE.has(folded));
  const small = place.findIndex(({ folded }) => !SMALL.has(folded));
  const named = place.slice(Math.max(0, small));
  if (place.length < words.length) {
    all.push(...sequence(named));
    // Albanian puts the name into the genitive after "Komuna e".
    const [last] = named.slice(-1);
    const stem = words[0]?.folded === 'komuna' && last ? last.written.replace(/(?:it|es|ës|s)$/u, '') : '';
    if (last && stem.length >= 3 && stem !== last.written)
      all.push(...sequence([...named.slice(0, -1), { ...last, written: stem, folded: foldWord(stem) }]));
  }
  for (const { words: found, article } of [...all]) {
    if (found[0]?.folded === QUARTER_WORD && found.length > 1) all.push({ words: found.slice(1), article, core: true });
    // #sidimoumen
    const joined = found.map(({ written }) => written).join('');
    const runOn = RUN_ON.has(found[0]?.folded ?? '');
    if (found.length > 1 && joined.length >= (runOn ? 6 : 7) && !joined.includes(QUARTER_WORD))
      all.push({
        words: [{ written: joined, folded: foldWord(joined), runTogether: true, ...(runOn ? { runOn } : {}) }],
        article,
        core: false,
      });
  }
  const full = words.filter(({ folded }) => !SMALL.has(folded));
  const road = [full[0], full[full.length - 1]].find((word) => word && ROADS.has(word.folded));
  const [called] = road ? sequence(full.filter((word) => word !== road)) : [];
  if (called)
    for (const ordered of [
      [STREET, ...called.words],
      [...called.words, STREET],
    ])
      all.push({ words: ordered, article: false, core: false });
  const tag = words.map(({ written }) => written).join('');
  if (words.length > 1 && tag.length >= 7)
    all.push({ words: [{ written: tag, folded: foldWord(tag), runTogether: true }], article: false, core: false });
  return all;
};

/** How letters with two dots or a ring are written where the keyboard has none. */
const SPELLED_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/**
 * The sequences of words by which a name is recognised, the one it is written in first. "Uthiru/Ruthimitu" is two names.
 * Empty for a name without letters.
 */
export const nameSequences = (name: string): NameSequence[] => {
  const plain = name.replace(/\([^)]*\)/g, ' ');
  // الضم والفرز, الضم و الفرز
  const apart = plain.replace(/(?<=\s)و(?=ال)/g, 'و ');
  const parts = plain.split(/[/,،;]/).filter((part) => part !== plain && /\p{L}{3}/u.test(part));
  // Neukoelln
  const spelled = plain.replace(/[äöüåø]/gi, (letter) => SPELLED_OUT[letter.toLowerCase()] ?? letter);
  // Jane and Finch, Jane & Finch
  const paired = plain.replace(/(?<=\S)\s(?:and|et|und)\s(?=\S)/gi, ' ');
  // Gray's Ferry for Grays Ferry
  const possessed = plain.replace(/^(\p{Lu}[a-z]{2,}[a-rt-z])s(?=\s)/u, '$1');
  return [plain, ...[spelled, apart, paired, possessed].filter((other) => other !== plain), ...parts].flatMap(
    (part) => {
      const words = withArticles(wordsOf(part));
      const tight = withArticles(wordsOf(part.replace(/['’‘ʼ`´]/g, '')));
      return [
        ...sequencesOf(words),
        ...(tight.every(({ folded }, at) => folded === words[at]?.folded) ? [] : sequencesOf(tight)),
      ];
    },
  );
};
