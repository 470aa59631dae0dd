/** Reads a stream of bytes line by line or by count; holds no more than one chunk beyond what is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #fill(): Promise<boolean> {
    while (this.#held.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return false;
      this.#held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
    }
    return true;
  }

  #cut(length: number): Buffer {
    const bytes = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return bytes;
  }

  /**
   * The bytes up to and with the next line feed, or to the end of the data, or as many as `maximum`.
   * @returns undefined at the end
   */
  async line(maximum: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    let length = 0;
    while (length < maximum && (await this.#fill())) {
      const feed = this.#held.indexOf(10);
      const part = this.#cut(Math.min(feed < 0 ? this.#held.length : feed + 1, maximum - length));
      parts.push(part);
      length += part.length;
      if (part.at(-1) === 10) break;
    }
    return length === 0 ? undefined : Buffer.concat(parts);
  }

  /** The next `count` bytes, fewer at the end of the data. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let length = 0;
    while (length < count && (await this.#fill())) {
      const part = this.#cut(count - length);
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts);
  }

  /** Passes over the next `count` bytes; returns how many there were. */
  async skip(count: number): Promise<number> {
    let length = 0;
    while (length < count && (await this.#fill())) length += this.#cut(count - length).length;
    return length;
  }

  /** Says that no more will be read. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
