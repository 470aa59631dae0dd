import { memo } from 'react';
import { sayInterval, sayValue } from '../i18n/say-figures.js';
import { sayRange } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate, type Translator } from '../i18n/translator.js';
import { type KnownMark, liesIn } from '../known/known-marks.js';
import { sayEvent } from '../known/say-known.js';
import type { AreaClass } from '../view/classes.js';
import type { MatrixCell } from '../view/matrix.js';
import type { Palette } from '../view/palette.js';
import type { SortableRow } from '../view/sort-matrix.js';

/** A cell in words: the place, its weeks, its value and how sure that is, and what is known offline of them. */
export const sayCell = (
  translator: Translator,
  name: string,
  { weeks, figures, column, span }: MatrixCell,
  marks: readonly KnownMark[],
): string => {
  const value = sayValue(translator, figures);
  const interval = sayInterval(translator, figures.interval);
  const cell = translator.say('matrix.cell', {
    name: isolate(name),
    weeks: sayRange(translator, weeks),
    value: isolate(interval === '' ? value : `${value} (${interval})`),
  });
  const known = marks
    .filter((mark) => liesIn(mark, column, column + span - 1))
    .flatMap(({ events }) => events.map((event) => sayEvent(translator, event)));
  return known.length === 0 ? cell : translator.say('known.cell', { cell, known: known.join(' · ') });
};

interface Props {
  row: SortableRow;
  /** position among all rows, from 0 */
  index: number;
  palette: Palette;
  selected: boolean;
  /** what is known offline of the place */
  marks: readonly KnownMark[];
  /** position of the cell in the tab order: -1 is the name, null when it is in another row */
  reachable: number | null;
  /** a cell of this row is under the pointer or has the focus */
  onAt: (index: number, cell: MatrixCell) => void;
  /** a cell was chosen, or the name of the row (null) */
  onOpen: (index: number, cell: MatrixCell | null) => void;
}

/** One neighbourhood: its name, its share and change in the chosen weeks, and its groups of weeks as cells. */
export const MatrixRowLine = memo(({ row, index, palette, selected, marks, reachable, onAt, onOpen }: Props) => {
  const translator = useTranslator();
  const { percent, points } = translator;
  const { change, rate } = row;
  const clear = change !== null && change.direction !== 'no-clear-change';
  return (
    <tr
      className={selected ? 'matrix-row selected' : 'matrix-row'}
      aria-rowindex={index + 2}
      data-testid={`matrix-${row.area ?? 'city'}`}
    >
      <th scope="row" className="matrix-name">
        <button
          type="button"
          className="matrix-name-button"
          data-place={`${index}:-1`}
          aria-pressed={selected}
          tabIndex={reachable === -1 ? 0 : -1}
          onClick={() => onOpen(index, null)}
        >
          <bdi dir="auto">{row.name}</bdi>
        </button>
      </th>
      <td className="matrix-number">{rate === null ? '' : percent(rate)}</td>
      <td className={clear ? 'matrix-number clear' : 'matrix-number'}>{change === null ? '' : points(change.value)}</td>
      {row.cells.map((cell, position) => (
        <td
          key={cell.weeks.from}
          className="matrix-box"
          colSpan={cell.span}
          style={{ gridColumn: `${cell.column + 4} / span ${cell.span}` }}
        >
          <button
            type="button"
            className="matrix-cell"
            aria-label={sayCell(translator, row.name, cell, marks)}
            data-place={`${index}:${position}`}
            data-class={cell.figures.class}
            data-weeks={`${cell.weeks.from}..${cell.weeks.to}`}
            style={{ backgroundColor: (palette as Partial<Record<AreaClass, string>>)[cell.figures.class] }}
            tabIndex={reachable === position ? 0 : -1}
            onFocus={() => onAt(index, cell)}
            onPointerEnter={() => onAt(index, cell)}
            onClick={() => onOpen(index, cell)}
          />
        </td>
      ))}
      {marks.map((mark) => (
        <td
          key={mark.key}
          className={`matrix-known matrix-known-${mark.kind}`}
          aria-hidden="true"
          data-testid="matrix-known"
          style={{ gridColumn: `${mark.column + 4} / span ${mark.span}` }}
        />
      ))}
    </tr>
  );
});
