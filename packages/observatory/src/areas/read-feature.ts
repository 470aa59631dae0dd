import { InputError, type Names, type Position } from '@marsad/records';
import { cutAtDateLine } from './cut-at-date-line.js';
import { findFaults } from './find-faults.js';
import type { ForeignSystem } from './formats/reference-system.js';
import { namesOf } from './name-areas.js';
import { type AreaProblem, faultProblem } from './problems.js';
import { type AreaFields, populationOf, textOf } from './read-fields.js';
import { outsideWgs84, type Parts, readGeometry } from './read-geometry.js';
import { NOTHING_REPAIRED, type Repairs, RingError, repairRings } from './repair-rings.js';
import { shown } from './shown.js';

/** One feature of a file, read and mended. */
export interface ReadFeature {
  /** file and feature, for messages */
  where: string;
  /** its place in its file, from 1 */
  number: number;
  properties: Readonly<Record<string, unknown>>;
  id: unknown;
  names: Names;
  parent: string | undefined;
  population: number | null;
  parts: Parts;
  repairs: Repairs;
  warnings: string[];
  /** what makes it unfit; its parts are then only good for a picture */
  problems: AreaProblem[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The error as a problem of the feature, with the outline as far as it could be read. */
const asProblem = (error: unknown, where: string, parts: Parts, position?: Position): AreaProblem => {
  if (!(error instanceof InputError)) throw error;
  return { where, error, position, outlines: [parts] };
};

/**
 * Reads one feature: names, parent, population, and its outline, mended where no guess is needed and looked at for what
 * cannot be mended. Nothing is thrown: what is wrong stands in `problems`.
 * @param crs foreign reference system that the file declares
 */
export const readFeature = (
  feature: unknown,
  { file, at, crs, fields }: { file: string; at: number; crs: ForeignSystem | undefined; fields: AreaFields },
): ReadFeature => {
  const { id, properties, geometry } = isObject(feature) ? feature : {};
  const own = isObject(properties) ? properties : {};
  const ownId = fields.id === undefined ? id : textOf(own[fields.id]);
  const called = ownId ?? own.name ?? own[fields.name?.plain ?? fields.name?.en ?? fields.name?.fr ?? ''];
  const label = typeof called === 'string' || typeof called === 'number' ? ` (${String(called).slice(0, 100)})` : '';
  const where = `${file}: feature ${at}${label}`;
  const read: ReadFeature = {
    where,
    number: at,
    properties: own,
    id: ownId,
    names: {},
    parent: textOf(own[fields.parent ?? 'district']),
    population: null,
    parts: [],
    repairs: { ...NOTHING_REPAIRED },
    warnings: [],
    problems: [],
  };
  if (fields.id !== undefined && ownId === undefined)
    read.problems.push(
      asProblem(new InputError('no-id', `${where}: expected an id in \`${fields.id}\`, got none`), where, []),
    );
  try {
    read.names = namesOf(own, fields.name, where);
  } catch (error) {
    read.problems.push(asProblem(error, where, []));
  }
  const population = populationOf(own[fields.population ?? 'population']);
  if (population === 'unreadable') {
    const got = shown(own[fields.population ?? 'population']);
    read.warnings.push(`${where}: population is left out: expected a whole number, got ${got}`);
  } else read.population = population;
  try {
    read.parts = readGeometry(geometry, where);
    const cut = cutAtDateLine(read.parts);
    if (cut) {
      read.repairs.cutAtDateLine = cut.length;
      read.parts = cut;
    }
    const outside = outsideWgs84(read.parts, where, crs);
    if (outside) read.problems.push(asProblem(outside.error, where, read.parts, outside.position));
    else {
      read.parts = repairRings(read.parts, read.repairs, where);
      read.problems.push(...findFaults(read.parts, where).map((fault) => faultProblem(fault, where, read.parts)));
    }
  } catch (error) {
    const position = error instanceof RingError ? error.position : read.parts[0]?.[0]?.[0];
    read.problems.push(asProblem(error, where, read.parts, position));
  }
  return read;
};
