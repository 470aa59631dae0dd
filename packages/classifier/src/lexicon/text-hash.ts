/** The hash of no text. */
export const FNV_SEED = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** The hash of a text and one unit more. */
export const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME);

/**
 * Two hashes of 32 bits of one text, kept until the next: FNV-1a (Fowler, Noll, Vo) over 16-bit units, and one that is
 * made otherwise, so that texts are told apart without being compared.
 */
export class TextHash {
  hash = 0;
  check = 0;

  /** Hashes a text. */
  take(text: string): void {
    let hash = FNV_SEED;
    let check = text.length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      hash = hashOn(hash, unit);
      check = Math.imul(check, 31) + unit;
    }
    this.hash = hash;
    this.check = check | 0;
  }
}
