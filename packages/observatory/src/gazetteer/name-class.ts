import { foldedSet } from './known/folded-set.js';
import { PERSON_NAMES, TITLES } from './known/person-names.js';
import { ROADS } from './known/place-cues.js';
import { PLAIN_WORDS } from './known/plain-words.js';
import type { NameSequence, NameWord } from './name-sequences.js';
import { QUARTER_WORD, withoutArticle } from './name-sequences.js';

/**
 * What else a name can be: nothing (`distinct`), the name of a quarter in many cities (`common`), words, a person's name, a
 * city or country.
 */
export type NameClass = 'distinct' | 'common' | 'words' | 'person' | 'elsewhere';

/** Words that head names of places and make one even of plain words: Bab El Bahr, عين الشق. */
export const HEADS = foldedSet(`
  باب عين درب سيدي بن اولاد ولاد جبل وادي واد برج راس رأس حمام دوار قلعه قلعة قصر دار بئر تل حلق ضهر كفر بيت مرس خان
  bab beb ain aïn derb sidi ben oulad ouled jebel djebel jabal oued wadi borj bordj ras hammam douar dawar kalaat ksar dar
  bir tell tel mers souk beit khan kafr saint san santa sankt sint`);

/** Saints are persons, and their name is borne by churches, feasts and towns everywhere. */
export const SAINTS = foldedSet('saint sainte san santa santo são sankt sint مار سان سانت سانتا القديس القديسة');

/** Old towns and new ones, centres and stations: every city has them. */
export const EVERYWHERE = foldedSet(
  'médina medina مدينه مدينة centre center centar центар qendra centrum gare station محطه محطة marché market سوق port ميناء mellah ملاح kasbah casbah قصبه قصبة mitte downtown',
);

const isPlain = ({ written, folded }: NameWord): boolean =>
  PLAIN_WORDS.has(folded) || PLAIN_WORDS.has(withoutArticle({ written, folded })?.folded ?? '');
const isPerson = ({ written, folded }: NameWord): boolean =>
  PERSON_NAMES.has(folded) || PERSON_NAMES.has(withoutArticle({ written, folded })?.folded ?? '');
/** A letter or a number tells one South from another, but is no name. */
const isMark = ({ folded }: NameWord): boolean => folded.length === 1 || /^\d+$/.test(folded);

/**
 * Classifies a name by its words alone, as somebody would who does not know the city.
 * @param isElsewhere whether these words are the name of a known city or country
 */
export const classOf = ({ words }: NameSequence, isElsewhere: (words: readonly NameWord[]) => boolean): NameClass => {
  const [first] = words;
  if (!first) return 'words';
  const quarter = words.some(({ folded }) => folded === QUARTER_WORD);
  const named = words.filter((word) => word.folded !== QUARTER_WORD && !isMark(word));
  const marked = named.length < words.filter(({ folded }) => folded !== QUARTER_WORD).length;
  // Of "5" and "X" alone every text is full.
  if (named.length === 0) return marked && quarter ? 'common' : 'words';
  if (isElsewhere(words)) return 'elsewhere';
  if (named.length > 1 && HEADS.has(first.folded) && !SAINTS.has(first.folded)) return 'distinct';
  // Saint-Josse-ten-Noode is no person any more.
  if (SAINTS.has(first.folded) && (named.length === 2 || (named.length > 2 && named.slice(1).every(isPerson))))
    return 'person';
  const known = named.every((word) => isPlain(word) || isPerson(word) || EVERYWHERE.has(word.folded));
  // "شارع الحرية" says itself that it is a street.
  const road = named.length > 1 && ROADS.has(first.folded);
  if (quarter || marked || road) return known ? 'common' : 'distinct';
  // "Climat de France" is said of the weather too.
  const [called, ...others] = named;
  if (called && isPlain(called) && others.length > 0 && others.every((word) => isElsewhere([word]))) return 'words';
  if (named.every(isPlain)) {
    const everywhere = named.some(({ written, folded }) =>
      EVERYWHERE.has(withoutArticle({ written, folded })?.folded ?? folded),
    );
    return everywhere && named.length > 1 ? 'common' : 'words';
  }
  if (named.every(isPerson)) return 'person';
  // الرايس حميدو: who is called so by a title has the name still.
  const titled = called && !SAINTS.has(called.folded) && !HEADS.has(called.folded) ? withoutArticle(called) : undefined;
  if (others.length > 0 && titled && TITLES.has(titled.folded)) return 'person';
  return 'distinct';
};

const LISTED = 2;

/**
 * Log-odds that such a name, met in a text without any other sign, means the place. Set by hand on development posts.
 * @param listed whether somebody put the name into the gazetteer and said what kind it is: then it needs no cue
 */
export const priorOf = (kind: NameClass, { words, core, short }: NameSequence, listed: boolean): number => {
  const several = words.length > 1 || words[0]?.runTogether === true;
  const letters = words.reduce((sum, { written }) => sum + written.length, 0);
  const arabic = /\p{Script=Arabic}/u.test(words[0]?.written ?? '');
  // Without article and not ending as what is from somewhere, a long Arabic word is hardly a noun: بنسودة, كناستيل.
  const proper = arabic && letters >= 6 && !/^ال|ي$/.test(words[0]?.folded ?? '');
  const base = {
    distinct: several ? 3.2 : letters >= (arabic ? 4 : 5) ? (proper ? 0.2 : -0.1) : letters === 4 ? -0.2 : -0.5,
    common: 1.2,
    words: several ? (arabic ? -0.3 : -0.4) : -2.2,
    person: several ? 0 : -0.8,
    elsewhere: -0.6,
  }[kind];
  if (short !== undefined) return base - short;
  return core ? base - 3.2 : listed ? Math.max(base, LISTED) : base;
};
