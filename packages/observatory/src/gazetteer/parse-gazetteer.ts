import { type AreaCollection, InputError } from '@marsad/records';
import { z } from 'zod';
import { csvRows } from './csv-rows.js';
import { type GazetteerEntry, NAME_KINDS } from './entry.js';

const COLUMNS = ['area', 'name', 'language', 'kind'] as const;

const row = z.object({
  area: z.string().min(1, 'expected the id of an area'),
  name: z.string().regex(/\p{L}/u, 'expected a name with letters'),
  language: z.union([z.literal(''), z.string().regex(/^[a-z]{3}$/, 'expected an ISO 639-3 code such as ara')]),
  kind: z.union([z.literal(''), z.enum(NAME_KINDS)], `expected one of ${NAME_KINDS.join(', ')}`),
});

/** An error names so many lines. */
const MOST_LINES = 5;
/** And so many areas that a line may have instead. */
const MOST_AREAS = 20;

/** A line whose area the boundaries lack, as happens when the areas of a city are replaced. */
export interface StrayLine {
  /** 1 for the first line of the file */
  line: number;
  area: string;
  name: string;
}

const strayError = (file: string, stray: readonly StrayLine[], known: ReadonlySet<string>): InputError => {
  const lines = stray
    .slice(0, MOST_LINES)
    .map(({ line, area }) => `${file}:${line}: area: expected the id of a neighbourhood, got ${area}`);
  const more = stray.length - lines.length;
  const one = stray.length === 1;
  const message = [
    ...(one ? [] : [`${file}: ${stray.length} lines name an area that the boundaries lack`]),
    ...lines,
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n');
  const some = `${[...known].sort().slice(0, MOST_AREAS).join(', ')}${known.size > MOST_AREAS ? ' …' : ''}`;
  return new InputError('unknown-area', message, {
    remedy: `Give ${one ? 'this line' : 'these lines'} one of the areas that the boundaries have (${some}) by hand, or run \`marsad gazetteer build -c city.yaml --drop-unknown\`, which leaves ${one ? 'it' : 'them'} out and says how many.`,
  });
};

/**
 * Reads `gazetteer.csv`: header `area,name,language,kind`, one name a line. `language` and `kind` may be empty; a fifth
 * column `origin` says where a name comes from.
 * @param request.dropStray takes the lines whose area the boundaries lack, which are left out then; an error when absent
 * @throws InputError naming file and line: a missing column, an unknown area, a name without letters
 */
export const parseGazetteer = (
  csvText: string,
  request: { file: string; areas: AreaCollection; dropStray?: (stray: StrayLine) => void },
): GazetteerEntry[] => {
  const { file, areas, dropStray } = request;
  const [header, ...rows] = csvRows(csvText, file);
  const missing = COLUMNS.filter((column) => !header?.cells.includes(column));
  if (!header || missing.length > 0)
    throw new InputError(
      'bad-header',
      `${file}:1: expected the columns ${COLUMNS.join(',')}, missing ${missing.join(', ')}`,
    );
  const known = new Set(areas.features.map(({ id }) => id));
  const stray: StrayLine[] = [];
  const entries = rows.flatMap(({ line, cells }): GazetteerEntry[] => {
    const value = Object.fromEntries(COLUMNS.map((column) => [column, cells[header.cells.indexOf(column)] ?? '']));
    const parsed = row.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const column = String(issue?.path[0] ?? '');
      throw new InputError(
        'bad-name',
        `${file}:${line}: ${column}: ${issue?.message ?? ''}, got ${JSON.stringify(value[column])}`,
      );
    }
    const { area, name, language, kind } = parsed.data;
    const origin = cells[header.cells.indexOf('origin')];
    if (!known.has(area)) {
      stray.push({ line, area, name });
      return [];
    }
    return [
      {
        areaId: area,
        names: [name],
        ...(kind && { kind }),
        ...(language && { language }),
        ...(origin && { origin }),
      },
    ];
  });
  if (stray.length > 0 && dropStray === undefined) throw strayError(file, stray, known);
  for (const one of stray) dropStray?.(one);
  return entries;
};
