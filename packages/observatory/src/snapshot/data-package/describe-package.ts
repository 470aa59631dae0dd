import {
  type CityProfile,
  type Names,
  PACKAGE_FILES,
  SNAPSHOT_FILES,
  type SnapshotAreas,
  type SnapshotFigures,
  type SnapshotManifest,
  sha256,
  type Tier,
} from '@marsad/records';
import { canonicalJson } from '../canonical-json.js';
import { tierOf, tierOfFiles } from '../trust/tier-of-files.js';
import { dataTables } from './data-tables.js';
import { MISSING_VALUES } from './silences.js';
import { type Table, tablePath } from './table.js';

const PROFILES = 'https://datapackage.org/profiles/2.0';

type Files = ReadonlyMap<string, Uint8Array>;

const nameIn = (names: Names): string => names.en ?? names.fr ?? names.ar ?? '';

/** What the files are that are no tables, by path; narrower tiers, which grow with their own formats, by kind alone. */
const TITLES: Readonly<Record<string, string>> = {
  [SNAPSHOT_FILES.manifest]: 'Manifest: what this is, how it was made, and the hash of every public file',
  [SNAPSHOT_FILES.areas]: 'Outlines of the neighbourhoods',
  [PACKAGE_FILES.topology]: 'Outlines of the neighbourhoods, with borders that neighbours share',
  [SNAPSHOT_FILES.figures]: 'Figures, as the observatory reads them',
  [PACKAGE_FILES.profile]: 'The city: names, contact, framework of prevention, programmes and resources',
  [PACKAGE_FILES.method]: 'Method',
  [PACKAGE_FILES.modelCard]: 'Card of the model that found the signals',
};

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  geojson: 'application/geo+json',
  topojson: 'application/json',
  md: 'text/markdown',
};

const schemaOf = ({ fields, primaryKey, foreignKeys }: Table): object => ({
  $schema: `${PROFILES}/tableschema.json`,
  fields: fields.map(({ name, type, description, categories }) => ({
    name,
    type,
    description,
    ...(categories && { categories }),
  })),
  missingValues: MISSING_VALUES,
  ...(primaryKey && { primaryKey }),
  ...(foreignKeys && {
    foreignKeys: foreignKeys.map(({ field, table, of }) => ({
      fields: [field],
      reference: { resource: table, fields: [of] },
    })),
  }),
});

const resourceOf = (path: string, bytes: Uint8Array, tables: ReadonlyMap<string, Table>): object => {
  const table = tables.get(path);
  const format = path.slice(path.lastIndexOf('.') + 1);
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: table?.name ?? path.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase(),
    path,
    title: table?.title ?? TITLES[path] ?? path,
    ...(table && { type: 'table', description: table.description, schema: schemaOf(table) }),
    format,
    mediatype: MEDIA[format] ?? 'application/octet-stream',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${sha256(bytes)}`,
    tier: tierOf(path),
  };
};

const contributorOf = (names: Names, contact: CityProfile['contact']): object => ({
  title: contact ? nameIn(contact.office) : nameIn(names),
  organization: nameIn(names),
  roles: ['creator', 'contact'],
  ...(contact?.email !== undefined && { email: contact.email }),
  ...(contact?.url !== undefined && { path: contact.url }),
});

/** What `datapackage.json` is made of. */
export interface Described {
  manifest: SnapshotManifest;
  areas: SnapshotAreas;
  figures: SnapshotFigures;
  profile: CityProfile;
}

/** Files that manifests list, and the manifests themselves: what a city says. Signatures and what hubs add are no data. */
const isData = (path: string, listed: ReadonlySet<string>): boolean =>
  listed.has(path) || /^(?:partner\/|restricted\/)?manifest\.json$/.test(path);

/**
 * `datapackage.json`: the files at hand as a Data Package, version 2 of the standard. Made of the other files alone, so that a
 * copy of a lower tier has its own, and a reader makes it anew and compares. Signatures, keys and what hubs add do not enter.
 * @param listed paths that the manifests list
 */
export const dataPackageBytes = (
  files: Files,
  { manifest, areas, figures, profile }: Described,
  listed: ReadonlySet<string>,
): Uint8Array => {
  const { city, weeks, sources, format } = manifest;
  const tables = new Map(dataTables(manifest, areas, figures).map((table) => [tablePath(table), table]));
  const { licence } = profile;
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    name: `marsad-${city.id}`,
    title: `${nameIn(city.names)}: hateful, extremist and bridging speech by neighbourhood${weeks === null ? '' : `, ${weeks[0]} to ${weeks[1]}`}`,
    description:
      'Figures of public posts that passed a publish gate: no text, author or address of any post is in it. Read method.md before comparing.',
    keywords: ['hate speech', 'extremism', 'social cohesion', 'neighbourhoods', 'prevention'],
    format: { name: format.name, version: format.version },
    tier: tierOfFiles(files) satisfies Tier,
    languages: city.languages,
    ...(city.fictional && { fictional: true }),
    contributors: [contributorOf(city.names, profile.contact)],
    ...(licence && {
      licenses: [
        {
          name: licence.name,
          ...(licence.title !== undefined && { title: licence.title }),
          ...(licence.url !== undefined && { path: licence.url }),
        },
      ],
    }),
    ...(sources.length > 0 && { sources: sources.map(({ name }) => ({ title: name })) }),
    resources: [...files]
      .filter(([path]) => isData(path, listed))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, bytes]) => resourceOf(path, bytes, tables)),
  };
  return new TextEncoder().encode(`${canonicalJson(descriptor, 2)}\n`);
};
