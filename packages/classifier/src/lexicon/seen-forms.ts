import { TextHash } from './text-hash.js';

const PLACES = 1 << 15;

/**
 * Remembers word forms, some thousands of them, by two hashes each; one that comes to another's place takes it, so memory
 * stays flat.
 */
export class SeenForms {
  private readonly hashes = new Int32Array(2 * PLACES);
  private readonly form = new TextHash();

  has(form: string): boolean {
    const place = this.placeOf(form);
    return this.hashes[place] === this.form.hash && this.hashes[place + 1] === this.form.check;
  }

  add(form: string): void {
    const place = this.placeOf(form);
    this.hashes[place] = this.form.hash;
    this.hashes[place + 1] = this.form.check;
  }

  private placeOf(form: string): number {
    this.form.take(form);
    const { hash } = this.form;
    // FNV's low bits are weak.
    return 2 * ((hash ^ (hash >>> 15)) & (PLACES - 1));
  }
}
