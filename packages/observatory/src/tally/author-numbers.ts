const FIRST_ROOM = 1024;

/**
 * Numbers the authors that a tally meets, from 0 on, by their keys (`author-identity.ts`). A number takes half the room of a
 * key, and posts by number are counted without looking anything up.
 */
export class AuthorNumbers {
  #keys = new Float64Array(FIRST_ROOM);
  #size = 0;
  /** numbers counted from 1, at the first free cell from the one that the key names; 0 where there is none */
  #cells = new Uint32Array(2 * FIRST_ROOM);

  /** The number of an author; a new one where the key was not met before. */
  numberOf(key: number): number {
    const mask = this.#cells.length - 1;
    // A key is a hash itself: its lowest bits are as good as any.
    let cell = key & mask;
    for (;;) {
      const held = this.#cells[cell] ?? 0;
      if (held === 0) break;
      if (this.#keys[held - 1] === key) return held - 1;
      cell = (cell + 1) & mask;
    }
    const number = this.#size;
    if (number === this.#keys.length) this.#makeRoom();
    this.#keys[number] = key;
    this.#size += 1;
    this.#file(number);
    return number;
  }

  /** The key of a number that was given. */
  keyOf(number: number): number {
    return this.#keys[number] ?? 0;
  }

  #file(number: number): void {
    const mask = this.#cells.length - 1;
    let cell = (this.#keys[number] ?? 0) & mask;
    while (this.#cells[cell] !== 0) cell = (cell + 1) & mask;
    this.#cells[cell] = number + 1;
  }

  /** Twice the room, and cells of which at least half stay free. */
  #makeRoom(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#cells = new Uint32Array(2 * keys.length);
    for (let number = 0; number < this.#size; number += 1) this.#file(number);
  }
}
