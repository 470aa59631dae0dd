/** Places of the table, two for every hash. */
const PLACES = 1 << 16;

/**
 * Remembers word forms that no lexicon has, which are most forms there are. Half a megabyte that is there from the
 * start, so that memory stays flat; a form is known by two hashes, without a string being kept or compared. A new form
 * takes the first place of its hash, what was there moves to the second, and what was in the second is forgotten.
 */
export class NothingTable {
  private readonly hashes = new Int32Array(2 * PLACES);
  private place = 0;
  private hash = 0;
  private check = 0;

  /** Whether a form is remembered. `add` then speaks of this form. */
  has(form: string): boolean {
    let hash = 0x811c9dc5;
    let check = form.length;
    for (let i = 0; i < form.length; i++) {
      const unit = form.charCodeAt(i);
      hash = Math.imul(hash ^ unit, 0x01000193);
      check = Math.imul(check, 31) + unit;
    }
    // FNV's low bits are weak.
    const place = 2 * ((hash ^ (hash >>> 15)) & (PLACES - 1));
    // Nought means an empty place.
    check |= 1;
    const { hashes } = this;
    if (hashes[place] === hash && hashes[place + 1] === check) return true;
    const second = place ^ 2;
    if (hashes[second] === hash && hashes[second + 1] === check) return true;
    this.place = place;
    this.hash = hash;
    this.check = check;
    return false;
  }

  /** Remembers the form that was asked for last. */
  add(): void {
    const { hashes, place } = this;
    hashes[place ^ 2] = hashes[place] ?? 0;
    hashes[(place ^ 2) + 1] = hashes[place + 1] ?? 0;
    hashes[place] = this.hash;
    hashes[place + 1] = this.check;
  }
}
