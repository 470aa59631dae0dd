/** Longer forms are no words that come again, and one of a million characters would be kept alive. */
const LONGEST_FORM = 48;

/**
 * Remembers something about word forms, which come again and again (a few thousand make up most of what people write).
 * Bounded, so that memory stays flat over a million posts: forms lie in two halves, and when the newer is full the
 * older, which holds what was not asked for since, is dropped.
 */
export class FormCache<V> {
  private newer = new Map<string, V>();
  private older = new Map<string, V>();

  /** @param most forms that are remembered at once */
  constructor(private readonly most: number) {}

  get(form: string): V | undefined {
    const known = this.newer.get(form);
    if (known !== undefined) return known;
    const before = this.older.get(form);
    if (before !== undefined) this.set(form, before);
    return before;
  }

  set(form: string, value: V): void {
    if (form.length > LONGEST_FORM) return;
    if (this.newer.size >= this.most / 2) {
      this.older = this.newer;
      this.newer = new Map();
    }
    this.newer.set(form, value);
  }
}
