import type { TableColumn, TableOrder } from './sort-rows.js';

/** Columns of words: they begin with their first letter, all others with the highest number. */
const WORDS: readonly TableColumn[] = ['name', 'district'];

/** The order after the head of a column was pressed: the other way round where the rows are in its order already. */
export const orderAfterPress = ({ column: before, descending }: TableOrder, column: TableColumn): TableOrder => ({
  column,
  descending: before === column ? !descending : !WORDS.includes(column),
});

/** The order as it is written in an address: a column, with `-` before it where the highest comes first. */
export const writeOrder = ({ column, descending }: TableOrder): string => `${descending ? '-' : ''}${column}`;
