import type { Area, InterfaceLanguage, Names } from '@marsad/records/snapshot';
import type { PageChange } from './change.js';
import type { PageFigures } from './figures.js';
import { nameIn } from './names.js';
import { namesMatch } from './search-names.js';
import type { TableRow } from './sort-rows.js';

/** A row of the table before it has figures. */
export interface NamedRow {
  id: string;
  name: string;
  district: string;
}

/** The areas that match what was typed, with their words, in the order of names: rows that are in order already are sorted soon. */
export const namedRows = (
  areas: readonly Area[],
  districts: Readonly<Record<string, Names>>,
  { language, collator }: { language: InterfaceLanguage; collator: Intl.Collator },
  typed: string,
): NamedRow[] =>
  areas
    .flatMap(({ id, properties: { names, district } }) => {
      if (!namesMatch(names, id, typed)) return [];
      const districtNames = district === null ? undefined : districts[district];
      return [
        {
          id,
          name: nameIn(names, language, id).text,
          district: nameIn(districtNames, language, district ?? '').text,
        },
      ];
    })
    .sort((a, b) => collator.compare(a.name, b.name));

/** The named rows with their figures, and with their changes where two periods are compared. */
export const tableRows = (
  named: readonly NamedRow[],
  page: PageFigures,
  change: PageChange | null,
): (TableRow & NamedRow)[] =>
  named.flatMap((row) => {
    const figures = page.byArea.get(row.id);
    return figures ? [{ ...row, figures, change: change?.byArea.get(row.id) ?? null }] : [];
  });
