/** A name and the neighbourhoods that bear it. */
export interface SharedName {
  name: string;
  areas: string[];
}

/** Sentences name so many; the JSON report has them all. */
const MOST_NAMED = 10;

/** The names that more than one neighbourhood bears, whatever their case, in the order in which they come; areas sorted. */
export const sharedNames = (rows: readonly { area: string; name: string }[]): SharedName[] => {
  const byName = new Map<string, { name: string; areas: Set<string> }>();
  for (const { area, name } of rows) {
    const key = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
    const known = byName.get(key);
    if (known) known.areas.add(area);
    else byName.set(key, { name, areas: new Set([area]) });
  }
  return [...byName.values()].flatMap(({ name, areas }) =>
    areas.size > 1 ? [{ name, areas: [...areas].sort() }] : [],
  );
};

/** The same in sentences: what such a name does to posts, and to which. */
export const sharedNameLines = (shared: readonly SharedName[]): string[] => {
  if (shared.length === 0) return [];
  const more = shared.length - MOST_NAMED;
  return [
    shared.length === 1
      ? '1 name is borne by several neighbourhoods: a post that says only this is placed in none of them'
      : `${shared.length} names are borne by several neighbourhoods: a post that says only one of these is placed in none of them`,
    ...shared.slice(0, MOST_NAMED).map(({ name, areas }) => `  ${name}: ${areas.join(', ')}`),
    ...(more > 0 ? [`  and ${more} more (--json lists all)`] : []),
  ];
};
