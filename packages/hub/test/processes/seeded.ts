/** Park–Miller: a fixed row of numbers in [0, 1), so that a failure can be run again. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};
