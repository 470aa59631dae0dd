import type { Evidence } from '@marsad/records';
import { givenSpan } from '../normalise/normalise-text.js';
import type { Judged } from './finding.js';
import type { Reading } from './reading.js';

const MOST_EVIDENCE = 24;

const DISTANCES: Record<Judged['distance'], string> = {
  none: '',
  negated: ' (negated)',
  quoted: ' (quoted)',
  reported: ' (reported)',
  countered: ' (spoken against)',
};

/**
 * The spans of the given text that the findings rest on, in the order of the text. Hints are shown only beside a
 * finding of the same signal; what the text keeps its distance from is shown with the distance it keeps.
 */
export const evidenceOf = (reading: Reading, judged: readonly Judged[]): Evidence[] => {
  const backed = new Set(judged.filter(({ weight }) => weight !== 'hint').map(({ signal }) => signal));
  const seen = new Set<string>();
  const all: Evidence[] = [];
  for (const finding of judged) {
    if (!backed.has(finding.signal)) continue;
    const first = reading.words[finding.from];
    const last = reading.words[finding.to - 1];
    if (!first || !last) continue;
    const { start, end } = givenSpan(reading.normalised, first.start, last.end);
    const note = `${finding.note}${DISTANCES[finding.distance]}`;
    const key = `${start} ${end} ${finding.signal} ${note}`;
    if (seen.has(key) || end <= start) continue;
    seen.add(key);
    all.push({
      start,
      end,
      kind: finding.kind,
      note,
      signal: finding.signal,
      ...(finding.hallmarks ? { hallmarks: [...finding.hallmarks] } : {}),
    });
  }
  const order = (a: Evidence, b: Evidence): number => a.start - b.start || a.end - b.end || (a.note < b.note ? -1 : 1);
  // In a very long post the first spans of every signal are kept, so that no signal loses its evidence.
  if (all.length <= MOST_EVIDENCE) return all.sort(order);
  const kept: Evidence[] = [];
  const perSignal = new Map<string, number>();
  for (const span of all
    .filter(({ note }) => !note.endsWith(')'))
    .concat(all.filter(({ note }) => note.endsWith(')')))) {
    const count = perSignal.get(span.signal ?? '') ?? 0;
    if (count >= MOST_EVIDENCE / 4 || kept.length >= MOST_EVIDENCE) continue;
    perSignal.set(span.signal ?? '', count + 1);
    kept.push(span);
  }
  return kept.sort(order);
};
