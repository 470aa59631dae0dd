const FIRST_ROOM = 4;

/** Counts of things that have numbers from 0 on. */
export class CountsByNumber {
  #counts: Uint32Array;

  /** @param room of numbers up to which counts fit from the beginning */
  constructor(room: number = FIRST_ROOM) {
    this.#counts = new Uint32Array(room);
  }

  /** Counts a thing. */
  add(number: number, times = 1): void {
    if (number >= this.#counts.length) this.#makeRoom(number);
    this.#counts[number] = (this.#counts[number] ?? 0) + times;
  }

  /** How often a thing was counted. */
  at(number: number): number {
    return this.#counts[number] ?? 0;
  }

  /** The counts of the things in a list, without those that were not counted. */
  of<Thing>(things: readonly Thing[]): Map<Thing, number> {
    const found = new Map<Thing, number>();
    things.forEach((thing, number) => {
      const count = this.at(number);
      if (count > 0) found.set(thing, count);
    });
    return found;
  }

  #makeRoom(number: number): void {
    const counts = new Uint32Array(Math.max(number + 1, 2 * this.#counts.length));
    counts.set(this.#counts);
    this.#counts = counts;
  }
}
