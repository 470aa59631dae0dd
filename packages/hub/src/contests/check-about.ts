import { type Contest, InputError, type Names, type SnapshotAreas, type SnapshotManifest } from '@marsad/records';
import { readHeld } from '../held/package-folder.js';
import { readVersions } from '../ledger/rows/versions.js';
import type { Hub } from '../open-hub.js';
import { parseSnapshot } from '../receive/parse-snapshot.js';

/** Names of the places that a city tells figures of, by id: its neighbourhoods, then its districts. */
export const placesOf = (manifest: SnapshotManifest, areas: SnapshotAreas): Map<string, Names> =>
  new Map([
    ...Object.entries(manifest.city.districts),
    ...areas.features.map(({ id, properties }): [string, Names] => [id, properties.names]),
  ]);

const listed = (names: readonly (readonly [string, string | undefined])[]): string =>
  names.map(([id, name]) => (name === undefined ? id : `${id} (${name})`)).join(', ');

const checkCell = (
  { area, weeks }: Extract<Contest['about'], { kind: 'cell' }>,
  manifest: SnapshotManifest,
  areas: SnapshotAreas,
): void => {
  const places = placesOf(manifest, areas);
  const city = manifest.city.id;
  if (area !== null && !places.has(area))
    throw new InputError(
      'no-such-area',
      `contest: expected a neighbourhood or district of ${city}, or "city", got "${area}"`,
      {
        remedy: `There are: ${listed([...places].map(([id, names]) => [id, names.en ?? names.fr ?? names.ar]))}.`,
      },
    );
  if (weeks === null) return;
  const [first, last] = weeks;
  if (first > last)
    throw new InputError('no-such-weeks', `contest: expected weeks in their order, got ${first}..${last}`, {
      remedy: `Say them as ${last}..${first}.`,
    });
  const told = manifest.weeks;
  if (told !== null && told[0] <= first && last <= told[1]) return;
  throw new InputError(
    'no-such-weeks',
    `contest: expected weeks that the snapshot of ${city} tells, got ${[...new Set(weeks)].join('..')}`,
    { remedy: told === null ? 'It tells no week; leave --weeks out.' : `It tells ${told[0]} to ${told[1]}.` },
  );
};

/**
 * Checks that a contest is about something that the city's snapshot holds: one of its neighbourhoods, districts, weeks or sources.
 * Terms cannot be checked, since lexicons need not be in a snapshot; nor can anything as long as no snapshot is held.
 * @throws {InputError} naming what there is
 */
export const checkAbout = async (hub: Hub, city: string, about: Contest['about']): Promise<void> => {
  if (about.kind === 'term') return;
  const held = (await readVersions(hub.db, city)).find(({ state }) => state === 'held');
  if (!held) return;
  const { manifest, areas } = parseSnapshot(await readHeld(hub.folder, held.package));
  if (about.kind === 'cell') checkCell(about, manifest, areas);
  else if (manifest.sources.every(({ id }) => id !== about.source))
    throw new InputError('no-such-source', `contest: expected a source of ${city}, got "${about.source}"`, {
      remedy: `There are: ${listed(manifest.sources.map(({ id, name }) => [id, name]))}.`,
    });
};
