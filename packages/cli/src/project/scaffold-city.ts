import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { loadAreas } from '@marsad/observatory';
import { type AreaCollection, InputError } from '@marsad/records';
import { createAuthorKey } from './author-key.js';
import { parseJson } from './load-places.js';

export interface ScaffoldRequest {
  /** absolute path */
  folder: string;
  boundaries?: { text: string; file: string };
  nameField?: string;
}

/** The id a folder's name suggests. */
const idOf = (folder: string): string =>
  basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'my-city';

const cityYaml = (
  id: string,
  hasBoundaries: boolean,
): string => `# The configuration of one city. Every field is described in docs/configuration.md.
id: ${id}
# The city's name as readers see it, in the three languages of the observatory.
names:
  en: ${JSON.stringify(id)}
# ISO 639-3 codes of the languages you collect: ara standard Arabic, ary Moroccan, fra French, eng English, …
languages: [ara, ary, fra, eng]
# Named in the User-Agent so that a site's owner can reach you: an e-mail address or a web page.
# Needed before "marsad collect" asks anyone:
# contact: observatory@city.example
# GeoJSON polygons of the neighbourhoods, WGS 84.${hasBoundaries ? '' : ' Put the file there before the first run.'}
boundaries: neighbourhoods.geojson
# Nicknames, spelling variants, landmarks: one line a name.
gazetteer: gazetteer.csv
# Raise the publish gate here if you like (it cannot be lowered): minimumPosts, minimumAuthors, minimumSources.
protection: {}
# Hosts on private addresses that may be collected all the same.
allowPrivateHosts: []
# What is asked for public posts. Example:
#   - id: local-news
#     kind: feed
#     name: Local news
#     url: https://news.example/rss.xml
sources: []
`;

const gazetteerCsv = 'area,name,language,kind\n';

const refuseUnlessFree = async (folder: string): Promise<void> => {
  const present = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new InputError('folder-not-usable', `expected ${folder} to be a folder or not to exist, got ${error.code}`, {
      cause: error,
    });
  });
  if (present.length > 0) {
    throw new InputError(
      'folder-not-empty',
      `expected ${folder} to be new or empty, but it holds ${present.slice(0, 3).join(', ')}${present.length > 3 ? ', …' : ''}`,
      {
        remedy: 'Choose another folder; nothing was written.',
      },
    );
  }
};

/**
 * Makes a city's folder: city.yaml, neighbourhoods.geojson (repaired and brought into Marsad's shape), gazetteer.csv and
 * the author key. Written aside and renamed, so that the folder appears whole or not at all.
 * @throws InputError when the folder is taken or the boundaries cannot be used
 */
export const scaffoldCity = async ({
  folder,
  boundaries,
  nameField,
}: ScaffoldRequest): Promise<{ neighbourhoods: number; warnings: string[] }> => {
  await refuseUnlessFree(folder);
  let areas: AreaCollection | undefined;
  let warnings: string[] = [];
  if (boundaries) {
    const loaded = loadAreas(parseJson(boundaries.text, boundaries.file), {
      file: boundaries.file,
      ...(nameField === undefined ? {} : { nameField }),
    });
    areas = loaded.areas;
    warnings = loaded.warnings;
  }
  await mkdir(dirname(folder), { recursive: true });
  const aside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await writeFile(join(aside, 'city.yaml'), cityYaml(idOf(folder), areas !== undefined));
    await writeFile(join(aside, 'gazetteer.csv'), gazetteerCsv);
    if (areas) await writeFile(join(aside, 'neighbourhoods.geojson'), `${JSON.stringify(areas)}\n`);
    await createAuthorKey(join(aside, 'author.key'));
    await rmdir(folder).catch(() => undefined);
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
  return { neighbourhoods: areas?.features.length ?? 0, warnings };
};
