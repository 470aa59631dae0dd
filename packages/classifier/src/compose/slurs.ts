import { hitsOf } from '../lexicon/find-hits.js';
import type { Finding, Weight } from './finding.js';
import type { Reading } from './reading.js';

const NEAR = 4;

/** Slurs. One that is ambiguous counts only beside abuse or an address («you …»). */
export const slurs = (reading: Reading): Finding[] => {
  const abusive = reading.hits.filter(({ entry }) => entry.kind === 'profanity' || entry.kind === 'attribute');
  return hitsOf(reading.hits, 'slur').map(({ entry, from, to }): Finding => {
    const beside =
      abusive.some((hit) => (hit.to <= from || hit.from >= to) && hit.to >= from - NEAR && hit.from <= to + NEAR) ||
      reading.hasCue('you', from - 3, from);
    const weight: Weight =
      entry.ambiguity === 'none' ? 'sure' : entry.ambiguity === 'some' && beside ? 'likely' : 'hint';
    return {
      signal: 'hate',
      weight,
      from,
      to,
      core: { from, to },
      kind: 'term',
      note: entry.note,
      targets: [entry.target],
      form: entry.form,
      hallmarks: entry.hallmarks,
    };
  });
};
