/** One word of a normalised text. */
export interface Word {
  /** letters and digits, without apostrophes; signs that stand for letters («f*ck», «sh!t») are kept */
  form: string;
  /** where it stands in the normalised text, end exclusive */
  start: number;
  end: number;
  /** number of the sentence and of the clause it stands in, counted from 0 over the whole text */
  sentence: number;
  clause: number;
  /** inside quotation marks */
  quoted: boolean;
  /** a letter of it was repeated three times or more */
  elongated: boolean;
}
