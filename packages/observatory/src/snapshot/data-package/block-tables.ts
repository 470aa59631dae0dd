import { type AreaCollection, type Block, SIGNALS, type SnapshotFigures, TARGETS } from '@marsad/records';
import { CATEGORIES } from './categories.js';
import { estimateCells, estimateFields } from './estimate-columns.js';
import { SILENCES, silenceOf } from './silences.js';
import type { Cell, Field, Table } from './table.js';

/** A block with its number and the level of its area. */
interface NumberedBlock {
  number: number;
  level: 'city' | 'district' | 'neighbourhood';
  block: Block;
}

/** The columns by which every row about a block says whose it is. */
const placeFields: readonly Field[] = [
  { name: 'block', type: 'integer', description: 'number of the block in this snapshot, as in blocks.csv' },
  { name: 'level', type: 'string', description: 'what kind of area it is', categories: CATEGORIES.level },
  { name: 'area', type: 'string', description: 'id of the neighbourhood or district; empty for the city' },
  {
    name: 'from_week',
    type: 'string',
    description: 'first ISO week of the block; empty: posts whose time is not known',
  },
  { name: 'to_week', type: 'string', description: 'last ISO week of the block' },
];

const placeCells = ({ number, level, block: { area, weeks } }: NumberedBlock): Cell[] => [
  number,
  level,
  area,
  weeks?.[0] ?? null,
  weeks?.[1] ?? null,
];

const ofBlocks = [{ field: 'block', table: 'blocks', of: 'block' }];

const numbered = ({ blocks, districts }: SnapshotFigures): NumberedBlock[] =>
  [
    ...blocks.map((block) => ({ level: block.area === null ? ('city' as const) : ('neighbourhood' as const), block })),
    ...(districts?.blocks ?? []).map((block) => ({ level: 'district' as const, block })),
  ].map((one, at) => ({ number: at + 1, ...one }));

const blocksTable = (all: readonly NumberedBlock[], areas: AreaCollection): Table => {
  const seen = new Set(all.map(({ block }) => block.area));
  const rows = all.map((one): Cell[] => {
    const { block } = one;
    if (block.status === 'suppressed') {
      const silence = silenceOf(block.reason);
      return [...placeCells(one), block.status, block.reason, silence, silence, silence, silence];
    }
    const { posts, copies, authors, sources } = block.figures;
    return [...placeCells(one), block.status, null, posts, copies, authors, sources];
  });
  const silent = areas.features.filter(({ id }) => !seen.has(id));
  const none = SILENCES.notCollected;
  return {
    name: 'blocks',
    title: 'Blocks',
    description: 'Every block of weeks of every area, shown or hidden, and the areas of which no post was collected.',
    fields: [
      ...placeFields,
      { name: 'status', type: 'string', description: 'whether it may be read', categories: CATEGORIES.status },
      { name: 'reason', type: 'string', description: 'the rule that hides it', categories: CATEGORIES.reason },
      { name: 'posts', type: 'integer', description: 'posts' },
      {
        name: 'copies',
        type: 'integer',
        description: 'reach: lightly changed copies, rounded to tens; in no other number',
      },
      { name: 'authors', type: 'integer', description: 'different authors' },
      { name: 'sources', type: 'integer', description: 'different sources' },
    ],
    primaryKey: ['block'],
    rows: [
      ...rows,
      ...silent.map(({ id }, at): Cell[] => [
        all.length + at + 1,
        'neighbourhood',
        id,
        null,
        null,
        'no-data',
        null,
        none,
        none,
        none,
        none,
      ]),
    ],
  };
};

const signalsTable = (all: readonly NumberedBlock[]): Table => ({
  name: 'signals',
  title: 'Posts by signal',
  description:
    'Posts of every block that carry a signal and enter the figures, as the classifier found them, uncorrected.',
  fields: [
    ...placeFields,
    { name: 'signal', type: 'string', description: 'what the posts do', categories: CATEGORIES.signal },
    { name: 'posts', type: 'integer', description: 'posts that carry it' },
  ],
  foreignKeys: ofBlocks,
  rows: all.flatMap((one) =>
    SIGNALS.map((signal): Cell[] => [
      ...placeCells(one),
      signal,
      one.block.status === 'shown' ? one.block.figures.flagged[signal] : silenceOf(one.block.reason),
    ]),
  ),
});

const targetsTable = (all: readonly NumberedBlock[]): Table => ({
  name: 'targets',
  title: 'Posts by signal and target',
  description: 'The same posts by whom they are about. Targets without a post have no row.',
  fields: [
    ...placeFields,
    { name: 'signal', type: 'string', description: 'what the posts do', categories: CATEGORIES.signal },
    { name: 'target', type: 'string', description: 'against (bridging: across) whom', categories: CATEGORIES.target },
    { name: 'posts', type: 'integer', description: 'posts' },
  ],
  foreignKeys: ofBlocks,
  rows: all.flatMap((one) => {
    const { block } = one;
    if (block.status !== 'shown') return [];
    return SIGNALS.flatMap((signal) =>
      TARGETS.flatMap((target): Cell[][] => {
        const posts = block.figures.targets[signal]?.[target];
        return posts === undefined ? [] : [[...placeCells(one), signal, target, posts]];
      }),
    );
  }),
});

const codesTable = (
  all: readonly NumberedBlock[],
  {
    list,
    column,
    title,
    field,
  }: {
    list: 'languages' | 'rungs' | 'stances' | 'severities';
    column: string;
    title: string;
    field: Omit<Field, 'name' | 'type'>;
  },
): Table => ({
  name: list,
  title,
  description: `${title}. Codes of too few posts are not told, so that the numbers may add up to less than the block's posts.`,
  fields: [
    ...placeFields,
    { name: column, type: 'string', ...field },
    { name: 'posts', type: 'integer', description: 'posts' },
  ],
  foreignKeys: ofBlocks,
  rows: all.flatMap((one) => {
    const { block } = one;
    if (block.status !== 'shown') return [];
    return Object.entries(block.figures[list] ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, posts]): Cell[] => [...placeCells(one), code, posts ?? null]);
  }),
});

const BY = { languages: 'language', rungs: 'rung' } as const;

const flaggedByTable = (all: readonly NumberedBlock[]): Table => ({
  name: 'flagged-by',
  title: 'Posts by signal and by language or rung',
  description:
    'Posts that carry a signal, of the languages and rungs that are told; the share of a language or rung is of its own posts, in languages.csv and rungs.csv.',
  fields: [
    ...placeFields,
    {
      name: 'counted',
      type: 'integer',
      description:
        "posts of the block when languages and rungs were counted; the block's posts, unless others came since",
    },
    { name: 'by', type: 'string', description: 'by what the posts are told apart', categories: CATEGORIES.codeList },
    { name: 'code', type: 'string', description: 'the language (ISO 639-3) or the rung' },
    { name: 'signal', type: 'string', description: 'what the posts do', categories: CATEGORIES.signal },
    { name: 'posts', type: 'integer', description: 'posts that carry it' },
  ],
  foreignKeys: ofBlocks,
  rows: all.flatMap((one) => {
    const { block } = one;
    if (block.status !== 'shown' || block.figures.flaggedBy === undefined) return [];
    const { flaggedBy } = block.figures;
    return (['languages', 'rungs'] as const).flatMap((list) =>
      Object.entries(flaggedBy[list])
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([code, flagged]) =>
          SIGNALS.map((signal): Cell[] => [
            ...placeCells(one),
            flaggedBy.posts,
            BY[list],
            code,
            signal,
            flagged?.[signal] ?? null,
          ]),
        ),
    );
  }),
});

const estimatesTable = (all: readonly NumberedBlock[], minor: number): Table => ({
  name: 'estimates',
  title: 'Corrected shares',
  description: "Shares of every shown block, corrected for the classifier's error, with 95 % intervals.",
  fields: [
    ...placeFields,
    { name: 'signal', type: 'string', description: 'what the posts do', categories: CATEGORIES.signal },
    ...estimateFields,
  ],
  foreignKeys: ofBlocks,
  rows: all.flatMap((one) => {
    const { block } = one;
    if (block.status !== 'shown') return [];
    return SIGNALS.flatMap((signal): Cell[][] => {
      const estimate = block.figures.estimates?.[signal];
      return estimate ? [[...placeCells(one), signal, ...estimateCells(estimate, minor)]] : [];
    });
  }),
});

const LANGUAGE = 'ISO 639-3 code of the language; und: it could not be told';

/** The minor version of the format that brought flagged posts by language and rung. */
const FLAGGED_BY_SINCE = 4;

/**
 * The tables of the counts in blocks, districts included.
 * @param minor of the format: what is derived of a released version never changes
 */
export const blockTables = (figures: SnapshotFigures, areas: AreaCollection, minor: number): Table[] => {
  const all = numbered(figures);
  return [
    blocksTable(all, areas),
    signalsTable(all),
    targetsTable(all),
    codesTable(all, {
      list: 'languages',
      column: 'language',
      title: 'Posts by language',
      field: { description: LANGUAGE },
    }),
    codesTable(all, {
      list: 'rungs',
      column: 'rung',
      title: 'Posts by how they were placed',
      field: { description: 'what says where the post belongs', categories: CATEGORIES.rung },
    }),
    codesTable(all, {
      list: 'stances',
      column: 'stance',
      title: 'Posts by stance',
      field: { description: 'how the text stands towards what it voices', categories: CATEGORIES.stance },
    }),
    codesTable(all, {
      list: 'severities',
      column: 'severity',
      title: 'Posts flagged with hate by severity',
      field: { description: 'severity of the form of hate', categories: CATEGORIES.severity },
    }),
    ...(minor >= FLAGGED_BY_SINCE ? [flaggedByTable(all)] : []),
    estimatesTable(all, minor),
  ];
};
