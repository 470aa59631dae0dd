import type { Interval } from '@marsad/records/snapshot';
import { wilsonInterval } from '@marsad/records/without-checks';

/** Wilson's 95 % interval of `flagged` out of `posts`; null when there are no posts. */
export const intervalOf = (flagged: number, posts: number): Interval | null =>
  posts <= 0 ? null : wilsonInterval(flagged, posts);
