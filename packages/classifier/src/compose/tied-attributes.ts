import { hitsOf } from '../lexicon/find-hits.js';
import type { Finding, Weight } from './finding.js';
import { type People, peopleMeant } from './people.js';
import type { Reading } from './reading.js';

const WIDEST_COPULA = 9;
const WIDEST_LIKE = 9;
const WIDEST_ARABIC = 3;
const WIDEST_BEFORE = 2;
const WIDEST_APPOSITION = 1;
/** How far from the attribute «they» may stand, before or after («liars, every one of them»). */
const WIDEST_THEY = 6;

/** Words that may stand between an attribute and the people it precedes («rats de migrants», «dirty little …»). */
const BETWEEN = new Set(
  'the these those all of de des du d ces cette les la le fucking damn bloody little putain petit petits petite had hado hadou dyal dial d هاد هادو ديال هؤلاء من به يا'.split(
    ' ',
  ),
);
const SINGULAR_COPULA = new Set(['is', 'est', 'was', 'ist', 'es', 'e']);
const PLURAL = /[sx]$/;
const ARABIC = /[\u0620-\u06ff]/;

type Tie = { weight: Weight; from: number; to: number };

const betweenIsSmall = ({ words }: Reading, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!BETWEEN.has(words[at]?.form ?? '')) return false;
  return true;
};

const agrees = ({ words }: Reading, people: People, from: number, to: number): boolean => {
  const plural = PLURAL.test(words[people.to - 1]?.form ?? '');
  for (let at = from; at < to; at++) if (plural && SINGULAR_COPULA.has(words[at]?.form ?? '')) return false;
  return true;
};

/** How attribute words `from`–`to` are tied to these people, if at all. */
const tieOf = (reading: Reading, people: People, from: number, to: number, arabizi: boolean): Tie | undefined => {
  const { words, hasCue, sameClause, sameSentence } = reading;
  if (!sameSentence(people.from, from)) return undefined;
  if (to <= people.from) {
    const near = people.from - to <= WIDEST_BEFORE && sameClause(from, people.from);
    if (near && betweenIsSmall(reading, to, people.from)) return { weight: 'sure', from, to: people.to };
    return { weight: 'hint', from, to };
  }
  if (people.to > from) return undefined;
  const gap = from - people.to;
  const span = { from: people.from, to };
  if (gap <= WIDEST_COPULA && hasCue('copula', people.to, from) && agrees(reading, people, people.to, from)) {
    return { weight: sameClause(people.from, from) ? 'sure' : 'likely', ...span };
  }
  if (gap <= WIDEST_LIKE && hasCue('like', people.to, from)) return { weight: 'sure', ...span };
  const arabic = arabizi || ARABIC.test(words[from]?.form ?? '');
  if (arabic && gap <= WIDEST_ARABIC && sameClause(people.from, from)) {
    // Arabic needs no copula; next to each other it is one statement, with words between it may be another.
    return {
      weight: gap <= 1 || hasCue('all', people.to, from) || hasCue('they', people.to, from) ? 'sure' : 'likely',
      ...span,
    };
  }
  if (gap === 0 && sameClause(people.from, from)) return { weight: 'sure', ...span };
  // In apposition: «it is always the X, greedy parasites».
  if (gap <= WIDEST_APPOSITION && !sameClause(people.to - 1, from) && !hasCue('we', people.to, from)) {
    return { weight: 'likely', ...span };
  }
  return { weight: 'hint', from, to };
};

const theyNear = ({ hasCue, sameSentence }: Reading, from: number, to: number): boolean => {
  for (let at = Math.max(0, from - WIDEST_THEY); at < to + WIDEST_THEY; at++) {
    if (hasCue('they', at, at + 1) && sameSentence(at, from)) return true;
  }
  return false;
};

const BEST: Record<Weight, number> = { sure: 3, likely: 2, hint: 1 };

/**
 * Degrading words tied to people: «dirty X», «X are vermin», «X like rats», Arabic «X مجرمون», and «they are vermin»
 * after people were named. Tied to a protected group it is hate, to a camp polarisation.
 */
export const tiedAttributes = (reading: Reading, people: readonly People[]): Finding[] => {
  const findings: Finding[] = [];
  for (const { entry, from, to, language, negates } of hitsOf(reading.hits, 'attribute')) {
    let best: { people: People; tie: Tie } | undefined;
    for (const candidate of people) {
      const tie = tieOf(reading, candidate, from, to, language === 'ary-Latn');
      if (tie && (!best || BEST[tie.weight] > BEST[best.tie.weight])) best = { people: candidate, tie };
    }
    if (!best || best.tie.weight === 'hint') {
      const meant = peopleMeant(people, from, reading.words);
      if (meant && theyNear(reading, from, to))
        best = { people: meant, tie: { weight: 'sure', from: Math.max(0, from - 2), to } };
    }
    if (!best) continue;
    const { target } = best.people;
    findings.push({
      signal: target ? 'hate' : 'polarisation',
      weight: best.tie.weight,
      from: best.tie.from,
      to: best.tie.to,
      core: { from, to },
      negates,
      kind: 'pattern',
      note: `${entry.note}, said of: ${best.people.hit.entry.note}`,
      targets: target ? [target] : [],
      form: target ? entry.form : undefined,
      hallmarks: entry.hallmarks,
    });
  }
  return findings;
};
