import type { Names } from '@marsad/records';

/** An area as far as its name is concerned. */
interface Named {
  id: string;
  names: Names;
  district: string | null;
}

/** Groups are named one by one up to this many. */
const MOST_GROUPS = 10;
const MOST_IN_GROUP = 5;

/** The areas of each name that more than one has, in any of the three languages; the same areas are grouped once. */
const sharedNames = (areas: readonly Named[]): { name: string; areas: readonly Named[] }[] => {
  const byName = new Map<string, { name: string; areas: Named[] }>();
  for (const area of areas)
    for (const [language, name] of Object.entries(area.names)) {
      if (name === undefined) continue;
      const key = `${language} ${name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()}`;
      const group = byName.get(key);
      if (group) group.areas.push(area);
      else byName.set(key, { name, areas: [area] });
    }
  const groups = new Map<string, { name: string; areas: readonly Named[] }>();
  for (const group of byName.values()) {
    const members = group.areas.map(({ id }) => id).join('\n');
    if (group.areas.length > 1 && !groups.has(members)) groups.set(members, group);
  }
  return [...groups.values()];
};

/**
 * Says which neighbourhoods are called the same, a sentence a name: a post that says only such a name is placed in none of
 * them, and on the map nobody can tell them apart. Often the district belongs to the name, or one neighbourhood was
 * published in several pieces.
 * @param files names of the files, for the sentences
 */
export const sameNameWarnings = (areas: readonly Named[], files: string): string[] => {
  const groups = sharedNames(areas);
  const sentences = groups.slice(0, MOST_GROUPS).map(({ name, areas: alike }) => {
    const who = alike
      .slice(0, MOST_IN_GROUP)
      .map(({ id, district }) => (district === null ? id : `${id} (district ${district})`))
      .join(', ');
    const more = alike.length > MOST_IN_GROUP ? ` and ${alike.length - MOST_IN_GROUP} more` : '';
    const districts = new Set(alike.map(({ district }) => district));
    const remedy =
      districts.size === alike.length && !districts.has(null)
        ? 'put the district into the name'
        : 'name them apart, or join them if they are pieces of one neighbourhood';
    return `${files}: ${alike.length} neighbourhoods are called ${JSON.stringify(name)}: ${who}${more}; a post that says only this name is placed in none of them: ${remedy}`;
  });
  const left = groups.length - sentences.length;
  return left > 0 ? [...sentences, `${files}: and ${left} more names that several neighbourhoods share`] : sentences;
};
