/** One thing `doctor` looked at. `missing` is not wrong yet: something is still to be done or optional. */
export interface Finding {
  state: 'ready' | 'missing' | 'wrong';
  subject: string;
  /** what was found, in words */
  sentence: string;
  /** what the user can do */
  remedy?: string;
}
