import type { AreaCollection, SnapshotFigures } from '@marsad/records';
import { blockTables } from './block-tables.js';
import { findingTables } from './finding-tables.js';
import { type Making, makingTables } from './making-tables.js';
import type { Table } from './table.js';

/** All tables of a snapshot, always the same ones in the same order, from what its JSON files say and nothing else. */
export const dataTables = (making: Making, areas: AreaCollection, figures: SnapshotFigures): Table[] => [
  ...blockTables(figures, areas),
  ...findingTables(figures),
  ...makingTables(making, areas),
];
