import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type AreaCollection, InputError, type Names } from '@marsad/records';
import { createAuthorKey } from './author-key.js';
import { districtsYaml } from './districts-yaml.js';

export interface ScaffoldRequest {
  /** absolute path */
  folder: string;
  /** neighbourhoods that have been checked, and the names of their districts by id */
  boundaries?: { areas: AreaCollection; districts: ReadonlyMap<string, Names> };
}

/** The id a folder's name suggests. */
const idOf = (folder: string): string =>
  basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'my-city';

const cityYaml = (
  id: string,
  boundaries: ScaffoldRequest['boundaries'],
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
# GeoJSON polygons of the neighbourhoods, WGS 84.${boundaries ? '' : ' Put the file there before the first run.'}
boundaries: neighbourhoods.geojson
${boundaries && boundaries.districts.size > 0 ? `${districtsYaml(Object.fromEntries(boundaries.districts)).join('\n')}\n` : ''}# Nicknames, spelling variants, landmarks: one line a name.
gazetteer: gazetteer.csv
# What the city says of itself to those it shares snapshots with; docs/configuration.md lists all of it:
# profile: { contact: { office: { en: Office for social cohesion } }, licence: { name: CC-BY-4.0 } }
# What people know offline, one file for each kind (docs/field-notes.md):
# context: { incidents: incidents.csv, interventions: interventions.csv, notes: notes.jsonl, narratives: narratives.jsonl }
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
 * Makes a city's folder: city.yaml, neighbourhoods.geojson, gazetteer.csv and
 * the author key. Written aside and renamed, so that the folder appears whole or not at all.
 * @throws InputError when the folder is taken
 */
export const scaffoldCity = async ({ folder, boundaries }: ScaffoldRequest): Promise<void> => {
  await refuseUnlessFree(folder);
  await mkdir(dirname(folder), { recursive: true });
  const aside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await writeFile(join(aside, 'city.yaml'), cityYaml(idOf(folder), boundaries));
    await writeFile(join(aside, 'gazetteer.csv'), gazetteerCsv);
    if (boundaries) await writeFile(join(aside, 'neighbourhoods.geojson'), `${JSON.stringify(boundaries.areas)}\n`);
    await createAuthorKey(join(aside, 'author.key'));
    await rmdir(folder).catch(() => undefined);
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
};
