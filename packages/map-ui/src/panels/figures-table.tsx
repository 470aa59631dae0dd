import type { Area, SnapshotManifest } from '@marsad/records/snapshot';
import { max } from 'd3-array';
import { createContext, type KeyboardEvent, type MouseEvent, useContext, useMemo, useRef } from 'react';
import { sayCarries } from '../i18n/say-figures.js';
import { sayRange, sayRangeWithDates } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { questionOf, type View } from '../state/view.js';
import type { PageChange } from '../view/change.js';
import { correctionOf, type PageFigures } from '../view/figures.js';
import { paletteOf } from '../view/palette.js';
import { rowAfterKey } from '../view/row-after-key.js';
import { CHANGE_COLUMNS, columnsOfLevel, sortRows, type TableColumn, tableColumns } from '../view/sort-rows.js';
import { orderAfterPress } from '../view/table-order.js';
import { namedRows, tableRows } from '../view/table-rows.js';
import { ChangeCells } from './change-cells.js';
import { FigureCells } from './figure-cells.js';
import { NameSearch } from './name-search.js';
import { TableRow } from './table-row.js';

interface Props {
  manifest: SnapshotManifest;
  areas: readonly Area[];
  view: View;
  page: PageFigures;
  /** the changes while two periods are compared, else null */
  change: PageChange | null;
  onSelect: (areaId: string) => void;
  /** a row was chosen by click or Enter, not passed on the way with the arrow keys */
  onOpen: (areaId: string) => void;
  /** the order of the rows, or what is searched for */
  onChange: (change: Partial<View>) => void;
}

/** Rows of a long table before the reader asks for all of them. */
const ROWS_AT_FIRST = 200;

/** A table of no more rows than this is written whole, those beyond the first unseen: made beforehand, it sorts itself (`answerEarly`). */
export const RowsWrittenUnseen = createContext(0);

const COLUMN_CLASS: Partial<Record<TableColumn, string>> = {
  district: 'district',
  before: 'number',
  after: 'number',
  change: 'number',
  changeInterval: 'number',
  rate: 'number',
  interval: 'interval',
  versus: 'versus',
  own: 'number',
  flagged: 'number',
  posts: 'number',
  weeks: 'number',
};

/** The same figures for every neighbourhood: the equal of the map, and all there is without WebGL. */
export const FiguresTable = ({ manifest, areas, view, page, change, onSelect, onOpen, onChange }: Props) => {
  const translator = useTranslator();
  const { say, language, collator } = translator;
  const { sort: order, find: typed } = view;
  const written = useContext(RowsWrittenUnseen);
  const body = useRef<HTMLTableSectionElement>(null);
  // The words of thousands of rows cost more than their figures: they stay while the weeks move.
  const named = useMemo(
    () => namedRows(areas, manifest.city.districts, { language, collator }, typed),
    [areas, manifest, language, collator, typed],
  );
  const found = useMemo(
    () => sortRows(tableRows(named, page, change), order, collator),
    [named, page, change, order, collator],
  );

  // Thousands of rows would hold up every step of the map; the selected one is always among those shown.
  const rows = useMemo(
    () => (view.rows === 'all' ? found : found.filter((row, index) => index < ROWS_AT_FIRST || row.id === view.area)),
    [found, view.rows, view.area],
  );
  const unseen = found.length > written ? [] : found.slice(rows.length);
  const corrected = correctionOf(page).corrected !== null;
  const palette = paletteOf(view.signal);
  const { range } = questionOf(view, manifest.weeks);
  const carries = sayCarries(translator, view.signal, view.target);
  const end = Math.max(0.05, max([page.city, ...page.areas], (figures) => figures.interval?.high ?? 0) ?? 0);
  // One row is in the tab order: the selected one, else the first; the arrows reach the others.
  const reachable = rows.find((row) => row.id === view.area)?.id ?? rows[0]?.id;

  const headOf = (column: TableColumn): string => {
    if (column === 'flagged')
      return corrected ? say('table.column.modelFlags') : say('table.column.flagged', { carries });
    if (column === 'before')
      return say('table.column.before', { weeks: view.before ? sayRange(translator, view.before) : '' });
    if (column === 'after') return say('table.column.after', { weeks: range ? sayRange(translator, range) : '' });
    if (column === 'rate') return say(corrected ? 'table.column.corrected' : 'table.column.uncorrected');
    return say(`table.column.${column}`);
  };
  const sortBy = (column: TableColumn) => onChange({ sort: orderAfterPress(order, column) });
  // Asked here and not of every row, so that rows stay as they are.
  const openRow = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest('tr') : null;
    const id = row?.querySelector('button')?.dataset.area;
    if (id !== undefined) onOpen(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = rows.findIndex((row) => document.activeElement?.getAttribute('data-area') === row.id);
    if (focused < 0) return;
    const target = rowAfterKey(event.key, focused, rows.length);
    if (target === null) return;
    event.preventDefault();
    const next = rows[target];
    if (!next) return;
    onSelect(next.id);
    for (const button of body.current?.querySelectorAll<HTMLButtonElement>('button[data-area]') ?? []) {
      if (button.dataset.area === next.id) button.focus();
    }
  };

  return (
    <section className="table-panel" id="figures" tabIndex={-1}>
      <h2 id="table-title">{say('table.title')}</h2>
      <p className="note">{say('table.note')}</p>
      {areas.length > 0 && <NameSearch typed={typed} found={found.length} onType={(find) => onChange({ find })} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="table-scroll" tabIndex={0} aria-labelledby="table-title">
        <table className="figures">
          <caption className="figures-caption">
            {change && range && view.before
              ? say('table.captionChange', {
                  carries,
                  before: sayRangeWithDates(translator, view.before),
                  after: sayRangeWithDates(translator, range),
                })
              : range === null
                ? say('table.captionUndated', { carries })
                : say('table.caption', { carries, range: sayRangeWithDates(translator, range) })}{' '}
            <span className="visually-hidden">{say('table.keys')}</span>
          </caption>
          <thead>
            <tr>
              {columnsOfLevel(change ? CHANGE_COLUMNS : tableColumns(corrected), view.level).map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={COLUMN_CLASS[column]}
                  aria-sort={order.column !== column ? undefined : order.descending ? 'descending' : 'ascending'}
                >
                  <button type="button" className="sort" data-testid={`sort-${column}`} onClick={() => sortBy(column)}>
                    {headOf(column)}
                    <svg
                      className="sort-mark"
                      viewBox="0 0 8 12"
                      width="8"
                      height="12"
                      aria-hidden="true"
                      focusable="false"
                    >
                      <path className="sort-up" d="M4 0 8 5H0z" />
                      <path className="sort-down" d="M4 12 0 7h8z" />
                    </svg>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="city-row" data-testid="city-row">
              <th scope="row" className="city-name">
                {say('table.cityRow')}
              </th>
              {view.level === 'neighbourhoods' && <td className="district" />}
              {change ? (
                <ChangeCells change={change.city} />
              ) : (
                <FigureCells
                  figures={page.city}
                  palette={palette}
                  city={page.city.rate}
                  end={end}
                  corrected={corrected}
                />
              )}
            </tr>
          </tbody>
          <tbody ref={body} onKeyDown={onKeyDown} onClick={openRow}>
            {[...rows, ...unseen].map(({ id, name, district, figures, change: changed }, at) => (
              <TableRow
                key={id}
                id={id}
                name={name}
                district={view.level === 'neighbourhoods' ? district : null}
                figures={figures}
                change={changed}
                palette={palette}
                city={figures.rate === null ? null : page.city.rate}
                end={figures.rate === null ? 0 : end}
                corrected={corrected}
                selected={id === view.area}
                reachable={id === reachable}
                hidden={at >= rows.length}
              />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length < found.length && (
        <p className="more-rows">
          {say('table.firstRows', { shown: rows.length, found: found.length })}{' '}
          <button type="button" className="quiet" data-testid="all-rows" onClick={() => onChange({ rows: 'all' })}>
            {say('table.allRows', { found: found.length })}
          </button>
        </p>
      )}
    </section>
  );
};
