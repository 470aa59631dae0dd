import { type Block, type IsoWeek, weeksBetween } from '@marsad/records';
import { UNDATED } from '../tally/placed-post.js';

/** First and last week of a block; null holds the undated posts. */
export type Weeks = [IsoWeek, IsoWeek] | null;

/** Where a block stands, as one text: its area (null: the city) and weeks. Two blocks of one tally never share it. */
export const placeOf = ({ area, weeks }: Pick<Block, 'area' | 'weeks'>): string => JSON.stringify([area, weeks]);

/** The periods of a tally by week that a block is made of. */
export const periodsOf = (weeks: Weeks): readonly string[] => (weeks === null ? [UNDATED] : weeksBetween(...weeks));
