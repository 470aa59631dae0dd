/** Every set that can be made of some things, the empty one first; 2ⁿ of n things. */
export const subsetsOf = <Thing>(things: readonly Thing[]): Thing[][] => {
  const sets: Thing[][] = [[]];
  for (const thing of things) for (const set of sets.slice()) sets.push([...set, thing]);
  return sets;
};
