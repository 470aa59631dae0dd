import type { Severity, Target } from '@marsad/records/snapshot';
import { SEVERITIES } from '@marsad/records/without-checks';

/** What can be asked of severity: one of them, or the two severe ones together (a post has one, so that they add up). */
export const SEVERITY_CHOICES = [...SEVERITIES, '4-5'] as const;
export type SeverityChoice = (typeof SEVERITY_CHOICES)[number];

/** Posts of one severity of hate, or of the severe two. */
type SeveritySlice = `severity-${SeverityChoice}`;

/** Which of the posts of a signal are asked for: all, those against one target, or those of a severity. One at a time. */
export type Slice = Target | 'all' | SeveritySlice;

/** The severity that a slice asks for; null where it asks for none. */
export const severityIn = (slice: Slice): SeverityChoice | null =>
  SEVERITY_CHOICES.find((severity) => slice === `severity-${severity}`) ?? null;

/** The severities that a choice holds. */
export const severitiesOf = (choice: SeverityChoice): readonly Severity[] => (choice === '4-5' ? ['4', '5'] : [choice]);

/** The target that a slice asks for; null where it asks for none. */
export const targetIn = (slice: Slice): Target | null =>
  slice === 'all' || severityIn(slice) !== null ? null : (slice as Target);
