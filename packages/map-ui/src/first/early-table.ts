import { foldName } from '../view/search-names.js';
import type { TableColumn, TableOrder } from '../view/sort-rows.js';
import { orderAfterPress, writeOrder } from '../view/table-order.js';

/** More rows than this are not written beforehand: a bad line would wait for them. */
export const MOST_ROWS_BEFOREHAND = 400;

/** What a table that was made beforehand needs to know in order to sort and search itself. */
export interface EarlyTable {
  columns: readonly TableColumn[];
  /** by column: the place of every row in its order (`rowRanks`) */
  ranks: readonly (readonly number[])[];
  /** of every row: its names in all languages and its id, folded (`foldName`), each in a line of its own */
  names: readonly string[];
  /** what is said of so many rows found, by plural category, `#` for the number; `none` where there is none */
  found: Readonly<Record<string, string>>;
}

/** What the table writes into the address, so that the living page goes on from there. */
interface EarlyAddress {
  query: () => string;
  replaceQuery: (query: string) => void;
}

const FIRST_ORDER: TableOrder = { column: 'name', descending: false };

/** Which comes first; −1 (no value) is last either way. */
const compareRanks = (a: number, b: number, descending: boolean): number => {
  if (a < 0 || b < 0) return a < 0 ? (b < 0 ? 0 : 1) : -1;
  return descending ? b - a : a - b;
};

/**
 * Makes the table of a first view answer before any script of the page has come: its columns sort and its search filters, as
 * in the living page, which finds order and search in the address. Does nothing where the table was written without its ranks.
 */
export const answerEarly = (mount: HTMLElement, address: EarlyAddress): void => {
  const panel = mount.querySelector<HTMLElement>('#figures[data-table]');
  const body = panel?.querySelector('tbody + tbody');
  if (!panel || !body) return;
  const { columns, ranks, names, found }: EarlyTable = JSON.parse(panel.dataset.table ?? '');
  const rows = [...body.querySelectorAll('tr')];
  const most = rows.filter((row) => !row.hidden).length;
  const heads = [...panel.querySelectorAll('thead th')];
  const search = panel.querySelector<HTMLInputElement>('input[type="search"]');
  const status = panel.querySelector('[role="status"]');
  const more = panel.querySelector<HTMLElement>('.more-rows');
  const plural = new Intl.PluralRules(document.documentElement.lang);
  let order = FIRST_ORDER;

  const draw = (): void => {
    const typed = search?.value ?? '';
    const words = foldName(typed).split(' ');
    const places = ranks[columns.indexOf(order.column)] ?? [];
    const byName = ranks[columns.indexOf('name')] ?? [];
    const matching = new Set(
      names.flatMap((of, row) =>
        of.split('\n').some((name) => words.every((word) => name.includes(word))) ? row : [],
      ),
    );
    const sorted = rows
      .map((_, row) => row)
      .sort(
        (a, b) =>
          compareRanks(places[a] ?? -1, places[b] ?? -1, order.descending) || (byName[a] ?? 0) - (byName[b] ?? 0),
      );
    let shown = 0;
    for (const at of sorted) {
      const row = rows[at];
      if (!row) continue;
      row.hidden = shown >= most || !matching.has(at);
      if (!row.hidden) shown += 1;
      body.append(row);
    }
    heads.forEach((head, at) => {
      if (columns[at] !== order.column) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', order.descending ? 'descending' : 'ascending');
    });
    const said = found[matching.size === 0 ? 'none' : plural.select(matching.size)] ?? '';
    if (status) status.textContent = typed.trim() === '' ? '' : said.replace('#', String(matching.size));
    if (more) more.hidden = typed.trim() !== '';

    const query = new URLSearchParams(address.query());
    query.set('lang', document.documentElement.lang);
    query.set('sort', writeOrder(order));
    query.set('find', typed);
    if (query.get('sort') === writeOrder(FIRST_ORDER)) query.delete('sort');
    if (typed === '') query.delete('find');
    address.replaceQuery(`?${query}`);
  };

  heads.forEach((head, at) => {
    const column = columns[at];
    const button = head.querySelector('button');
    if (column === undefined || button === null) return;
    button.disabled = false;
    button.addEventListener('click', () => {
      order = orderAfterPress(order, column);
      draw();
    });
  });
  if (search) {
    search.disabled = false;
    search.addEventListener('input', draw);
  }
};
