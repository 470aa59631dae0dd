import type { Severity, Target } from '@marsad/records/snapshot';
import { SEVERITIES } from '@marsad/records/without-checks';

/** Posts of one severity of hate. */
type SeveritySlice = `severity-${Severity}`;

/** Which of the posts of a signal are asked for: all, those against one target, or those of one severity. One at a time. */
export type Slice = Target | 'all' | SeveritySlice;

/** The severity that a slice asks for; null where it asks for none. */
export const severityIn = (slice: Slice): Severity | null =>
  SEVERITIES.find((severity) => slice === `severity-${severity}`) ?? null;

/** The target that a slice asks for; null where it asks for none. */
export const targetIn = (slice: Slice): Target | null =>
  slice === 'all' || severityIn(slice) !== null ? null : (slice as Target);
