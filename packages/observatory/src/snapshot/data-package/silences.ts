import type { SuppressionReason } from '@marsad/records';

/** Why a number is not there, as a cell of a table says it: three silences, none of which is nought. */
export const SILENCES = {
  primary: 'suppressed-primary',
  complementary: 'suppressed-complementary',
  notCollected: 'not-collected',
} as const;

/** What stands in the cells of a hidden block. */
export const silenceOf = (reason: SuppressionReason): string =>
  reason === 'protects-another-cell' ? SILENCES.complementary : SILENCES.primary;

/** The same for the schema of every table (Table Schema 2.0, `missingValues`). */
export const MISSING_VALUES = [
  { value: '', label: 'does not apply, or is not told' },
  {
    value: SILENCES.primary,
    label: 'hidden by the publish gate: too few posts, authors or sources, or one author wrote most of them',
  },
  {
    value: SILENCES.complementary,
    label: 'hidden because another hidden number could be found out by subtraction',
  },
  { value: SILENCES.notCollected, label: 'no post was collected: this is not the number nought' },
] as const;
