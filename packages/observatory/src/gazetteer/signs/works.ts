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

/** Where stories and games are shown, which are called by any name. */
const SHOWN =
  /\b(?:netflix|steam|spotify|imdb|marvel|disney|episode|épisode|trailer|soundtrack|rewatch\w*|binge\w*|anime|manga|xbox|ps[45]|nintendo|season \d|saison \d)\b|نتفلكس|نتفليكس|الموسم ال|الحلقة ال/i;
const SHOW = -1.5;
/** Letters on either side that are read for it: a post's length. */
const SCREEN = 140;
/** A year out of the history books. */
const LONG_AGO = /(?<![\d.,])(?:1[0-8]\d\d|19[0-4]\d)(?![\d.,%€$£]|\s?(?:m|km|€|da|dh|lm|eur|euros)\b)/;
const NEARBY = 30;
const PAST = -1;

const lifeAround = (facts: readonly number[], from: number, to: number): boolean => {
  for (let at = Math.max(0, from - AROUND); at < Math.min(facts.length, to + AROUND); at += 1)
    if ((at < from || at >= to) && (facts[at] ?? 0) & FACT.life) return true;
  return false;
};

/** Log-odds from works called by a name, and from the life of a person who bears it. */
export const fromWorks = (scene: Scene, { announced, placed }: CuesBefore): number => {
  const { reading, met, last, after, afterFact, factAt, latin } = scene;
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
    const goods = fact & FACT.goods && (!latin || before < from - 1);
    if ((fact & FACT.work && !(fact & FACT.before)) || goods) {
      odds += WORTH.work[kind];
      break;
    }
    if (!(fact & FACT.small) || fact & FACT.preposition) break;
  }
  // "Bellmor boots", but "Bellmor cheese shop"
  const sold = words[to + 1]?.joined && factAt(to + 1) & (FACT.after | FACT.local);
  if (latin && after && afterFact & FACT.goods && !placed && !sold) odds += WORTH.work[kind];
  if (announced) return odds;
  if (SHOWN.test(text.slice(Math.max(0, last.start - SCREEN), last.end + SCREEN))) odds += placed ? SHOW / 2 : SHOW;
  if (LONG_AGO.test(text.slice(Math.max(0, last.start - NEARBY), last.end + NEARBY))) odds += PAST;
  // Mohamed Belouizdad is a quarter, and was a man.
  const worth = to - from > 1 && factAt(from) & (FACT.person | FACT.title) ? WORTH.life.person * 1.5 : WORTH.life[kind];
  if (lifeAround(reading.facts, from, to)) odds += placed ? worth / 2 : worth;
  if (AGE.test(text.slice(last.end, last.end + 20))) odds += worth;
  return odds;
};
