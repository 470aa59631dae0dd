import { hitsOf } from '../lexicon/find-hits.js';
import type { Finding } from './finding.js';
import { type People, peopleMeant } from './people.js';
import type { Reading } from './reading.js';

const WIDEST_SUBJECT = 4;

/** Damaging claims with people as subject: «X steal our jobs», «they are taking over» after X were named. */
export const claimsAboutPeople = (reading: Reading, people: readonly People[]): Finding[] => {
  const findings: Finding[] = [];
  for (const { entry, from, to, negates } of hitsOf(reading.hits, 'claim')) {
    const subject = people.findLast(
      (each) => each.to <= from && from - each.to <= WIDEST_SUBJECT && reading.sameSentence(each.from, from),
    );
    const they = reading.hasCue('they', from - 3, from + 1) ? peopleMeant(people, from, reading.words) : undefined;
    const meant = subject ?? they;
    if (!meant) continue;
    const { target } = meant;
    findings.push({
      signal: target ? 'hate' : 'polarisation',
      weight: 'sure',
      from: subject ? subject.from : from,
      to,
      core: { from, to },
      negates,
      kind: 'pattern',
      note: `${entry.note}, said of: ${meant.hit.entry.note}`,
      targets: target ? [target] : [],
      form: target ? entry.form : undefined,
      hallmarks: entry.hallmarks,
    });
  }
  return findings;
};
