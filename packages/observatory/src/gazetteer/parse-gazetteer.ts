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

/**
 * Reads `gazetteer.csv`: header `area,name,language,kind`, one name a line. `language` and `kind` may be empty; a fifth
 * column `origin` says where a name comes from.
 * @throws InputError naming file and line: a missing column, an unknown area, a name without letters
 */
export const parseGazetteer = (
  csvText: string,
  { file, areas }: { file: string; areas: AreaCollection },
): GazetteerEntry[] => {
  const [header, ...rows] = csvRows(csvText, file);
  const missing = COLUMNS.filter((column) => !header?.cells.includes(column));
  if (!header || missing.length > 0)
    throw new InputError(
      'bad-header',
      `${file}:1: expected the columns ${COLUMNS.join(',')}, missing ${missing.join(', ')}`,
    );
  const known = new Set(areas.features.map(({ id }) => id));
  return rows.map(({ line, cells }) => {
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
    if (!known.has(area))
      throw new InputError('unknown-area', `${file}:${line}: area: expected the id of a neighbourhood, got ${area}`, {
        remedy: `The boundaries have these: ${[...known].sort().slice(0, 20).join(', ')}${known.size > 20 ? ' …' : ''}`,
      });
    return {
      areaId: area,
      names: [name],
      ...(kind && { kind }),
      ...(language && { language }),
      ...(origin && { origin }),
    };
  });
};
