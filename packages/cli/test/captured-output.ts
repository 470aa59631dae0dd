import { vi } from 'vitest';

/** What a command wrote to its two streams. */
export interface Captured {
  out: string;
  err: string;
  /** both as they are, and begins anew */
  take: () => { out: string; err: string };
}

/** Keeps what is written to standard output and standard error from now on, until `vi.restoreAllMocks()`. */
export const captureOutput = (): Captured => {
  const captured: Captured = {
    out: '',
    err: '',
    take: () => {
      const { out, err } = captured;
      Object.assign(captured, { out: '', err: '' });
      return { out, err };
    },
  };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    captured.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    captured.err += String(text);
    return true;
  });
  return captured;
};
