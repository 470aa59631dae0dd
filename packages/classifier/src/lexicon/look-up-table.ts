import type { LookUp } from './lexicon-index.js';

/** Longer forms are no words that come again, and one of a million characters would be kept alive. */
const LONGEST_FORM = 48;

/**
 * Remembers what word forms find, most of them nothing. Of fixed size, so that memory stays flat over a million posts: a
 * new form takes the first place of its hash, what was there moves to the second, and what was in the second is
 * forgotten. The hashes lie together, so that a form that is not here costs one line of the processor's cache.
 */
export class LookUpTable {
  private readonly hashes: Int32Array;
  private readonly forms: (string | undefined)[];
  private readonly lookUps: (LookUp | undefined)[];

  /** @param places of the table, a power of two; two for every hash */
  constructor(private readonly places: number) {
    this.hashes = new Int32Array(places);
    this.forms = new Array<string | undefined>(places).fill(undefined);
    this.lookUps = new Array<LookUp | undefined>(places).fill(undefined);
  }

  get(form: string): LookUp | undefined {
    const hash = hashOf(form);
    const place = placeOf(hash) & (this.places - 1);
    const { hashes, forms } = this;
    if (hashes[place] === hash && forms[place] === form) return this.lookUps[place];
    const second = place ^ 1;
    return hashes[second] === hash && forms[second] === form ? this.lookUps[second] : undefined;
  }

  keep(form: string, lookUp: LookUp): void {
    if (form.length > LONGEST_FORM) return;
    const hash = hashOf(form);
    const place = placeOf(hash) & (this.places - 1);
    const { hashes, forms, lookUps } = this;
    hashes[place ^ 1] = hashes[place] ?? 0;
    forms[place ^ 1] = forms[place];
    lookUps[place ^ 1] = lookUps[place];
    hashes[place] = hash;
    forms[place] = form;
    lookUps[place] = lookUp;
  }
}

/** FNV-1a (Fowler, Noll, Vo) over 16-bit units. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
};

/** FNV's low bits are weak. */
const placeOf = (hash: number): number => hash ^ (hash >>> 15);
