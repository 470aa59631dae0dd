import { type AreaCollection, INTERFACE_LANGUAGES, type SnapshotManifest } from '@marsad/records';
import { CATEGORIES } from './categories.js';
import type { Cell, Table } from './table.js';

/** What of a manifest the tables are made of: all but the list of files, which the tables stand in themselves. */
export type Making = Pick<SnapshotManifest, 'sources' | 'counts' | 'city' | 'format'>;

const inOrder = (counts: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));

const areasTable = (areas: AreaCollection, { city }: Making): Table => ({
  name: 'areas',
  title: 'Areas',
  description: 'Names of the neighbourhoods and districts; their outlines are in areas.geojson and areas.topojson.',
  fields: [
    { name: 'area', type: 'string', description: 'id, as in every other table' },
    { name: 'level', type: 'string', description: 'what kind of area it is', categories: CATEGORIES.level },
    { name: 'district', type: 'string', description: 'id of the district that it lies in' },
    { name: 'population', type: 'integer', description: 'inhabitants' },
    ...INTERFACE_LANGUAGES.map((language) => ({
      name: `name_${language}`,
      type: 'string' as const,
      description: `name in the language ${language}`,
    })),
  ],
  rows: [
    ...areas.features.map(({ id, properties: { names, district, population } }): Cell[] => [
      id,
      'neighbourhood',
      district,
      population,
      ...INTERFACE_LANGUAGES.map((language) => names[language] ?? null),
    ]),
    ...Object.entries(city.districts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, names]): Cell[] => [
        id,
        'district',
        null,
        null,
        ...INTERFACE_LANGUAGES.map((language) => names[language] ?? null),
      ]),
  ],
});

/** The tables of how the figures came to be: areas, sources with their gaps, and what was left out. */
export const makingTables = (making: Making, areas: AreaCollection): Table[] => [
  areasTable(areas, making),
  {
    name: 'sources',
    title: 'Sources',
    description: 'Where the posts come from.',
    fields: [
      { name: 'source', type: 'string', description: 'id of the source' },
      { name: 'name', type: 'string', description: 'what it is called' },
      { name: 'kind', type: 'string', description: 'how it is read' },
    ],
    primaryKey: ['source'],
    rows: making.sources.map(({ id, name, kind }) => [id, name, kind]),
  },
  {
    name: 'source-events',
    title: 'Gaps and changes of sources',
    description: 'What changed how much a source can say, so that a trend does not take a new feed for new hate.',
    fields: [
      { name: 'source', type: 'string', description: 'id of the source' },
      { name: 'event', type: 'string', description: 'what happened', categories: CATEGORIES.event },
      { name: 'week', type: 'string', description: 'ISO week; empty where it is not known' },
    ],
    foreignKeys: [{ field: 'source', table: 'sources', of: 'source' }],
    rows: making.sources.flatMap(({ id, events }) => events.map(({ kind, week }): Cell[] => [id, kind, week])),
  },
  {
    name: 'drop-counts',
    title: 'What was left out',
    description: 'Where everything ended that was read, by reason.',
    fields: [
      { name: 'stage', type: 'string', description: 'what is counted', categories: CATEGORIES.stage },
      { name: 'outcome', type: 'string', description: 'where it ended, or why it was left out' },
      { name: 'count', type: 'integer', description: 'how many' },
    ],
    primaryKey: ['stage', 'outcome'],
    rows: [
      ...inOrder(making.counts.documentsLeftOut).map(([reason, of]): Cell[] => ['document', reason, of]),
      ...inOrder(making.counts.itemsLeftOut).map(([reason, of]): Cell[] => ['item', reason, of]),
      ...inOrder(making.counts.outcomes).map(([outcome, of]): Cell[] => ['post', outcome, of]),
    ],
  },
];
