/** Code units of a text being built, with their origin. Steps change it in place. */
export interface Draft {
  units: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  length: number;
  elongated: number[];
}
