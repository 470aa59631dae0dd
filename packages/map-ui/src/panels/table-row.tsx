import { memo } from 'react';
import type { AreaChange } from '../view/change.js';
import type { AreaFigures } from '../view/figures.js';
import type { Palette } from '../view/palette.js';
import { sameInTable } from '../view/same-figures.js';
import { ChangeCells } from './change-cells.js';
import { FigureCells } from './figure-cells.js';

interface Props {
  id: string;
  name: string;
  /** null where the table has no such column */
  district: string | null;
  figures: AreaFigures;
  /** while two periods are compared, else null */
  change: AreaChange | null;
  palette: Palette;
  /** share of the city, and the share at the far end of the plot */
  city: number | null;
  end: number;
  /** the table has columns of corrected shares */
  corrected: boolean;
  selected: boolean;
  /** by the key that leads from part to part of a page; the arrows reach the others */
  reachable: boolean;
  hidden: boolean;
}

const sameProps = (before: Props, after: Props): boolean =>
  Object.entries(after).every(([name, value]) => name === 'figures' || before[name as keyof Props] === value) &&
  sameInTable(before.figures, after.figures);

/** One neighbourhood of the table. Made anew only where what it shows has changed: most rows stay from one week to the next. */
export const TableRow = memo(function TableRow({
  id,
  name,
  district,
  figures,
  change,
  palette,
  city,
  end,
  corrected,
  selected,
  reachable,
  hidden,
}: Props) {
  return (
    <tr data-testid={`row-${id}`} hidden={hidden} className={selected ? 'selected' : undefined}>
      <th scope="row">
        <button type="button" className="row-name" data-area={id} aria-pressed={selected} tabIndex={reachable ? 0 : -1}>
          <bdi dir="auto">{name}</bdi>
        </button>
      </th>
      {district !== null && (
        <td className="district">
          <bdi dir="auto">{district}</bdi>
        </td>
      )}
      {change ? (
        <ChangeCells change={change} />
      ) : (
        <FigureCells figures={figures} palette={palette} city={city} end={end} corrected={corrected} />
      )}
    </tr>
  );
}, sameProps);
