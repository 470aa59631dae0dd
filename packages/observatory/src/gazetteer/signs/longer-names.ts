import { foldedSet } from '../known/folded-set.js';
import { FACT } from '../word-facts.js';
import type { CuesBefore } from './cues.js';
import { isCapital, isLatin, type Scene } from './scene.js';
import { WORTH } from './worth.js';

/** "In" between a place and what it lies in. */
const INSIDE = new Set(['in', 'en', 'a']);
/** Capitals that are no part of any name. */
const SHOUTS = foldedSet('omg lol wtf rip fyi ps tbh imo btw smh lmao psa dm eu un us uk');

/** A hyphen between two letters makes one name of them. */
const HYPHEN = /^[-\u2010\u2011](?=\p{L})/u;
const COMPLEMENT =
  /^[-\u2010\u2011 ](?:sur|sous|en|lès|les|de|du|des|d|la|le|aux|ten|am|an|on|upon|under|by|next)[-\u2010\u2011]\p{L}/u;
const COMPLEMENTED = -5;
/** Which part of ours it is. */
const QUALITIES = foldedSet(
  'north south east west nord sud est ouest haut bas upper lower old new vieux centre ville quartier hay cité',
);
const TIED = { distinct: -1, common: -2.5, words: -4, person: -5, elsewhere: -4 } as const;

/** Log-odds from a hyphen that ties a name to words that are neither ours nor a city: Saint-Jean-de-Luz, Mont-Bellmor. */
const tiedBy = ({ reading, met, first, last, latin }: Scene): number => {
  const { words, text, own, inPlaces } = reading;
  const { from, to, kind } = met;
  if (!latin) return 0;
  const isForeign = (at: number): boolean => words[at] !== undefined && !own.has(at) && !inPlaces.has(at);
  // "Bellmor-based" and "f-Bellmor" are no longer names.
  const isName = (at: number): boolean =>
    isForeign(at) && isCapital(words[at]) && !QUALITIES.has(words[at]?.folded ?? '');
  // La Trinité-sur-Mer, Stratford-upon-Avon
  if (COMPLEMENT.test(text.slice(last.end, last.end + 12)) && isForeign(to)) return COMPLEMENTED;
  const goesOn = HYPHEN.test(text.slice(last.end, last.end + 2)) && isName(to);
  const begun = HYPHEN.test(text.slice(first.start - 1, first.start + 1)) && isName(from - 1);
  return goesOn || begun ? TIED[kind] : 0;
};

/** Log-odds from capitals beside a name of one word that belong to no name of ours: Spandau Ballet, UC Berkeley. */
export const fromLongerNames = (scene: Scene, { announced }: CuesBefore): number => {
  const { reading, met, first, last, opener, after, afterFact, factAt, written, single } = scene;
  const { words, text } = reading;
  const { from, to, kind } = met;
  const tied = tiedBy(scene);
  if (tied !== 0) return tied;
  if (!single || !written || reading.titled || announced) return 0;
  const isOther = (at: number, also = 0): boolean => {
    const word = words[at];
    return (
      isLatin(word) &&
      isCapital(word) &&
      (factAt(at) & ~(FACT.plain | also)) === 0 &&
      !reading.own.has(at) &&
      !reading.inPlaces.has(at)
    );
  };
  let signs = 0;
  if (after && (afterFact & ~FACT.person) === 0 && text[last.end] === ' ' && isOther(to, FACT.person)) signs += 1;
  if (opener && first.joined && isOther(from - 1)) {
    if (/^\p{Lu}{2,4}$/u.test(opener.written) && !SHOUTS.has(opener.folded)) signs += 1;
    // "said Chaker Bouzayane"
    if (opener.joined && /^\p{Lu}\p{Ll}/u.test(opener.written)) signs += 1;
  }
  // "Gesundbrunnen in Halle": it lies there, known or not.
  if (after && INSIDE.has(after.folded) && words[to + 1]?.joined && isOther(to + 1, FACT.person)) signs += 1;
  return signs * WORTH.longer[kind];
};
