import type { AreaIndex } from '@marsad/observatory';
import { type Incident, type IncidentKind, InputError, incident, weekOf } from '@marsad/records';
import { csvLines } from './csv-text.js';
import type { Cells } from './kind.js';
import type { ReadEntries, ReadEntry } from './read-entries.js';

/** ACLED's event types in our coarser kinds. */
const KINDS: Readonly<Record<string, IncidentKind>> = {
  Battles: 'violence',
  'Explosions/Remote violence': 'violence',
  'Violence against civilians': 'violence',
  Protests: 'demonstration',
  Riots: 'clash',
  'Strategic developments': 'other',
};

const NEEDED = ['event_id_cnty', 'event_date', 'event_type', 'latitude', 'longitude'] as const;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The day of `2026-04-07`, `7 April 2026` or `07-April-2026` as ISO 8601; undefined for anything else. */
const dayOf = (written: string): string | undefined => {
  const named = /^(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})$/.exec(written);
  const month = MONTHS.indexOf((named?.[2] ?? '').toLowerCase()) + 1;
  const day = named
    ? `${named[3]}-${String(month).padStart(2, '0')}-${(named[1] ?? '').padStart(2, '0')}`
    : written.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
};

const incidentOf = (cells: Cells, areas: AreaIndex): Incident | string => {
  const day = dayOf(cells.event_date ?? '');
  if (day === undefined) return `event_date: expected a day such as 2026-04-07, got "${cells.event_date ?? ''}"`;
  if (cells.time_precision === '3') return 'time_precision: expected an event known to the week, got the month (3)';
  const [longitude, latitude] = [Number(cells.longitude || Number.NaN), Number(cells.latitude || Number.NaN)];
  const inside = Number.isFinite(longitude + latitude) ? areas.containing(longitude, latitude) : undefined;
  if (inside === undefined)
    return `latitude, longitude: expected a place in the city, got ${cells.latitude}, ${cells.longitude}`;
  // Precision 2 is a place near by, 3 a province: neither names a neighbourhood.
  const exact = (cells.geo_precision ?? '1') === '1';
  const type = cells.event_type ?? '';
  const more = cells.sub_event_type ?? '';
  const parsed = incident.safeParse({
    id: `acled-${(cells.event_id_cnty ?? '').toLowerCase()}`,
    kind: KINDS[type] ?? 'other',
    week: weekOf(`${day}T00:00:00Z`),
    area: exact ? inside : null,
    titles: { en: more === '' || more === type ? type : `${type}: ${more}` },
    source: { name: 'ACLED' },
    share: 'none',
    reshare: false,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`;
};

/**
 * The events of an ACLED export (CSV) that lie in the city. Their licence forbids passing them on: they come with
 * `reshare: false`, which no snapshot takes, and without actors and notes, which name people.
 * @throws InputError for a file without ACLED's columns
 */
export const acledIncidents = (text: string, file: string, areas: AreaIndex): ReadEntries<Incident> => {
  const lines = csvLines(text, file);
  const present = Object.keys(lines[0]?.cells ?? {});
  const missing = NEEDED.filter((column) => !present.includes(column));
  if (lines.length > 0 && missing.length > 0)
    throw new InputError(
      'bad-header',
      `${file}:1: expected ACLED's columns ${NEEDED.join(',')}, missing ${missing.join(', ')}`,
    );
  const entries: ReadEntry<Incident>[] = [];
  const problems: { line: number; message: string }[] = [];
  for (const { line, cells } of lines) {
    const made = incidentOf(cells, areas);
    if (typeof made === 'string') problems.push({ line, message: made });
    else entries.push({ line, entry: made });
  }
  return { entries, problems };
};
