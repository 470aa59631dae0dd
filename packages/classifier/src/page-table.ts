const PAGE = 256;

/**
 * A value for every UTF-16 code unit, worked out 256 neighbours at a time when the first of them is met: a text uses a
 * few of the 256 pages, and working out all of them would take every thread a tenth of a second at its start.
 */
export class PageTable {
  private readonly values = new Uint16Array(65_536);
  private readonly filled = new Uint8Array(65_536 / PAGE);

  /** @param compute the value of a code unit, from 0 to 65,535 */
  constructor(private readonly compute: (unit: number) => number) {}

  of(unit: number): number {
    if (this.filled[unit >>> 8] === 0) this.fill(unit >>> 8);
    return this.values[unit] ?? 0;
  }

  private fill(page: number): void {
    this.filled[page] = 1;
    for (let unit = page * PAGE; unit < (page + 1) * PAGE; unit++) this.values[unit] = this.compute(unit);
  }
}
