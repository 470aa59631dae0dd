import type { Area, Block, SnapshotManifest } from '@marsad/records/snapshot';
import { weekStart, weeksBetween } from '@marsad/records/without-checks';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { sayCarries } from '../i18n/say-figures.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { type KnownMark, marksByRow } from '../known/known-marks.js';
import { eventsOf } from '../known/known-of-place.js';
import { useKnown } from '../known/known-provider.js';
import type { View } from '../state/view.js';
import type { PageFigures } from '../view/figures.js';
import { cellsOf, changeWithin, type MatrixCell } from '../view/matrix.js';
import { cellAt, type MatrixPlace, matrixStep } from '../view/matrix-step.js';
import { nameIn } from '../view/names.js';
import { paletteOf } from '../view/palette.js';
import { MATRIX_ORDERS, type SortableRow, sortMatrix } from '../view/sort-matrix.js';
import { visibleRows } from '../view/visible-rows.js';
import { weekTicks } from '../view/week-ticks.js';
import { Legend } from './legend.js';
import { MatrixRowLine, sayCell } from './matrix-row.js';

interface Props {
  manifest: SnapshotManifest;
  areas: readonly Area[];
  /** all neighbourhoods, whatever the level: what is known offline names them */
  neighbourhoods: readonly Area[];
  blocks: ReadonlyMap<string | null, readonly Block[]>;
  view: View;
  page: PageFigures;
  /** where the focus stood when the reader went to the map */
  start: MatrixStart | null;
  onChange: (change: Partial<View>) => void;
  /** opens a cell on the map */
  onOpen: (area: string | null, cell: MatrixCell) => void;
}

/** An area and a week of it. */
export interface MatrixStart {
  area: string | null;
  week: string;
}

/** Pixels, as in matrix.css. */
const ROW_HEIGHT = 30;
/** Height assumed until the real one is measured; more than any screen shows. */
const FIRST_HEIGHT = 1200;
/** Written weeks that fit above the columns. */
const TICKS = 8;

/** Of rows of which nothing is known: one list for all, so that they are not drawn anew. */
const NO_MARKS: readonly KnownMark[] = [];

/** Neighbourhoods × weeks in the classes of the map: where, and since when, at one look. */
export const WeekMatrix = ({ manifest, areas, neighbourhoods, blocks, view, page, start, onChange, onOpen }: Props) => {
  const translator = useTranslator();
  const { say, language, collator, direction, day } = translator;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState({ top: 0, height: FIRST_HEIGHT });
  const { signal, target, from, to, order } = view;
  const weeks = useMemo(() => (manifest.weeks === null ? [] : weeksBetween(...manifest.weeks)), [manifest]);
  // The cells do not depend on the chosen weeks: playing through them leaves thousands of cells as they are.
  const cells = useMemo(
    () =>
      new Map(
        [null, ...areas.map((area) => area.id)].map((area) => [
          area,
          cellsOf(area, blocks.get(area) ?? [], { signal, target }, weeks),
        ]),
      ),
    [areas, blocks, signal, target, weeks],
  );
  const known = useKnown();
  const marks = useMemo(
    () => marksByRow(eventsOf(known), weeks, view.level, neighbourhoods),
    [known, weeks, view.level, neighbourhoods],
  );
  const names = useMemo(
    () => new Map(areas.map(({ id: area, properties }) => [area, nameIn(properties.names, language, area).text])),
    [areas, language],
  );
  // Nor do their courses, which are compared each with each.
  const byCourse = useMemo(() => {
    if (order !== 'course') return null;
    const still = [...names].map(([area, name]) => ({
      area,
      name,
      cells: cells.get(area) ?? [],
      change: null,
      rate: null,
    }));
    return sortMatrix(still, order, weeks.length, collator).map(({ area }) => area);
  }, [names, cells, order, weeks, collator]);
  const rows = useMemo(() => {
    if (from === null || to === null) return [];
    const rowOf = (area: string | null): SortableRow => {
      const own = cells.get(area) ?? [];
      const name = area === null ? say('table.cityRow') : (names.get(area) ?? area);
      const figures = area === null ? page.city : page.byArea.get(area);
      return { area, name, cells: own, change: changeWithin(own, { from, to }), rate: figures?.rate ?? null };
    };
    const ordered = byCourse?.map(rowOf) ?? sortMatrix([...names.keys()].map(rowOf), order, weeks.length, collator);
    return [rowOf(null), ...ordered];
  }, [names, cells, byCourse, order, weeks, collator, from, to, page, say]);
  const [place, setPlace] = useState<MatrixPlace>(() => {
    const row = start === null ? -1 : rows.findIndex((one) => one.area === start.area);
    return row < 0 ? { row: 0, week: weeks[0] ?? null } : { row, week: start?.week ?? null };
  });
  const [read, setRead] = useState<{ row: SortableRow; cell: MatrixCell } | null>(null);
  const wantsFocus = useRef(start !== null);
  const current = useRef({ rows, onOpen, onChange });
  useEffect(() => {
    current.current = { rows, onOpen, onChange };
  });

  // A row that is far away is drawn only once it has been scrolled to; the focus follows it there.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const box = scroller.current;
    const top = (place.row + 1) * ROW_HEIGHT;
    if (box && (top < box.scrollTop + ROW_HEIGHT || top + ROW_HEIGHT > box.scrollTop + box.clientHeight)) {
      box.scrollTop = top - box.clientHeight / 2;
    }
    const found = box?.querySelector<HTMLElement>(
      `[data-place="${place.row}:${cellAt(current.current.rows[place.row], place.week)}"]`,
    );
    if (!found) return;
    wantsFocus.current = false;
    found.focus();
  });

  const onAt = useCallback((index: number, cell: MatrixCell) => {
    const row = current.current.rows[index];
    if (row) setRead({ row, cell });
  }, []);
  const open = useCallback((index: number, cell: MatrixCell | null) => {
    const row = current.current.rows[index];
    if (!row) return;
    setPlace({ row: index, week: cell?.weeks.from ?? null });
    if (cell) current.current.onOpen(row.area, cell);
    else current.current.onChange({ area: row.area });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = document.activeElement?.getAttribute('data-place')?.split(':').map(Number);
    const [row, position] = focused ?? [];
    if (row === undefined || position === undefined) return;
    const week = rows[row]?.cells[position]?.weeks.from ?? null;
    // Within one cell the week that the keyboard came from is kept, so that up and down do not drift.
    const kept = place.row === row && cellAt(rows[row], place.week) === position ? place.week : week;
    const next = matrixStep(event.key, { row, week: kept }, rows, direction);
    if (next === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    setPlace(next);
  };

  if (from === null || to === null) return <p className="map-missing">{say('controls.noWeeks')}</p>;
  const { first, end } = visibleRows(rows.length, ROW_HEIGHT, scrolled.top, scrolled.height);
  const drawn = rows.slice(first, end);
  const reachable = place.row < first || place.row >= end ? { row: first, week: null } : place;
  const chosen = { column: weeks.indexOf(from), span: weeks.indexOf(to) - weeks.indexOf(from) + 1 };
  const palette = paletteOf(signal);
  return (
    <section className="matrix-panel" aria-labelledby={`${id}-title`} data-testid="matrix">
      <div className="matrix-head">
        <h2 className="visually-hidden" id={`${id}-title`}>
          {say('matrix.title')}
        </h2>
        <p className="note">{say('matrix.note')}</p>
        <label className="matrix-order">
          <span>{say('matrix.order')}</span>
          <select
            data-testid="matrix-order"
            value={order}
            onChange={(event) => {
              const chosenOrder = MATRIX_ORDERS.find((one) => one === event.target.value);
              if (chosenOrder) onChange({ order: chosenOrder });
            }}
          >
            {MATRIX_ORDERS.map((one) => (
              <option key={one} value={one}>
                {say(`matrix.order.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div
        className="matrix-scroll"
        ref={scroller}
        onScroll={({ currentTarget }) =>
          setScrolled({ top: currentTarget.scrollTop, height: Math.max(FIRST_HEIGHT, currentTarget.clientHeight) })
        }
      >
        <table
          className="matrix"
          aria-rowcount={rows.length + 1}
          style={{ '--weeks': weeks.length } as React.CSSProperties}
        >
          <caption className="visually-hidden">
            {say('legend.title', { carries: sayCarries(translator, signal, target) })} {say('matrix.keys')}
          </caption>
          <thead>
            <tr className="matrix-row matrix-header" aria-rowindex={1}>
              <th scope="col" className="matrix-name">
                {say('table.column.name')}
              </th>
              <th scope="col" className="matrix-number">
                {say('table.column.rate')}
              </th>
              <th scope="col" className="matrix-number">
                {say('matrix.column.change')}
              </th>
              {weekTicks(weeks, TICKS).map(({ week, column }, index, ticks) => {
                const next = ticks[index + 1]?.column ?? weeks.length;
                return (
                  <th
                    key={week}
                    scope="colgroup"
                    className="matrix-week"
                    colSpan={next - column}
                    style={{ gridColumn: `${column + 4} / ${next + 4}` }}
                  >
                    <span>{say('week.number', { week: String(Number(week.slice(6))) })}</span>
                    <span>{isolate(day(weekStart(week), 'day-month'))}</span>
                  </th>
                );
              })}
              <td
                className="matrix-chosen"
                aria-hidden="true"
                style={{ gridColumn: `${chosen.column + 4} / span ${chosen.span}` }}
              />
            </tr>
          </thead>
          <tbody
            style={{ paddingBlock: `${first * ROW_HEIGHT}px ${(rows.length - end) * ROW_HEIGHT}px` }}
            onKeyDown={onKeyDown}
          >
            {drawn.map((row, offset) => {
              const index = first + offset;
              return (
                <MatrixRowLine
                  key={row.area ?? ''}
                  row={row}
                  index={index}
                  palette={palette}
                  selected={row.area === view.area}
                  marks={marks.get(row.area) ?? NO_MARKS}
                  reachable={index === reachable.row ? cellAt(row, reachable.week) : null}
                  onAt={onAt}
                  onOpen={open}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="matrix-readout" aria-hidden="true" data-testid="matrix-readout">
        {read === null
          ? say('matrix.readout')
          : sayCell(translator, read.row.name, read.cell, marks.get(read.row.area) ?? NO_MARKS)}
      </p>
      {marks.size > 0 && (
        <p className="note matrix-note" data-testid="matrix-known-note">
          {say('known.matrixNote')} {say('known.caution')}
        </p>
      )}
      <p className="note matrix-note">{say('matrix.changeNote')}</p>
      <Legend signal={signal} target={target} page={page} />
    </section>
  );
};
