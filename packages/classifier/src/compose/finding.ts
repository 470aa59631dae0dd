import type { Evidence, ExtremistFunction, Form, Hallmark, Ideology, Signal, Target } from '@marsad/records';

/** How much a finding weighs: `sure` and `likely` are enough for a signal, a `hint` never is. */
export type Weight = 'sure' | 'likely' | 'hint';

/** How a text distances itself from what it voices. */
export type Distance = 'none' | 'negated' | 'quoted' | 'reported' | 'countered';

/** One thing that a rule found: words that speak for a signal. */
export interface Finding {
  signal: Signal;
  weight: Weight;
  /** all the words that make it up, end exclusive */
  from: number;
  to: number;
  /** the words that are hostile, by which negation and quotation are judged */
  core: { from: number; to: number };
  /** a negation is among its own words, or belongs to them */
  negates?: boolean;
  kind: Evidence['kind'];
  note: string;
  targets: readonly Target[];
  form?: Form | undefined;
  ideology?: Ideology | undefined;
  function?: ExtremistFunction | undefined;
  hallmarks?: readonly Hallmark[] | undefined;
}

/** A finding with the distance the text keeps from it. */
export interface Judged extends Finding {
  distance: Distance;
}
