import type { Stance } from '@marsad/records';
import { isReportAsAWhole } from './distance.js';
import type { Judged } from './finding.js';
import type { Reading } from './reading.js';

const REPORT = 2;

/** How the text as a whole stands to what it voices: one hostile thing said as its own outweighs all that is quoted. */
export const stanceOf = (reading: Reading, judged: readonly Judged[]): Stance => {
  const hostile = judged.filter(({ signal, weight }) => signal !== 'bridging' && weight !== 'hint');
  if (hostile.some(({ distance }) => distance === 'none')) return 'endorsing';
  if (isReportAsAWhole(reading)) return 'reporting';
  const countering = hostile.some(({ distance }) => distance === 'countered' || distance === 'negated');
  if (countering || (reading.countCue('counter') > 0 && judged.some(({ distance }) => distance !== 'none')))
    return 'countering';
  if (hostile.length > 0) return 'reporting';
  if (
    judged.some(({ signal, weight, distance }) => signal === 'bridging' && weight !== 'hint' && distance === 'none')
  ) {
    return 'endorsing';
  }
  const cues = reading.countCue('reporting') + reading.countCue('topic');
  return cues >= REPORT ? 'reporting' : 'unclear';
};
