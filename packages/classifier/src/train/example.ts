import { HEADS, type Head } from '../linear/heads.js';

/** What is known of a text, head by head; a head that is not named is unknown and teaches nothing. */
export type Labels = Partial<Record<Head, 0 | 1>>;

/** A text to learn from or to be measured on. */
export interface Example {
  /** what it was taken from, for the report: a functional set, prose, a labelled set */
  source: string;
  text: string;
  labels: Labels;
  /** how much it counts; 1 is a text of the functional set */
  weight: number;
  /** texts of one key (a template, a text) are held out together */
  foldKey: string;
  /** texts that were chosen and labelled together share an offset of their own in the fit */
  labelledBy?: string;
  /** leave out a share of the lexicon's hits, so that the model learns to do without terms that it will lack */
  hideTerms: boolean;
}

/** Labels as numbers in the order of HEADS; NaN where nothing is known. */
export const labelVector = (labels: Labels): Float32Array =>
  Float32Array.from(HEADS, (head) => labels[head] ?? Number.NaN);
