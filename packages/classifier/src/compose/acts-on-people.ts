import type { EntryOf } from '../lexicon/entry-schema.js';
import { type Hit, hitsOf } from '../lexicon/find-hits.js';
import type { Finding, Weight } from './finding.js';
import { type People, peopleMeant } from './people.js';
import type { Reading } from './reading.js';

type ActHit = Hit<EntryOf<'act'>>;

const WIDEST_OBJECT = 3;
const WIDEST_CALLER = 4;
const WIDEST_NORM = 6;
const ARABIC = /[\u0620-\u06ff]/;
const FRENCH_IMPERATIVE = /(ez|ons)$/;

/** Whether an act is called for, not told: it begins its clause, follows «we must», or is an imperative by its form. */
const isCall = ({ words, hasCue, sameClause }: Reading, from: number, { entry, language }: ActHit): boolean => {
  const start = clauseStart(words, from);
  if (hasCue('norm', start, from)) return true;
  if (entry.voice === 'named') return false;
  const form = words[from]?.form ?? '';
  if (language.endsWith('-Latn') || ARABIC.test(form)) return true;
  if (language === 'fra' && FRENCH_IMPERATIVE.test(form)) return true;
  return !sameClause(from - 1, from) || hasCue('we', start, from) || hasCue('you', start, from);
};

const clauseStart = (words: Reading['words'], at: number): number => {
  let start = at;
  while (start > 0 && at - start < WIDEST_CALLER && words[start - 1]?.clause === words[at]?.clause) start -= 1;
  return start;
};

interface Done {
  people: People;
  weight: Weight;
  from: number;
  to: number;
}

const calledFor = (reading: Reading, people: readonly People[], hit: ActHit): Done | undefined => {
  const { from, to } = hit;
  const weight: Weight = isCall(reading, from, hit) ? 'sure' : 'hint';
  const meant = reading.hasCue('they', from - 2, to + 3) ? peopleMeant(people, from, reading.words) : undefined;
  if (meant && reading.hasCue('they', to, to + 1)) return { people: meant, weight, from, to: to + 1 };
  const object = people.find(
    (each) => each.from >= to && each.from - to <= WIDEST_OBJECT && reading.sameClause(from, each.from),
  );
  if (object) return { people: object, weight, from, to: object.to };
  return meant ? { people: meant, weight, from, to } : undefined;
};

const suffered = (reading: Reading, people: readonly People[], from: number, to: number): Done | undefined => {
  const start = Math.max(0, from - WIDEST_NORM);
  if (!reading.hasCue('norm', start, from)) return undefined;
  const subject = people.findLast(
    (each) => each.to <= from && reading.sameSentence(each.from, from) && from - each.to <= 2 * WIDEST_NORM,
  );
  if (subject) return { people: subject, weight: 'sure', from: subject.from, to };
  if (!reading.hasCue('they', start - 2, from)) return undefined;
  const meant = peopleMeant(people, from, reading.words);
  return meant ? { people: meant, weight: 'sure', from: start, to } : undefined;
};

/** Hostile acts that people are to suffer: «deport all X», «X should be deported», «send them back» after X were named. */
export const actsOnPeople = (reading: Reading, people: readonly People[]): Finding[] => {
  const findings: Finding[] = [];
  for (const hit of hitsOf(reading.hits, 'act')) {
    const { entry, from, to, negates } = hit;
    const done = entry.voice === 'suffer' ? suffered(reading, people, from, to) : calledFor(reading, people, hit);
    if (!done) continue;
    const { target } = done.people;
    findings.push({
      signal: target ? 'hate' : 'polarisation',
      weight: done.weight,
      from: done.from,
      to: done.to,
      core: { from, to },
      negates,
      kind: 'pattern',
      note: `${entry.note}, against: ${done.people.hit.entry.note}`,
      targets: target ? [target] : [],
      form: target ? entry.form : undefined,
    });
  }
  return findings;
};
