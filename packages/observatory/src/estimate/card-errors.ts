import type { Signal } from '@marsad/records';
import { CARD_COUNTS } from './card-counts.js';
import type { CardErrorRates } from './estimate.js';

/** How a model erred on sets of labelled texts, by signal. */
export type CardErrors = Partial<Record<Signal, readonly CardErrorRates[]>>;

/**
 * By name and version, the errors of the models that ship, counted as figures count (a text is flagged when its verdict names
 * the signal and its stance lets it enter): for hate and offence on public sets that the model never learnt from, at most
 * some 8,000 rows a set, evenly taken; for the other signals, which no public set labels, on the development suites of all
 * languages together, which are one hand's. Another version has to be counted anew: scripts/count-card-errors.js.
 */
const OF_MODELS: Readonly<Record<string, CardErrors>> = CARD_COUNTS;

/** The errors of a model, or undefined for one that has none: another version, or one with lexicons of the user. */
export const cardErrorsOf = ({ name, version }: { name: string; version: string }): CardErrors | undefined =>
  Object.hasOwn(OF_MODELS, `${name} ${version}`) ? OF_MODELS[`${name} ${version}`] : undefined;
