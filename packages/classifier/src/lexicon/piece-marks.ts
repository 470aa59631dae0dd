/**
 * Every piece of a phrase has a mark, a small number made of its words. The marks of all words of a text, written down
 * once, tell of most phrases that they cannot be in it before any of their words is compared. Two pieces may share a
 * mark: then a phrase is tried in vain, none is missed.
 */
const MARKS = 1 << 13;

/** The mark of a piece by the keys of its words: a number below 8,192. */
export const markOf = (keys: ReadonlySet<string>): number => {
  let hash = 0x811c9dc5;
  for (const key of keys) {
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x7c, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (MARKS - 1);
};

/** The marks in one text. It is kept and emptied for the next text, which costs one addition. */
export class MarkSet {
  private readonly stamps = new Uint32Array(MARKS);
  private stamp = 0;

  /** Empties the set. */
  clear(): void {
    this.stamp += 1;
    if (this.stamp > 0xffffffff) {
      this.stamps.fill(0);
      this.stamp = 1;
    }
  }

  add(marks: readonly number[]): void {
    for (let i = 0; i < marks.length; i++) this.stamps[marks[i] ?? 0] = this.stamp;
  }

  has(mark: number): boolean {
    return this.stamps[mark] === this.stamp;
  }

  hasAll(marks: readonly number[]): boolean {
    for (let i = 0; i < marks.length; i++) if (this.stamps[marks[i] ?? 0] !== this.stamp) return false;
    return true;
  }
}
