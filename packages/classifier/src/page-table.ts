const PAGE = 256;
/** No code unit has this value: it is no character, and no table gives it as an answer. */
const UNKNOWN = 0xfffe;

/**
 * A value for every UTF-16 code unit, worked out 256 neighbours at a time when the first of them is met: a text uses a
 * few of the 256 pages, and working out all of them would take every thread a tenth of a second at its start.
 */
export class PageTable {
  private readonly values = new Uint16Array(65_536).fill(UNKNOWN);

  /** @param compute the value of a code unit, from 0 to 65,535, but not 65,534 */
  constructor(private readonly compute: (unit: number) => number) {}

  /** @param unit from 0 to 65,535 */
  of(unit: number): number {
    const value = this.values[unit] ?? 0;
    return value === UNKNOWN ? this.fill(unit) : value;
  }

  private fill(wanted: number): number {
    const begin = wanted - (wanted % PAGE);
    for (let unit = begin; unit < begin + PAGE; unit++) this.values[unit] = this.compute(unit);
    return this.values[wanted] ?? 0;
  }
}
