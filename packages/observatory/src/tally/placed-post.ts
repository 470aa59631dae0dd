import type { Permission, Rung, Signal, SignalFound, Stance } from '@marsad/records';

/** A stored post with what was found about it: what the store hands to the tally, without text or address. */
export interface PlacedPost {
  postId: string;
  sourceId: string;
  /** where in the source it stands; nothing is counted by it */
  locator?: string;
  permission: Permission;
  authorHash: string | null;
  publishedAt: string | null;
  /** id of the post of which this one is a lightly changed copy; null for an original */
  copyOf: string | null;
  /** null when the classifier could not judge it */
  verdict: {
    /** ISO 639-3 */
    language: string;
    /** counted by their codes and targets alone */
    signals: readonly (Pick<SignalFound, 'code' | 'targets'> & Partial<SignalFound>)[];
    stance: Stance;
    probabilities: Readonly<Record<Signal, number>>;
  } | null;
  /** why there is no verdict, kebab-case */
  undetermined: string | null;
  placements: readonly { areaId: string | null; rung: Rung; weight: number }[];
}

/** The period of posts whose time is not known. */
export const UNDATED = 'undated';

/** Whether a post is not of the city at all, so that it counts nowhere. */
export const isElsewhere = ({ placements }: PlacedPost): boolean => placements.some(({ rung }) => rung === 'none');
