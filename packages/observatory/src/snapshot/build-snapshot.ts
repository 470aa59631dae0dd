import {
  type AreaCollection,
  type Block,
  type Findings,
  InputError,
  type IsoWeek,
  type ProtectionRules,
  SNAPSHOT_FILES,
  SNAPSHOT_FORMAT,
  type SnapshotManifest,
  sha256,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
} from '@marsad/records';
import { rulesFrom } from '../protect/rules.js';
import { byArea } from '../tally/tally-posts.js';
import { canonicalJson } from './canonical-json.js';
import { blockProblems, tellingBlocks } from './check-blocks.js';
import { districtProblems } from './check-districts.js';
import { findingProblems } from './check-findings.js';
import { coarseCounts } from './coarse-counts.js';
import { MANIFEST_SUM, manifestSum } from './manifest-sum.js';

/** Path within the folder → bytes. */
export type SnapshotBytes = ReadonlyMap<string, Uint8Array>;

export interface SnapshotParts {
  city: SnapshotManifest['city'];
  areas: AreaCollection;
  blocks: readonly Block[];
  /** what is said beyond single blocks (`findingsOf`) */
  findings?: Findings;
  model: SnapshotManifest['model'];
  /** what the city raised; the floor holds for the rest */
  rules: Partial<ProtectionRules>;
  sources: SnapshotManifest['sources'];
  counts: SnapshotManifest['counts'];
  /** of a merged snapshot */
  mergedFrom?: SnapshotManifest['mergedFrom'];
}

const byWeeks = (a: Block['weeks'], b: Block['weeks']): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a[0] < b[0] ? -1 : 1;
};

/** One item a line, so that two snapshots can be compared line by line. */
const linesOf = (items: readonly unknown[]): string => items.map((item) => canonicalJson(item)).join(',\n');

/** Findings as further fields of the figures, a line for each list's item where it has many. */
const findingLines = ({ overall, clusters, panel, changes, districts }: Findings): string => {
  const list = (name: string, items: readonly unknown[] | undefined): string =>
    items === undefined ? '' : `,\n"${name}":[\n${linesOf(items)}\n]`;
  const one = (name: string, value: unknown): string =>
    value === undefined ? '' : `,\n"${name}":${canonicalJson(value)}`;
  const signals = Object.entries(clusters ?? {}).map(
    ([signal, { areas, ...how }]) => `"${signal}":{${canonicalJson(how).slice(1, -1)},"areas":[\n${linesOf(areas)}\n]}`,
  );
  return [
    list('overall', overall),
    clusters === undefined ? '' : `,\n"clusters":{${signals.join(',\n')}}`,
    one('panel', panel),
    list('changes', changes),
    districts === undefined
      ? ''
      : `,\n"districts":{"blocks":[\n${linesOf(districts.blocks)}\n]${list('overall', districts.overall)}}`,
  ].join('');
};

/** From the first to the last week that the blocks of the city as a whole cover. */
const weeksOf = (blocks: readonly Block[]): [IsoWeek, IsoWeek] | null => {
  const weeks = blocks.flatMap(({ weeks }) => (weeks === null ? [] : weeks)).sort();
  const [first] = weeks;
  const last = weeks.at(-1);
  return first !== undefined && last !== undefined ? [first, last] : null;
};

/**
 * What happened outside the weeks of the snapshot moves none of its trends, and would make the bytes depend on when the
 * program ran. (`added` is dated by posts.)
 */
const eventsInside = (
  events: SnapshotManifest['sources'][number]['events'],
  weeks: [IsoWeek, IsoWeek] | null,
): SnapshotManifest['sources'][number]['events'] =>
  events.filter(
    ({ kind, week }) => kind === 'added' || (week !== null && weeks !== null && weeks[0] <= week && week <= weeks[1]),
  );

/**
 * The files of a snapshot, in memory: areas, the blocks that passed the gate, and a manifest that holds the hash of
 * both. The same parts give the same bytes on every machine, in whatever order areas, blocks and sources come.
 * @throws InputError for a block that breaks the gate, overlaps another or names an unknown area
 */
export const buildSnapshot = (parts: SnapshotParts): SnapshotBytes => {
  const rules = rulesFrom(parts.rules);
  const areas = snapshotAreas.parse(parts.areas);
  areas.features.sort((a, b) => byArea(a.id, b.id));
  const { blocks, ...findings } = snapshotFigures.parse({ blocks: parts.blocks, ...parts.findings });
  const inOrder = (a: Block, b: Block): number => byArea(a.area, b.area) || byWeeks(a.weeks, b.weeks);
  blocks.sort(inOrder);
  findings.districts?.blocks.sort(inOrder);
  const weeks = weeksOf(blocks);
  const problems = [
    ...blockProblems(blocks, { rules, weeks, areas: new Set(areas.features.map(({ id }) => id)) }),
    ...tellingBlocks(blocks, rules),
    ...findingProblems(blocks, findings),
    ...districtProblems(blocks, findings, { rules, weeks, areas }),
  ];
  if (problems.length > 0)
    throw new InputError('unfit-blocks', `snapshot: ${problems.join('; ')}`, {
      remedy: 'Run `marsad tally` again with the rules and boundaries as they are now.',
    });

  const encoder = new TextEncoder();
  const version = areas.version === undefined ? '' : `"version":${JSON.stringify(areas.version)},`;
  const files = new Map<string, Uint8Array>([
    [
      SNAPSHOT_FILES.areas,
      encoder.encode(`{"type":"FeatureCollection",${version}"features":[\n${linesOf(areas.features)}\n]}\n`),
    ],
    [SNAPSHOT_FILES.figures, encoder.encode(`{"blocks":[\n${linesOf(blocks)}\n]${findingLines(findings)}}\n`)],
  ]);
  const manifest = snapshotManifest.parse({
    format: SNAPSHOT_FORMAT,
    city: { ...parts.city, languages: [...parts.city.languages].sort() },
    weeks,
    model: parts.model,
    rules,
    sources: parts.sources
      .map((source) => ({ ...source, events: eventsInside(source.events, weeks) }))
      .sort((a, b) => byArea(a.id, b.id)),
    counts: coarseCounts(parts.counts),
    ...(parts.mergedFrom && { mergedFrom: parts.mergedFrom }),
    files: [...files]
      .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }))
      .sort((a, b) => byArea(a.path, b.path)),
  });
  const manifestBytes = encoder.encode(`${canonicalJson(manifest, 2)}\n`);
  files.set(SNAPSHOT_FILES.manifest, manifestBytes);
  files.set(MANIFEST_SUM, encoder.encode(manifestSum(manifestBytes)));
  return files;
};
