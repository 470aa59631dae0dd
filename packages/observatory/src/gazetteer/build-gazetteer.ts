import { type AreaCollection, InputError } from '@marsad/records';
import { z } from 'zod';
import { indexAreas } from '../areas/index-areas.js';
import { type GazetteerEntry, gazetteerFrom } from './entry.js';
import { openGazetteer } from './open-gazetteer.js';
import { wordsOf } from './words.js';

/** One name of a built gazetteer. */
export interface GazetteerRow {
  area: string;
  name: string;
  /** ISO 639-3, or empty */
  language: string;
  /** empty: judged by its words, see `GazetteerEntry.kind` */
  kind: string;
  /** where the name comes from: `boundaries`, or a file and the id it has there */
  origin: string;
}

export interface BuiltGazetteer {
  /** by area, then by name */
  rows: GazetteerRow[];
  /** places of the JSON Lines that were left out, by reason */
  leftOut: Record<string, number>;
}

/** A place as Who's On First describes it, cut to what is needed. */
const place = z.object({
  id: z.union([z.number(), z.string()]),
  name: z.string(),
  type: z.string().optional(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  names: z.record(z.string(), z.array(z.string())).nullish(),
});

type Place = z.infer<typeof place>;

/** The origin of the areas' own names. */
const FROM_BOUNDARIES = 'boundaries';

/** Larger than a neighbourhood: such a place is the area itself or nothing, as its point says little. */
const LARGE = new Set(['county', 'localadmin', 'region', 'macroregion', 'macrocounty', 'country']);
const LONGEST_NAME = 80;

const spelled = (name: string): string =>
  wordsOf(name)
    .map(({ folded }) => folded)
    .join(' ');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reads one line of JSON Lines. */
const readPlace = (line: string, where: string): Place => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InputError('not-json', `${where}: expected JSON, got ${(cause as Error).message}`, { cause });
  }
  const parsed = place.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError('bad-place', `${where}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, {
    remedy: 'Expected lines with id, name, lat, lon and names, as in Who’s On First extracts.',
  });
};

/**
 * Gathers the names by which people mean a city's areas: the boundaries' own, listed ones, and places whose point lies in
 * an area. A name that an area has already, spelling aside, is not taken again; a line that states a kind keeps its name
 * before all, then the first origin in this order.
 * Names of the city itself are left out, and so is a place that is called as another area is.
 * @param request.listed names out of CSV files, each with its origin
 * @param request.places texts of JSON Lines with the names of their files
 * @param request.cityNames names of the city itself
 * @throws InputError naming file and line of what is no place
 */
export const buildGazetteer = (request: {
  areas: AreaCollection;
  listed: readonly GazetteerEntry[];
  places: readonly { file: string; text: string }[];
  cityNames: readonly string[];
}): BuiltGazetteer => {
  const { areas, listed, places, cityNames } = request;
  const rows: GazetteerRow[] = [];
  const seen = new Set<string>();
  const add = (area: string, name: string, language: string, kind: string, origin: string): void => {
    const tidy = name.normalize('NFC').replace(/\s+/g, ' ').trim();
    const key = `${area} ${spelled(tidy)}`;
    // An `ambiguous` line beside a plain one says how the name is to be read, so both are kept.
    const again = kind === 'ambiguous' ? `${key} ambiguous` : key;
    if (!/\p{L}/u.test(tidy) || tidy.length > LONGEST_NAME || seen.has(again)) return;
    seen.add(again);
    rows.push({ area, name: tidy, language, kind, origin });
  };
  // Lines that an earlier build took from the boundaries are theirs to give again, or not.
  const kept = listed.filter(({ origin }) => origin !== FROM_BOUNDARIES);
  const addListed = ({ areaId, names, language, kind, origin = 'csv' }: GazetteerEntry): void => {
    for (const name of names) add(areaId, name, language ?? '', kind ?? '', origin);
  };
  // What somebody said of a name must not be lost to the same name without a word about it.
  for (const entry of kept) if (entry.kind !== undefined) addListed(entry);
  for (const { areaId, names, language } of gazetteerFrom(areas))
    for (const name of names) add(areaId, name, language ?? '', '', FROM_BOUNDARIES);
  for (const entry of kept) if (entry.kind === undefined) addListed(entry);

  const leftOut = new Map<string, number>();
  const city = new Set(cityNames.map(spelled));
  const { containing } = indexAreas(areas);
  const called = openGazetteer(gazetteerFrom(areas));
  /** Whether a name is another area's, as its point then lies where it should not. */
  const isAnothers = (name: string, area: string): boolean => {
    const bearers = [
      ...called.areasNamed(name),
      ...called.findMentions(name, { doubtful: true }).map(({ areaId }) => areaId),
    ];
    return bearers.length > 0 && !bearers.includes(area);
  };
  /** Takes the names of one place, or says why not. */
  const take = (found: Place, file: string): string | undefined => {
    const area = containing(found.lon, found.lat);
    if (area === undefined) return 'outside all areas';
    const named = Object.entries(found.names ?? {})
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([code, names]) =>
        names.map((name) => ({ name, language: /^[a-z]{3}$/.test(code) && code !== 'und' ? code : '' })),
      );
    const all = [{ name: found.name, language: '' }, ...named];
    if (all.some(({ name }) => city.has(spelled(name)))) return 'the city itself';
    if (all.some(({ name }) => isAnothers(name, area))) return 'called as another area is';
    if (LARGE.has(found.type ?? '') && !all.some(({ name }) => called.areasNamed(name).includes(area)))
      return 'larger than an area';
    // The languages are stated for the names in `names`, so they come before the main name.
    for (const { name, language } of [...named, ...all]) add(area, name, language, '', `${file}#${found.id}`);
    return undefined;
  };
  for (const { file, text } of places)
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (line.trim() === '') continue;
      const why = take(readPlace(line, `${file}:${index + 1}`), file);
      if (why !== undefined) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
    }
  rows.sort(
    (a, b) =>
      compare(a.area, b.area) ||
      compare(a.name, b.name) ||
      compare(a.language, b.language) ||
      compare(a.kind, b.kind) ||
      compare(a.origin, b.origin),
  );
  return { rows, leftOut: Object.fromEntries([...leftOut].sort(([a], [b]) => compare(a, b))) };
};

const cell = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows as `gazetteer.csv`, the way it is read again. */
export const gazetteerCsv = (rows: readonly GazetteerRow[]): string =>
  [
    'area,name,language,kind,origin',
    ...rows.map(({ area, name, language, kind, origin }) => [area, name, language, kind, origin].map(cell).join(',')),
    '',
  ].join('\n');
