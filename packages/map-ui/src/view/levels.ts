import type { Area, Block, Findings, OverallEstimate } from '@marsad/records/snapshot';
import { dissolve } from '../map/dissolve.js';
import type { LoadedSnapshot } from '../snapshot/load.js';
import { indexBlocks } from './index-blocks.js';

/** What the places of the page are. */
const LEVELS = ['neighbourhoods', 'districts', 'city'] as const;
export type Level = (typeof LEVELS)[number];

/** The places of one level, as all that shows figures takes them. */
export interface LevelPlaces {
  /** those that map and pictures draw: at the level of the city, the city itself */
  areas: readonly Area[];
  /** those that lists name beside the city: none at the level of the city */
  listed: readonly Area[];
  /** blocks by area (null is the city), in order of time */
  index: ReadonlyMap<string | null, readonly Block[]>;
  /** overall estimates by area */
  overall: ReadonlyMap<string | null, OverallEstimate>;
}

/** The levels of which a snapshot tells figures; districts only where it tells of any. */
export const levelsOf = ({ findings }: Pick<LoadedSnapshot, 'findings'>): Level[] =>
  LEVELS.filter((level) => level !== 'districts' || (findings.districts?.blocks.length ?? 0) > 0);

/** Ids of the districts that neighbourhoods lie in, sorted. */
export const districtIds = (areas: readonly Area[]): string[] =>
  [...new Set(areas.flatMap(({ properties: { district } }) => district ?? []))].sort();

/**
 * Ids of the neighbourhoods that a place of a level is or holds: what is known offline names neighbourhoods, whatever the
 * level. Null for the city (null), which holds them all.
 */
export const neighbourhoodsIn = (
  neighbourhoods: readonly Area[],
  level: Level,
  place: string | null,
): readonly string[] | null => {
  if (place === null) return null;
  return level === 'districts'
    ? neighbourhoods.filter(({ properties }) => properties.district === place).map(({ id }) => id)
    : [place];
};

/** Several areas as one, with the sum of their populations where all are known. */
const joined = (id: string, names: Area['properties']['names'], areas: readonly Area[]): Area => {
  const known = areas.flatMap(({ properties: { population } }) => population ?? []);
  const population = known.length === areas.length ? known.reduce((sum, one) => sum + one, 0) : null;
  return {
    type: 'Feature',
    id,
    properties: { names, district: null, population },
    geometry: dissolve(areas.map(({ geometry }) => geometry)),
  };
};

/** What is said beyond single blocks, of a level: clusters and changes of neighbourhoods are not those of districts. */
export const findingsOfLevel = (findings: Findings, level: Level): Findings => {
  if (level === 'neighbourhoods') return findings;
  const { clusters: _, changes, ...rest } = findings;
  return { ...rest, ...(changes && { changes: changes.filter(({ area }) => area === null) }) };
};

const byArea = (overall: readonly OverallEstimate[]): Map<string | null, OverallEstimate> =>
  new Map(overall.map((one) => [one.area, one]));

/** The places of a level of a snapshot, with their blocks; those of the city are in every one. */
export const placesOfLevel = ({ manifest, areas, blocks, findings }: LoadedSnapshot, level: Level): LevelPlaces => {
  const { city } = manifest;
  const overall = findings.overall ?? [];
  if (level === 'districts') {
    const { districts } = findings;
    const ofCity = blocks.filter(({ area }) => area === null);
    const outlines = districtIds(areas).map((id) =>
      joined(
        id,
        city.districts[id] ?? {},
        areas.filter(({ properties }) => properties.district === id),
      ),
    );
    return {
      areas: outlines,
      listed: outlines,
      index: indexBlocks([...ofCity, ...(districts?.blocks ?? [])]),
      overall: byArea([...overall.filter(({ area }) => area === null), ...(districts?.overall ?? [])]),
    };
  }
  const index = indexBlocks(blocks);
  if (level === 'neighbourhoods') return { areas, listed: areas, index, overall: byArea(overall) };
  const own = index.get(null) ?? [];
  return {
    areas: [joined(city.id, city.names, areas)],
    listed: [],
    // The same list under both names: figures know the city by it.
    index: new Map([
      [null, own],
      [city.id, own],
    ]),
    overall: byArea(overall.filter(({ area }) => area === null)),
  };
};
