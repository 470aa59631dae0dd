const ID_BYTES = 16;
const WORD_BYTES = 4;
const NOT_HEX = 255;
/** How many characters an id has. */
export const ID_LENGTH = 2 * ID_BYTES;
const FIRST_ROOM = 1024;
/** Numbers up to this are exact in a double, which holds the beginning of an id and its place beside it. */
const EXACT = 2 ** 53;

/** The value of each hexadecimal digit by its character. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return digit === -1 ? NOT_HEX : digit;
});

/**
 * The ids of many posts (or authors), each at the place in which it came: 16 bytes a post, and at most 16 more as long as they are looked
 * up. (As strings in a `Map` they take six times the room, and the garbage collector goes through all of them.) An id is
 * 32 hexadecimal characters of a hash, so its first eight are as good a hash as any.
 */
export class PostIds {
  #bytes = Buffer.alloc(0);
  #view = new DataView(new ArrayBuffer(0));
  #size = 0;
  /** places counted from 1, at the first free cell from the one that the id names; 0 where there is none; null once closed */
  #cells: Uint32Array | null = new Uint32Array(2 * FIRST_ROOM);
  /** the id that was read last, in four numbers */
  readonly #words = new Uint32Array(ID_BYTES / WORD_BYTES);

  /** how many there are */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds an id at the next place.
   * @param text of many ids
   * @param from where this one begins in it
   * @throws {TypeError} when it is not 32 hexadecimal characters
   */
  add(text: Uint8Array, from: number): void {
    if (!this.#read(text, from))
      throw new TypeError(
        `id of a post: expected ${ID_LENGTH} hexadecimal characters, got ${Buffer.from(text.subarray(from, from + ID_LENGTH)).toString()}`,
      );
    const at = this.#size;
    if (ID_BYTES * at === this.#bytes.length) this.#makeRoom();
    for (let word = 0; word < this.#words.length; word += 1)
      this.#view.setUint32(ID_BYTES * at + WORD_BYTES * word, this.#words[word] ?? 0);
    this.#size += 1;
    this.#cells = this.#cells && this.#file(this.#cells, at);
  }

  /**
   * The place of an id that begins there in a text, which is added when it is new.
   * @throws {TypeError} when it is not 32 hexadecimal characters
   */
  placeOrNew(text: Uint8Array, from: number): number {
    const place = this.placeOf(text, from);
    if (place !== undefined) return place;
    this.add(text, from);
    return this.#size - 1;
  }

  /** The place of an id that begins there in a text; undefined for one that is not among these, and for every one after `close`. */
  placeOf(text: Uint8Array, from: number): number | undefined {
    if (this.#cells === null || !this.#read(text, from)) return undefined;
    const place = this.#cells[this.#cellOf(this.#cells)] ?? 0;
    return place === 0 ? undefined : place - 1;
  }

  /** The id at a place. */
  at(place: number): string {
    return this.#bytes.toString('hex', ID_BYTES * place, ID_BYTES * (place + 1));
  }

  /** The places in the order of the ids, or nearly: of ids that begin with the same eight characters, in the order of places. */
  inOrder(): Uint32Array {
    const room = 2 ** Math.ceil(Math.log2(this.#size + 1));
    const coarse = Math.max(1, (room * 2 ** 32) / EXACT);
    const keys = new Float64Array(this.#size);
    for (let place = 0; place < this.#size; place += 1)
      keys[place] = Math.floor(this.#view.getUint32(ID_BYTES * place) / coarse) * room + place;
    return Uint32Array.from(keys.sort(), (key) => key % room);
  }

  /** Says that none is added or looked up any more. */
  close(): void {
    this.#cells = null;
  }

  /** Whether an id begins there; its numbers are in `#words` then. */
  #read(text: Uint8Array, from: number): boolean {
    if (from + ID_LENGTH > text.length) return false;
    for (let word = 0; word < this.#words.length; word += 1) {
      let value = 0;
      for (let at = from + 8 * word; at < from + 8 * word + 8; at += 1) {
        const digit = DIGITS[text[at] ?? 0] ?? NOT_HEX;
        if (digit === NOT_HEX) return false;
        value = (value << 4) | digit;
      }
      this.#words[word] = value;
    }
    return true;
  }

  /** The cell of the id that was read last: its own, or the free one where it belongs. */
  #cellOf(cells: Uint32Array): number {
    const view = this.#view;
    const first = this.#words[0] ?? 0;
    const second = this.#words[1] ?? 0;
    const third = this.#words[2] ?? 0;
    const fourth = this.#words[3] ?? 0;
    let cell = first & (cells.length - 1);
    for (;;) {
      const place = cells[cell] ?? 0;
      if (place === 0) return cell;
      const at = ID_BYTES * (place - 1);
      if (
        view.getUint32(at) === first &&
        view.getUint32(at + 4) === second &&
        view.getUint32(at + 8) === third &&
        view.getUint32(at + 12) === fourth
      )
        return cell;
      cell = (cell + 1) & (cells.length - 1);
    }
  }

  /** Files the id that was read last; a table that is more than half full is made anew, twice as large. */
  #file(cells: Uint32Array, at: number): Uint32Array {
    if (2 * this.#size <= cells.length) {
      cells[this.#cellOf(cells)] = at + 1;
      return cells;
    }
    const larger = new Uint32Array(2 * cells.length);
    for (let place = 0; place <= at; place += 1) {
      let cell = this.#view.getUint32(ID_BYTES * place) & (larger.length - 1);
      while (larger[cell] !== 0) cell = (cell + 1) & (larger.length - 1);
      larger[cell] = place + 1;
    }
    return larger;
  }

  #makeRoom(): void {
    const larger = Buffer.alloc(Math.max(ID_BYTES * FIRST_ROOM, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer, larger.byteOffset, larger.length);
  }
}
