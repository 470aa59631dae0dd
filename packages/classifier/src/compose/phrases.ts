import type { Target } from '@marsad/records';
import { hitsOf } from '../lexicon/find-hits.js';
import type { Finding } from './finding.js';
import type { People } from './people.js';
import type { Reading } from './reading.js';

/** Phrases and patterns that carry a signal by themselves, with the target of the group in their slot or near by. */
export const phrases = (reading: Reading, people: readonly People[]): Finding[] =>
  hitsOf(reading.hits, 'phrase').map(({ entry, from, to, filledBy, negates }): Finding => {
    const filled = filledBy && 'target' in filledBy.entry ? filledBy.entry.target : undefined;
    const near = people.find((each) => each.target !== undefined && reading.sameSentence(each.from, from))?.target;
    const wantsTarget = entry.signal === 'hate' || entry.signal === 'bridging';
    const targets: readonly Target[] = filled
      ? [filled]
      : entry.targets.length > 0
        ? entry.targets
        : near && wantsTarget
          ? [near]
          : [];
    const ideology = filledBy?.entry.kind === 'movement' ? (entry.ideology ?? filledBy.entry.ideology) : entry.ideology;
    return {
      signal: entry.signal,
      weight: entry.weight,
      from,
      to,
      core: { from, to },
      negates,
      kind: to - from > 1 ? 'pattern' : 'term',
      note: entry.note,
      targets,
      form: entry.signal === 'hate' ? (entry.form ?? 'insult') : undefined,
      ideology: entry.signal === 'extremism' ? (ideology ?? 'other') : undefined,
      function: entry.signal === 'extremism' ? (entry.function ?? 'propaganda') : undefined,
      hallmarks: entry.hallmarks,
    };
  });
