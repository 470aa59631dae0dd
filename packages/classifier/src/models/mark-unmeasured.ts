import type { Verdict } from '@marsad/records';

/** Marks a verdict in a language in which the error of its model was never measured. */
export const markUnmeasured = (verdict: Verdict, measured: readonly string[]): Verdict =>
  measured.includes(verdict.language.code) ? verdict : { ...verdict, unmeasured: true };
