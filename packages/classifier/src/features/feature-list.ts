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
  values: readonly number[];
}

/** What the features of a family count in all, for a text of one feature; the square root of their number divides it. */
const STRENGTH: Record<Family, number> = { characters: 1, words: 1, relations: 1.4, kinds: 1.4, findings: 2 };

/** What each of so many features of a family counts. */
export const shareOf = (family: Family, count: number): number =>
  count === 0 ? 0 : STRENGTH[family] / Math.sqrt(count);

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
    const values = FAMILIES.map((family, at) => shareOf(family, (ends[at] ?? 0) - (ends[at - 1] ?? 0)));
    const list = { buckets: this.buckets.subarray(0, this.length), ends, values };
    this.length = 0;
    this.ends = [];
    return list;
  }
}
