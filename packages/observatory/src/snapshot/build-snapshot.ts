import {
  type AreaCollection,
  type Block,
  type CityProfile,
  cityProfile,
  type Findings,
  InputError,
  type IsoWeek,
  PACKAGE_FILES,
  type ProtectionRules,
  type ReviewSample,
  reviewSample,
  SNAPSHOT_FILES,
  SNAPSHOT_FORMAT,
  type SnapshotManifest,
  snapshotAreas,
  snapshotFigures,
  snapshotManifest,
  type Tier,
} from '@marsad/records';
import { rulesFrom } from '../protect/rules.js';
import { byArea } from '../tally/tally-posts.js';
import { canonicalJson } from './canonical-json.js';
import { blockProblems, tellingBlocks } from './check-blocks.js';
import { districtProblems } from './check-districts.js';
import { findingProblems, tellingSurges } from './check-findings.js';
import { coarseCounts } from './coarse-counts.js';
import { type CityContext, contextFiles } from './context/context-files.js';
import { derivedFiles } from './derived-files.js';
import { fileEntries } from './file-entries.js';
import { LEXICONS } from './known-files.js';
import { MANIFEST_SUM, manifestSum } from './manifest-sum.js';
import { tierOf } from './trust/tier-of-files.js';
import { withDataPackage } from './with-data-package.js';
import { withTiers } from './with-tiers.js';

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
  contests?: SnapshotManifest['contests'];
  /** what the city says of itself; its names and languages when absent */
  profile?: CityProfile;
  /** text of the model's card */
  modelCard?: string;
  /** what people know offline; each entry goes into the tier that it may be told in */
  context?: CityContext;
  /** which posts people labelled; restricted */
  reviewSample?: ReviewSample;
  /** lexicon files of the city's own, by file name; restricted */
  lexicons?: ReadonlyMap<string, Uint8Array>;
  /** the narrowest tier that is made; public when absent */
  tier?: Tier;
}

const byWeeks = (a: Block['weeks'], b: Block['weeks']): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a[0] < b[0] ? -1 : 1;
};

/** One item a line, so that two snapshots can be compared line by line. */
const linesOf = (items: readonly unknown[]): string => items.map((item) => canonicalJson(item)).join(',\n');

/** Findings as further fields of the figures, a line for each list's item where it has many. */
const findingLines = ({ overall, clusters, panel, changes, surges, districts }: Findings): string => {
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
    list('surges', surges),
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

/** The files of narrower circles and those that people wrote, each under the path that says its tier. */
const writtenFiles = (
  { city, profile, modelCard, context, reviewSample: sample, lexicons = new Map() }: SnapshotParts,
  weeks: [IsoWeek, IsoWeek] | null,
): Map<string, Uint8Array> => {
  const encoder = new TextEncoder();
  const said = cityProfile.parse(profile ?? { names: city.names, languages: [...city.languages].sort() });
  const files = new Map<string, Uint8Array>([[PACKAGE_FILES.profile, encoder.encode(`${canonicalJson(said, 2)}\n`)]]);
  if (modelCard !== undefined) files.set(PACKAGE_FILES.modelCard, encoder.encode(modelCard));
  if (context) for (const [path, bytes] of contextFiles(context, weeks)) files.set(path, bytes);
  if (sample)
    files.set(PACKAGE_FILES.reviewSample, encoder.encode(`${canonicalJson(reviewSample.parse(sample), 1)}\n`));
  for (const [name, bytes] of lexicons) files.set(`${LEXICONS}${name}`, bytes);
  return files;
};

/**
 * The files of a snapshot, in memory: areas, the blocks that passed the gate, the same as tables, and for every
 * tier up to the one that is made a manifest that holds the hashes of its files. The same parts give the same bytes on
 * every machine, in whatever order areas, blocks and sources come.
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
    ...tellingSurges(blocks, findings),
    ...districtProblems(blocks, findings, { rules, weeks, areas }),
  ];
  if (problems.length > 0)
    throw new InputError('unfit-blocks', `snapshot: ${problems.join('; ')}`, {
      remedy: 'Run `marsad tally` again with the rules and boundaries as they are now.',
    });

  const encoder = new TextEncoder();
  const version = areas.version === undefined ? '' : `"version":${JSON.stringify(areas.version)},`;
  const written = writtenFiles(parts, weeks);
  const open = [...written].filter(([path]) => tierOf(path) === 'public');
  const making = {
    format: SNAPSHOT_FORMAT,
    tier: 'public' as const,
    city: { ...parts.city, languages: [...parts.city.languages].sort() },
    weeks,
    model: parts.model,
    rules,
    sources: parts.sources
      .map((source) => ({ ...source, events: eventsInside(source.events, weeks) }))
      .sort((a, b) => byArea(a.id, b.id)),
    counts: coarseCounts(parts.counts),
    ...(parts.mergedFrom && { mergedFrom: parts.mergedFrom }),
    ...(parts.contests && { contests: parts.contests }),
  };
  const files = new Map<string, Uint8Array>([
    [
      SNAPSHOT_FILES.areas,
      encoder.encode(`{"type":"FeatureCollection",${version}"features":[\n${linesOf(areas.features)}\n]}\n`),
    ],
    [SNAPSHOT_FILES.figures, encoder.encode(`{"blocks":[\n${linesOf(blocks)}\n]${findingLines(findings)}}\n`)],
    ...open,
    ...derivedFiles(making, areas, { blocks, ...findings }),
  ]);
  const manifest = snapshotManifest.parse({ ...making, files: fileEntries(files) });
  const manifestBytes = encoder.encode(`${canonicalJson(manifest, 2)}\n`);
  files.set(SNAPSHOT_FILES.manifest, manifestBytes);
  files.set(MANIFEST_SUM, encoder.encode(manifestSum(manifestBytes)));
  return withDataPackage(withTiers(files, written, parts.city.id, parts.tier ?? 'public'));
};
