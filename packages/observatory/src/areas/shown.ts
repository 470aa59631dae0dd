/** A value from a file as it may stand in a message, however large, deep or odd it is. */
export const shown = (value: unknown): string => {
  try {
    return JSON.stringify(value)?.slice(0, 60) ?? String(value);
  } catch {
    return 'something too deep to show';
  }
};
