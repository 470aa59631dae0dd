import type { AreaCollection, SnapshotFigures } from '@marsad/records';
import { blockTables } from './block-tables.js';
import { findingTables } from './finding-tables.js';
import { type Making, makingTables } from './making-tables.js';
import type { Table } from './table.js';

const minorOf = ({ format }: Making): number => Number(format.version.split('.')[1]);

/** All tables of a snapshot, always the same ones of a format in the same order, from what its JSON files say and nothing else. */
export const dataTables = (making: Making, areas: AreaCollection, figures: SnapshotFigures): Table[] => [
  ...blockTables(figures, areas, minorOf(making)),
  ...findingTables(figures, minorOf(making)),
  ...makingTables(making, areas),
];
