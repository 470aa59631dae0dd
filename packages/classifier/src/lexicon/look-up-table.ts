import { type LookUp, NOTHING } from './look-up.js';
import { TextHash } from './text-hash.js';

/** Longer forms are no words that come again. */
const LONGEST_FORM = 48;

/** Of a place: both hashes of its form, and whether there is one, which finds nothing or something. */
const WIDTH = 4;
const HASH = 0;
const CHECK = 1;
const STATE = 2;
const FINDS_NOTHING = 1;
const FINDS = 2;

/**
 * Remembers what word forms find, most of them nothing. Of fixed size, so that memory stays flat over a million posts: a
 * new form takes the first place of its hash, what was there moves to the second, and what was in the second is
 * forgotten. A form is known by two hashes of 32 bits, so that no string is compared: what stands elsewhere in memory is
 * waited for longer than all else takes.
 */
export class LookUpTable {
  private readonly rows: Int32Array;
  private readonly lookUps: (LookUp | undefined)[];
  private readonly form = new TextHash();

  /** @param places of the table, a power of two; two for every hash */
  constructor(private readonly places: number) {
    this.rows = new Int32Array(places * WIDTH);
    this.lookUps = new Array<LookUp | undefined>(places).fill(undefined);
  }

  /** What the form found when it was kept; undefined when it is not remembered. */
  get(form: string): LookUp | undefined {
    const place = this.seek(form);
    return this.at(place) ?? this.at(place ^ 1);
  }

  /** Keeps what a form finds. */
  keep(form: string, lookUp: LookUp): void {
    if (form.length > LONGEST_FORM) return;
    const { rows, lookUps } = this;
    const place = this.seek(form);
    const second = place ^ 1;
    rows.copyWithin(second * WIDTH, place * WIDTH, (place + 1) * WIDTH);
    lookUps[second] = lookUps[place];
    rows[place * WIDTH + HASH] = this.form.hash;
    rows[place * WIDTH + CHECK] = this.form.check;
    rows[place * WIDTH + STATE] = lookUp === NOTHING ? FINDS_NOTHING : FINDS;
    lookUps[place] = lookUp === NOTHING ? undefined : lookUp;
  }

  /** Hashes a form. @returns the first of its two places */
  private seek(form: string): number {
    this.form.take(form);
    const { hash } = this.form;
    // FNV's low bits are weak.
    return (hash ^ (hash >>> 15)) & (this.places - 1);
  }

  private at(place: number): LookUp | undefined {
    const { rows } = this;
    const from = place * WIDTH;
    if (rows[from + HASH] !== this.form.hash || rows[from + CHECK] !== this.form.check) return undefined;
    const state = rows[from + STATE];
    if (state === FINDS_NOTHING) return NOTHING;
    return state === FINDS ? this.lookUps[place] : undefined;
  }
}
