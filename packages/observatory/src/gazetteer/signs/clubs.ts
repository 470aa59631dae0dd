import { CLUB_INITIALS } from '../known/team-words.js';
import { reportsMatch } from '../match-report.js';
import { FACT } from '../word-facts.js';
import type { CuesBefore } from './cues.js';
import { isCapital, isLatin, type Scene } from './scene.js';
import { WORTH } from './worth.js';

/** "X v Y", written small: a match. */
const VERSUS = /\sv(?:s\.?)?\s(?=\s*\p{Lu})/u;
const SIDE = 4;

/** Log-odds from a club's words beside a name and from reports of matches around it. */
export const fromClubs = (scene: Scene, { announced, placed }: CuesBefore): number => {
  const { reading, met, first, last, opener, after, afterFact, factAt } = scene;
  const { words } = reading;
  const { from, to, kind } = met;
  let club = false;
  for (const at of [from - 1, from - 2, to, to + 1]) {
    const near =
      at >= from ? words[at]?.joined && (at === to || after) : first.joined && (at === from - 1 || opener?.joined);
    if (near && factAt(at) & FACT.club && (!isLatin(words[at]) || isCapital(words[at]))) club = true;
  }
  const initials = first.joined && opener !== undefined && CLUB_INITIALS.has(opener.folded);
  if (initials && /^\p{Lu}{2,}$/u.test(opener.written) && !announced) club = true;
  const { text } = reading;
  const versus =
    VERSUS.test(text.slice(last.end, last.end + SIDE + 2)) ||
    VERSUS.test(text.slice(first.start - SIDE, first.start + 1));
  const match = versus || reportsMatch(reading, from, to);
  // "X beat Y 3-1"
  const plays = match && !announced && !placed && (afterFact & FACT.match) !== 0;
  let sports = match;
  for (let at = from - 3; at < to + 3; at += 1) if ((at < from || at >= to) && factAt(at) & FACT.match) sports = true;
  if (plays || (club && !(announced && !sports))) return WORTH.club[kind];
  // The small v is "in" too, in Arabic with Latin letters.
  if (versus) return WORTH.match[kind];
  if (match) return placed || announced ? WORTH.match[kind] / 3 : WORTH.match[kind];
  return 0;
};
