import { hitsOf } from '../lexicon/find-hits.js';
import type { Finding } from './finding.js';
import type { People } from './people.js';
import type { Reading } from './reading.js';

const NEAR = 2;
const AIMED = 4;

/** Whether the person addressed is named just before, in the same clause («you filthy …»). */
const youBefore = ({ hasCue, sameClause }: Reading, from: number): boolean => {
  for (let at = Math.max(0, from - AIMED); at < from; at++) {
    if (hasCue('you', at, at + 1) && sameClause(at, from)) return true;
  }
  return false;
};

/**
 * Profanity and insults: cursing a protected group is hate, an insult aimed at a person («you …») is surely offensive,
 * swearing at nobody is likely so. Degrading words said to a person («you animal») are offensive too.
 */
export const abuse = (reading: Reading, people: readonly People[]): Finding[] => {
  const findings: Finding[] = [];
  for (const { entry, from, to } of hitsOf(reading.hits, 'profanity')) {
    const cursed = people.find(
      (each) => each.from >= to && each.from - to <= NEAR && reading.sameClause(from, each.from),
    );
    const base = { core: { from, to }, kind: 'term' as const, note: entry.note, targets: [] };
    if (cursed?.target && entry.use !== 'weak') {
      findings.push({
        ...base,
        signal: 'hate',
        weight: entry.use === 'insult' ? 'sure' : 'likely',
        from,
        to: cursed.to,
        kind: 'pattern',
        note: `${entry.note}, aimed at: ${cursed.hit.entry.note}`,
        targets: [cursed.target],
        form: 'insult',
      });
    }
    const toYou = reading.hasCue('you', from - AIMED, to + AIMED);
    const aimed = entry.use === 'insult' || (entry.use === 'vulgar' && toYou);
    // «The referee is a blind pig»: said of somebody, though not to them.
    const saidOf = reading.hasCue('copula', from - AIMED, from) && reading.sameClause(from - 1, from);
    const weight = aimed ? 'sure' : entry.use === 'vulgar' || toYou || saidOf ? 'likely' : 'hint';
    findings.push({ ...base, signal: 'offensive', weight, from, to });
  }
  for (const { entry, from, to } of hitsOf(reading.hits, 'attribute')) {
    // «You all have to leave» insults nobody; a stereotype needs a group.
    if (entry.form === 'stereotype' || !youBefore(reading, from)) continue;
    findings.push({
      signal: 'offensive',
      weight: 'likely',
      from,
      to,
      core: { from, to },
      kind: 'term',
      note: `${entry.note}, said to a person`,
      targets: [],
    });
  }
  return findings;
};
