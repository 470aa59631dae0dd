import { FORMS, type Form, SIGNALS, type Signal, type Stance } from '@marsad/records';

/** The stances that a head tells; `endorsing` and `unclear` follow from the signals. */
export const TOLD_STANCES = ['reporting', 'countering', 'reclaimed'] as const satisfies readonly Stance[];

/** Questions that the trained layer answers of every text, a weight a feature for each: signals, forms, stances. */
export const HEADS = [
  ...SIGNALS,
  ...FORMS.map((form) => `form:${form}` as const),
  ...TOLD_STANCES.map((stance) => `stance:${stance}` as const),
] as const;
export type Head = Signal | `form:${Form}` | `stance:${(typeof TOLD_STANCES)[number]}`;

const PLACES: ReadonlyMap<string, number> = new Map(HEADS.map((head, place) => [head, place]));

/** The place of a head in a list of scores. */
export const headAt = (head: Head): number => PLACES.get(head) ?? -1;
