/** One post placed in an area. A post that names several areas comes once for each, with the same id. */
export interface EstimatePost {
  id: string;
  /** null: in the city, but in no area that is known */
  area: string | null;
  period: string;
  /** the classifier's probability, 0 to 1; need not be calibrated */
  score: number;
  flagged: boolean;
  /** ISO 639-3; estimates are stratified by it where there are labels enough */
  language?: string;
}

/** What a person said of one post of the sample. */
export interface EstimateLabel {
  id: string;
  area: string | null;
  score: number;
  flagged: boolean;
  truth: boolean;
  /** inverse of the chance with which the post was drawn, up to a common factor; 1 when absent */
  weight?: number;
  language?: string;
}

/** How often a classifier erred on texts of known truth: from its model card. */
export interface CardErrorRates {
  /** of so many positive texts so many were flagged */
  positives: number;
  positivesFlagged: number;
  /** of so many harmless texts so many were flagged */
  harmless: number;
  harmlessFlagged: number;
}

export interface EstimateOptions {
  /** share of wrong ones among the areas called above or below; 0.05 when absent */
  falseDiscoveryRate?: number;
  /** used when there is not a single label */
  errorRates?: CardErrorRates;
}

/** The comparison with the city, when chance and the number of areas are allowed for. */
export type VersusCity = 'above' | 'below' | 'cannot-tell';

/** What can be said of one area and period. Shares are of the posts placed there. */
export interface AreaEstimate {
  area: string | null;
  period: string;
  n: number;
  /** how many the classifier flags, uncorrected */
  flagged: number;
  /** share that carries the signal, corrected for the classifier's error */
  rate: number;
  /** 95 % interval of `rate` */
  low: number;
  high: number;
  /** `rate` shrunk towards the city, the more the less sure it is */
  shrunk: number;
  shrunkLow: number;
  shrunkHigh: number;
  versusCity: VersusCity;
  /** chance of so large a difference from the city if there were none */
  versusCityP: number;
  /** labels of posts of this area and period */
  labels: number;
  /**
   * where the correction comes from: labels of this city · the error rates of the model card · nowhere (then `rate` is the
   * share of flagged posts and the interval says nothing)
   */
  method: 'labels' | 'model-card' | 'uncorrected';
  /** whether `rate` stands on the area's own posts, or, where these can tell next to nothing, on the city's rate and their scores */
  basis: 'own-posts' | 'city';
  /** the interval is not to be relied on: read «too few labels to say» */
  tooFewLabels: boolean;
}
