import type { Rung, Severity, Target } from '@marsad/records/snapshot';
import { RUNGS, SEVERITIES, TARGETS } from '@marsad/records/without-checks';

/** What can be asked of severity: one of them, or the two severe ones together (a post has one, so that they add up). */
export const SEVERITY_CHOICES = [...SEVERITIES, '4-5'] as const;
export type SeverityChoice = (typeof SEVERITY_CHOICES)[number];

/** Posts of one severity of hate, or of the severe two. */
type SeveritySlice = `severity-${SeverityChoice}`;

/** Posts of one language (ISO 639-3), or placed by one rung of the ladder: flagged ones among all of these. */
type CodeSlice = `language-${string}` | `rung-${Rung}`;

/** Which of the posts of a signal are asked for: all, those against one target, or those of a severity, language or rung. One at a time. */
export type Slice = Target | 'all' | SeveritySlice | CodeSlice;

/** The severity that a slice asks for; null where it asks for none. */
export const severityIn = (slice: Slice): SeverityChoice | null =>
  SEVERITY_CHOICES.find((severity) => slice === `severity-${severity}`) ?? null;

/** The severities that a choice holds. */
export const severitiesOf = (choice: SeverityChoice): readonly Severity[] => (choice === '4-5' ? ['4', '5'] : [choice]);

/** The target that a slice asks for; null where it asks for none. */
export const targetIn = (slice: Slice): Target | null => TARGETS.find((target) => slice === target) ?? null;

const LANGUAGE = 'language-';

/** The language that a slice asks for; null where it asks for none. */
export const languageIn = (slice: Slice): string | null =>
  slice.startsWith(LANGUAGE) ? slice.slice(LANGUAGE.length) : null;

/** The rung that a slice asks for; null where it asks for none. */
export const rungIn = (slice: Slice): Rung | null => RUNGS.find((rung) => slice === `rung-${rung}`) ?? null;

/** Whether a slice asks for posts of a language or rung, of which the share is then taken. */
export const hasOwnBase = (slice: Slice): boolean => languageIn(slice) !== null || rungIn(slice) !== null;
