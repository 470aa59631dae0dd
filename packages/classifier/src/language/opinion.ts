/** What a detector makes of a text among some languages, in the order in which they were named. */
export interface Opinion {
  /** a score of each language, 0 where the detector has none */
  scores: readonly number[];
  /** the place of the language with the best score, -1 where none has any */
  best: number;
}
