import { FACT } from '../word-facts.js';
import type { CuesBefore } from './cues.js';
import type { Scene } from './scene.js';
import { WORTH } from './worth.js';

/** Small words that may stand between a work and its name: "film de Miramar". */
const MOST_BETWEEN = 2;
/** Words on either side of a name that are read for somebody's life. */
const AROUND = 6;
/** "X, 26 ans", "X à 26 ans", "X, 26": an age. */
const AGE = /^(?:,|\s+(?:à|at|aged))?\s*\d{1,2}\s+(?:ans|years)\b|^ *\(\d{4}/u;

const lifeAround = (facts: readonly number[], from: number, to: number): boolean => {
  for (let at = Math.max(0, from - AROUND); at < Math.min(facts.length, to + AROUND); at += 1)
    if ((at < from || at >= to) && (facts[at] ?? 0) & FACT.life) return true;
  return false;
};

/** Log-odds from works called by a name, and from the life of a person who bears it. */
export const fromWorks = (scene: Scene, { announced, placed }: CuesBefore): number => {
  const { reading, met, last, factAt } = scene;
  const { words, text } = reading;
  const { from, to, kind } = met;
  let odds = 0;
  // "معرض الكتاب بالكرم" is in it.
  for (
    let before = met.prefix === '' ? from - 1 : -1, next = from;
    from - before - 1 <= MOST_BETWEEN && before >= 0;
    next = before, before -= 1
  ) {
    if (!words[next]?.joined) break;
    const fact = factAt(before);
    if (fact & FACT.work && !(fact & FACT.before)) {
      odds += WORTH.work[kind];
      break;
    }
    if (!(fact & FACT.small) || fact & FACT.preposition) break;
  }
  if (announced) return odds;
  // Mohamed Belouizdad is a quarter, and was a man.
  const worth = to - from > 1 && factAt(from) & (FACT.person | FACT.title) ? WORTH.life.person * 1.5 : WORTH.life[kind];
  if (lifeAround(reading.facts, from, to)) odds += placed ? worth / 2 : worth;
  if (AGE.test(text.slice(last.end, last.end + 20))) odds += worth;
  return odds;
};
