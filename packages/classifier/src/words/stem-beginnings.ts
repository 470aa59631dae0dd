/** Letters of a stem that its words begin with too; endings change what comes later. */
const LETTERS = 4;

/** «dying» and «dies» have one stem. */
const alike = (letters: string): string => letters.replaceAll('y', 'i');

/**
 * Tells of most words that their stem is none of those wanted, without stemming them: to stem a word takes longer than all
 * else that is done to find it.
 */
export class StemBeginnings {
  private readonly beginnings: ReadonlySet<string>;

  /** @param letters of the stems that are wanted, by `lettersOf` */
  constructor(letters: Iterable<string>) {
    this.beginnings = new Set(letters);
  }

  /**
   * What a stem and its words have in common at the least: up to four letters, without a final «e» that the English
   * stemmer puts back («using» → «use») and without the «qu» that the French one writes for «c» («indication» →
   * «indiqu»).
   */
  static lettersOf(stem: string): string {
    return alike((stem.endsWith('e') ? stem.slice(0, -1) : stem).replace(/(?<=.)qu$/, '').slice(0, LETTERS));
  }

  /** Whether a word may have one of the stems; false is sure. */
  may(word: string): boolean {
    const { beginnings } = this;
    const start = alike(word.slice(0, LETTERS));
    if (beginnings.has(start)) return true;
    for (let length = start.length - 1; length > 0; length--) if (beginnings.has(start.slice(0, length))) return true;
    return false;
  }
}
