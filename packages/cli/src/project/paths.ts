import { join } from 'node:path';

/** Where everything of a city lies, given the folder of its city.yaml. */
export const projectPaths = (folder: string) => ({
  database: join(folder, 'data', 'marsad.sqlite'),
  /** kept outside the database on purpose: without it the author hashes cannot be tried */
  authorKey: join(folder, 'author.key'),
  snapshot: join(folder, 'snapshot'),
  /** what the city signs with; outside the snapshot, never published */
  keys: join(folder, 'keys'),
});
export type ProjectPaths = ReturnType<typeof projectPaths>;
