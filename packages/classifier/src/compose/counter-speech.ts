import type { Judged } from './finding.js';
import type { People } from './people.js';
import type { Reading } from './reading.js';

/**
 * Speaking against hate is a bridge: hostile things said of people that the text denies or condemns, or words of
 * protest in one sentence with the people concerned. A text that voices hostility itself builds none, and a report
 * of protest is a report.
 */
export const counterSpeech = (reading: Reading, people: readonly People[], judged: readonly Judged[]): Judged[] => {
  if (
    judged.some(({ signal, weight, distance }) => signal !== 'bridging' && weight !== 'hint' && distance === 'none')
  ) {
    return [];
  }
  const denied = judged.filter(
    ({ signal, weight, distance }) =>
      signal === 'hate' && weight !== 'hint' && (distance === 'countered' || distance === 'negated'),
  );
  const bridges = denied.map(
    (finding): Judged => ({
      signal: 'bridging',
      weight: 'likely',
      from: finding.from,
      to: finding.to,
      core: finding.core,
      kind: 'pattern',
      note: `speaks against: ${finding.note}`,
      targets: finding.targets,
      distance: 'none',
    }),
  );
  const official = reading.countCue('reporting') + reading.countCue('topic') > 0;
  const defended = official
    ? []
    : people.filter(
        ({ from, target }) => target && reading.sentenceHasCue('counter', reading.words[from]?.sentence ?? -1),
      );
  for (const { from, to, target, hit } of defended) {
    bridges.push({
      signal: 'bridging',
      weight: 'likely',
      from,
      to,
      core: { from, to },
      kind: 'pattern',
      note: `protest on behalf of: ${hit.entry.note}`,
      targets: target ? [target] : [],
      distance: 'none',
    });
  }
  return bridges;
};
