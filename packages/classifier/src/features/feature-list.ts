/** The families of features, each with the weight that all of its features in one text share. */
export const FAMILIES = ['characters', 'words', 'relations', 'kinds', 'findings'] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * The features of one text: bucket numbers, family after family. In a family of many small features (characters,
 * words) each counts the less the more there are, so that long texts do not drown short ones.
 */
export interface FeatureList {
  buckets: Int32Array;
  /** for every family, in the order of FAMILIES, where its features end in `buckets` */
  ends: readonly number[];
  /** for every family, what each of its features counts */
  values: number[];
}

/**
 * What the features of a family count in all, for a text of one feature, in the order of FAMILIES; the square root of
 * their number divides it.
 */
const STRENGTHS: readonly number[] = [1, 1, 1.4, 1.4, 2];

/** What each of so many features of a family (by its place in FAMILIES) counts. */
export const shareOf = (family: number, count: number): number =>
  count === 0 ? 0 : (STRENGTHS[family] ?? 0) / Math.sqrt(count);

/** Collects features, one family after the other; kept and emptied for the next text, so that nothing is allocated. */
export class FeatureSink {
  private buckets = new Int32Array(4096);
  private length = 0;
  private ends: number[] = [];

  /** Adds one feature to the family that is being filled. */
  add(bucket: number): void {
    if (this.length === this.buckets.length) {
      const grown = new Int32Array(2 * this.length);
      grown.set(this.buckets);
      this.buckets = grown;
    }
    this.buckets[this.length] = bucket;
    this.length += 1;
  }

  /** Ends the family that is being filled. */
  endFamily(): void {
    this.ends.push(this.length);
  }

  /** The features so far, as a view that the next text overwrites, and an empty sink. */
  take(): FeatureList {
    const { ends } = this;
    const values: number[] = [];
    for (let family = 0; family < FAMILIES.length; family++) {
      values.push(shareOf(family, (ends[family] ?? 0) - (ends[family - 1] ?? 0)));
    }
    const list = { buckets: this.buckets.subarray(0, this.length), ends, values };
    this.length = 0;
    this.ends = [];
    return list;
  }
}
