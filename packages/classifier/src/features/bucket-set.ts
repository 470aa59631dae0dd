/** Places to begin with; a text of 30 words has about as many runs of kinds. */
const FEWEST = 256;

/** The buckets of one text, each once. It is kept and emptied for the next text, which costs one addition. */
export class BucketSet {
  private buckets = new Int32Array(FEWEST);
  /** which text a place was filled by */
  private stamps = new Uint32Array(FEWEST);
  private stamp = 0;
  private size = 0;

  /** Empties the set. */
  clear(): void {
    this.size = 0;
    this.stamp += 1;
    if (this.stamp <= 0xffffffff) return;
    this.stamps.fill(0);
    this.stamp = 1;
  }

  /** Adds a bucket; whether it is new. */
  addNew(bucket: number): boolean {
    if (2 * this.size >= this.buckets.length) this.grow();
    const mask = this.buckets.length - 1;
    let place = bucket & mask;
    while (this.stamps[place] === this.stamp) {
      if (this.buckets[place] === bucket) return false;
      place = (place + 1) & mask;
    }
    this.stamps[place] = this.stamp;
    this.buckets[place] = bucket;
    this.size += 1;
    return true;
  }

  private grow(): void {
    const { buckets, stamps, stamp } = this;
    this.buckets = new Int32Array(2 * buckets.length);
    this.stamps = new Uint32Array(2 * buckets.length);
    this.stamp = 1;
    this.size = 0;
    for (let place = 0; place < buckets.length; place++) {
      if (stamps[place] === stamp) this.addNew(buckets[place] ?? 0);
    }
  }
}
