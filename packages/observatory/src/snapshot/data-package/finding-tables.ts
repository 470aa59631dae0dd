import { type OverallEstimate, SIGNALS, type SnapshotFigures } from '@marsad/records';
import { CATEGORIES } from './categories.js';
import { estimateCells, estimateFields } from './estimate-columns.js';
import type { Cell, Field, Table } from './table.js';

const signalField: Field = {
  name: 'signal',
  type: 'string',
  description: 'what the posts do',
  categories: CATEGORIES.signal,
};
const areaField: Field = { name: 'area', type: 'string', description: 'id of the area; empty for the city' };

const overallRows = (level: string | undefined, list: readonly OverallEstimate[], minor: number): Cell[][] =>
  list.flatMap(({ area, posts, estimates }) =>
    SIGNALS.flatMap((signal): Cell[][] => {
      const estimate = estimates[signal];
      const of = level ?? (area === null ? 'city' : 'neighbourhood');
      return estimate ? [[of, area, posts, signal, ...estimateCells(estimate, minor)]] : [];
    }),
  );

/**
 * The tables of what is said beyond single blocks; without rows where nothing could be said.
 * @param minor of the format: what is derived of a released version never changes
 */
export const findingTables = (
  { overall = [], clusters = {}, panel, changes = [], surges = [], districts }: SnapshotFigures,
  minor: number,
): Table[] => [
  {
    name: 'overall',
    title: 'Corrected shares over all weeks',
    description: 'Shares of all shown blocks of an area together, in one comparison with the city.',
    fields: [
      { name: 'level', type: 'string', description: 'what kind of area it is', categories: CATEGORIES.level },
      areaField,
      { name: 'posts', type: 'integer', description: 'posts of those blocks' },
      signalField,
      ...estimateFields,
    ],
    rows: [...overallRows(undefined, overall, minor), ...overallRows('district', districts?.overall ?? [], minor)],
  },
  {
    name: 'clusters',
    title: 'Clusters of areas',
    description: "Local Moran's I and Gi* of the corrected shares over all weeks, by permutation.",
    fields: [
      signalField,
      areaField,
      { name: 'moran_i', type: 'number', description: "local Moran's I" },
      { name: 'moran_p', type: 'number', description: 'its p-value' },
      {
        name: 'quadrant',
        type: 'string',
        description: 'the area against its neighbours',
        categories: CATEGORIES.quadrant,
      },
      { name: 'hot_z', type: 'number', description: 'Gi*' },
      { name: 'hot_p', type: 'number', description: 'its p-value' },
      {
        name: 'found',
        type: 'string',
        description: 'what stands under false-discovery control',
        categories: CATEGORIES.found,
      },
      { name: 'permutations', type: 'integer', description: 'number of shufflings' },
      { name: 'seed', type: 'integer', description: 'seed of the shufflings' },
    ],
    primaryKey: ['signal', 'area'],
    rows: SIGNALS.flatMap((signal) => {
      const found = clusters[signal];
      if (!found) return [];
      return found.areas.map(({ area, moran, hotSpot, found: stands }): Cell[] => [
        signal,
        area,
        moran.i,
        moran.p,
        moran.quadrant,
        hotSpot.z,
        hotSpot.p,
        stands,
        found.permutations,
        found.seed,
      ]);
    }),
  },
  {
    name: 'panel',
    title: 'The city on constant sources',
    description: 'Uncorrected shares of the city on the sources that were there all the time.',
    fields: [
      { name: 'from_week', type: 'string', description: 'first ISO week' },
      { name: 'to_week', type: 'string', description: 'last ISO week' },
      signalField,
      { name: 'share', type: 'number', description: 'share of the posts of those sources' },
      { name: 'sources', type: 'integer', description: 'sources of the panel' },
      { name: 'of_sources', type: 'integer', description: 'of all sources' },
    ],
    primaryKey: ['from_week', 'signal'],
    rows: (panel?.blocks ?? []).flatMap(({ weeks, shares }) =>
      SIGNALS.flatMap((signal): Cell[][] => {
        const share = shares[signal];
        return share === undefined ? [] : [[...weeks, signal, share, panel?.sources ?? null, panel?.of ?? null]];
      }),
    ),
  },
  {
    name: 'changes',
    title: 'New levels',
    description: 'First weeks in which the uncorrected share of an area moved to another level.',
    fields: [
      areaField,
      signalField,
      { name: 'series', type: 'string', description: 'which series moved', categories: CATEGORIES.series },
      { name: 'week', type: 'string', description: 'first ISO week of the new level' },
    ],
    rows: changes.flatMap(({ area, signal, series, weeks }) =>
      weeks.map((week): Cell[] => [area, signal, series, week]),
    ),
  },
  {
    name: 'surges',
    title: 'Surges',
    description: 'Weeks in which flagged posts of the city began to run at twice the usual, new sources aside.',
    fields: [signalField, { name: 'week', type: 'string', description: 'ISO week in which it began' }],
    primaryKey: ['signal', 'week'],
    rows: surges.flatMap(({ signal, weeks }) => weeks.map((week): Cell[] => [signal, week])),
  },
];
