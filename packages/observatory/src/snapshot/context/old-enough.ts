import { type IsoWeek, weekOf, weekStart } from '@marsad/records';

/** Weeks that field notes, narratives and everything of the partner tier wait before they leave. */
const WAIT = 4;
const WEEK = 7 * 86_400_000;

/**
 * The last week that may be told where what is told has to be a month old: four weeks before the last week of the snapshot. By
 * then a place that is spoken of has moved on, and whoever was seen there is not found by the date.
 */
export const lastTellableWeek = (lastWeek: IsoWeek): IsoWeek => weekOf(weekStart(lastWeek) - WAIT * WEEK);
