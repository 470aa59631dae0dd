const FIRST_ROOM = 1024;

/** A column in which few values stand in many rows: each value is held once, and a row takes four bytes. */
export class Repeated<Value> {
  readonly #values: Value[];
  readonly #codes = new Map<Value, number>();
  #rows = new Uint32Array(0);

  /** @param first the value of rows that were never set */
  constructor(first: Value) {
    this.#values = [first];
    this.#codes.set(first, 0);
  }

  /** The value of a row. */
  at(row: number): Value {
    return this.valueOf(this.codeAt(row));
  }

  /** The number of the value of a row: equal numbers are equal values. */
  codeAt(row: number): number {
    return this.#rows[row] ?? 0;
  }

  /** The number of a value, which is kept when it is new. */
  codeOf(value: Value): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(value);
    this.#codes.set(value, code);
    return code;
  }

  /** The value with this number. */
  valueOf(code: number): Value {
    return this.#values[code] as Value;
  }

  /** Sets a row to a value, by the number of the value. */
  setCode(row: number, code: number): void {
    if (row >= this.#rows.length) {
      const larger = new Uint32Array(Math.max(FIRST_ROOM, row + 1, 2 * this.#rows.length));
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[row] = code;
  }

  /** Sets a row to a value; values are told apart as the keys of a `Map` are. */
  set(row: number, value: Value): void {
    this.setCode(row, this.codeOf(value));
  }

  /** Says that nothing is set any more: what values were found by is let go. */
  close(): void {
    this.#codes.clear();
  }
}
