import { type Interval, wilsonInterval } from '@marsad/records/snapshot';

/** Wilson's 95 % interval of `flagged` out of `posts`; null when there are no posts. */
export const intervalOf = (flagged: number, posts: number): Interval | null =>
  posts <= 0 ? null : wilsonInterval(flagged, posts);
