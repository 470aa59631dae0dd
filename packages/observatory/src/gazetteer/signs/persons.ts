import { foldedSet } from '../known/folded-set.js';
import { SAINTS } from '../name-class.js';
import { FACT } from '../word-facts.js';
import type { CuesBefore } from './cues.js';
import { isCapital, type Scene } from './scene.js';
import { WORTH } from './worth.js';

/** What believers say after a name. */
const BLESSED = /^\s+(?:رضي الله|رضى الله|رحمه الله|رحمها الله|عليه السلام|عليها السلام|عليه الصلاة|صلى الله|صل الله)/;

/** They live somewhere. */
const KIN = foldedSet('tante oncle frère soeur ami amie aunt uncle brother sister cousin friend عمي خالي');
/** "My Stanley leaks": one's own is a thing or a person; our place is everybody's. */
const OWNED = foldedSet('my your his her mon ma mes ton ta tes son sa ses mijn mein meine');
const POSSESSED = -1.5;

/** What a saint's name without its hyphen takes. */
const UNTIED = -1.5;
/** What the article of a feast takes. */
const FEAST = -4;

/** What a plural article before a name that has none takes from the log-odds. */
const FAMILY = -1.2;

/** Whether a title stands before a name, with a full stop or without, or an initial: "Dr. X", "J. X". */
const isTitled = ({ reading, met, first, opener, factAt, latin }: Scene, announced: boolean): boolean => {
  const { text } = reading;
  const dotted =
    opener !== undefined && latin && /^\.\s?$/.test(text.slice(opener.end, first.start)) && isCapital(opener);
  if (factAt(met.from - 1) & FACT.title && (first.joined || dotted)) return true;
  const abbreviation = dotted && /^\p{Lu}\.\p{Lu}\./u.test(text.slice(opener.start - 2, opener.end + 1));
  return dotted && opener.written.length === 1 && !abbreviation && !announced;
};

/** Log-odds from signs that a person or a family bears the name. */
export const fromPersons = (scene: Scene, { announced, placed }: CuesBefore): number => {
  const { reading, met, first, last, opener, after, afterFact, factAt, latin, single } = scene;
  const { words, text } = reading;
  const { from, to, kind } = met;
  // "and X" begins a name anew.
  const listed = /^و/.test(met.prefix);
  let odds = 0;
  if (!listed && isTitled(scene, announced)) odds += WORTH.title[kind] - (single ? 1.5 : 0);
  // "le duc de Noailles", but "ma tante de Zahriyé"
  else if (
    single &&
    first.joined &&
    opener?.joined &&
    factAt(from - 2) & FACT.title &&
    !KIN.has(words[from - 2]?.folded ?? '') &&
    !announced &&
    !placed
  )
    odds += WORTH.title[kind];
  // علي is Ali, على is "on".
  if (
    !announced &&
    !listed &&
    first.joined &&
    opener?.written !== 'على' &&
    factAt(from - 1) & FACT.person &&
    (!latin || isCapital(opener))
  )
    odds += WORTH.person[kind] - (single ? 2 : 0);
  // "الأستاذ غسان أبو سمرا": title, given name, family.
  if (!listed && first.joined && opener?.joined && factAt(from - 1) & FACT.person && factAt(from - 2) & FACT.title)
    odds += WORTH.title[kind];
  // "Anna de Noailles": a family has its name from a place.
  const noble = first.joined && opener?.joined && /^(?:de|d|du|of|von|van)$/.test(opener.folded);
  if (single && latin && noble && factAt(from - 2) & FACT.person && isCapital(words[from - 2]))
    odds += WORTH.person[kind] - 2;
  if (after && kind === 'person') {
    if (latin && isCapital(after) && !(afterFact & (FACT.after | FACT.before)) && text[last.end] === ' ')
      odds += WORTH.person.person;
    else if (!latin && afterFact & FACT.person) odds += WORTH.person.person;
    else if (!latin && !announced && !placed) odds -= 0.5;
  }
  // French writes the saint "saint Roch" and the place "Saint-Roch".
  const saintly = /^Saint/.test(first.written) && text[first.end] === ' ';
  if (kind === 'person' && saintly && !announced && !placed) odds += UNTIED;
  // "La Saint-Jean" is a day.
  if (latin && SAINTS.has(first.folded) && first.joined && opener?.folded === 'la' && !met.withArticle) odds += FEAST;
  if (single && first.joined && OWNED.has(opener?.folded ?? '')) odds += POSSESSED;
  if (BLESSED.test(text.slice(last.end, last.end + 20))) odds += WORTH.title[kind] - 3;
  // "X said", "X m'a appelée"
  const calls = after !== undefined && /^[mt]['’][aeio]/i.test(text.slice(after.start, after.start + 3));
  if (!announced && (calls || afterFact & FACT.doing)) odds += WORTH.doing[kind];
  // "les Tudor", "des Tudor": a family.
  const plural = first.joined && /^[ld]es$/.test(opener?.folded ?? '');
  if (single && plural && met.exact && !met.withArticle && kind === 'distinct') odds += FAMILY;
  if (single && afterFact & FACT.patronymic && (!latin || isCapital(after) || isCapital(words[to + 1])))
    odds += WORTH.patronymic[kind];
  return odds;
};
