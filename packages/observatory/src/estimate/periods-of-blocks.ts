import type { Block } from '@marsad/records';
import { UNDATED } from '../tally/placed-post.js';

/** Whether a week (or `undated`) lies in the weeks of a block. */
export const inRange = (week: string, weeks: Block['weeks']): boolean =>
  weeks === null ? week === UNDATED : week !== UNDATED && weeks[0] <= week && week <= weeks[1];

/** The weeks of a block as a key. */
export const keyOf = (weeks: Block['weeks']): string => (weeks === null ? UNDATED : weeks.join(' '));
