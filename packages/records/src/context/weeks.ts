import { z } from 'zod';
import { isoWeek } from '../iso-week.js';

/** First and last week of something, both included. */
export const weekSpan = z
  .tuple([isoWeek, isoWeek])
  .refine(([first, last]) => first <= last, 'expected the first week not to be after the last');
