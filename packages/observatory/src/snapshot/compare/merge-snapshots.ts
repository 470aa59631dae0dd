import { type CityProfile, cityProfile, InputError, PACKAGE_FILES } from '@marsad/records';
import { levelChanges } from '../../findings/level-changes.js';
import { byArea } from '../../tally/tally-posts.js';
import { buildSnapshot, type SnapshotBytes } from '../build-snapshot.js';
import { canonicalJson } from '../canonical-json.js';
import type { Snapshot } from '../read-snapshot.js';
import { unmovedAreas } from './changes-of-areas.js';
import { mergeBlocks } from './merge-blocks.js';
import { CONTESTS, contestsIn, mergeContests } from './merge-contests.js';
import { type MergedFrom, mergeCounts, overlapping } from './merge-counts.js';
import { mergeSources } from './merge-sources.js';

/** A snapshot that was checked, and the files it was read from. */
export interface OpenedSnapshot {
  snapshot: Snapshot;
  files: ReadonlyMap<string, Uint8Array>;
}

/** What a merged snapshot cannot say, though its parts can. */
export interface LeftOut {
  /** fields of figures.json that only the posts behind them could give for the whole time */
  findings: string[];
  /** files of narrower circles, signatures, and what people wrote beside the figures */
  files: string[];
  /** blocks that one snapshot shows and another hides */
  hiddenBlocks: number;
  /** blocks whose corrected shares differ between snapshots */
  estimates: number;
  /** some periods overlap, so that counts say at least so many */
  countsAtLeast: boolean;
}

export interface Merged {
  /** the files of the merged snapshot; null where all that was given is one and the same snapshot */
  files: SnapshotBytes | null;
  from: MergedFrom[];
  leftOut: LeftOut;
}

const refuse = (code: string, message: string, remedy: string): never => {
  throw new InputError(code, message, { remedy });
};

/** Two snapshots may only be put together when their figures mean the same. */
const checkAlike = (first: Snapshot, other: Snapshot): void => {
  const [a, b] = [first.manifest, other.manifest];
  if (a.city.id !== b.city.id)
    refuse(
      'other-city',
      `expected snapshots of one city, got ${a.city.id} and ${b.city.id}: different cities are not merged into one, they are the region of their hub`,
      'A hub sets them beside each other: `marsad hub region` writes the region, `marsad hub serve` shows it.',
    );
  if (a.model.name !== b.model.name || a.model.version !== b.model.version)
    refuse(
      'other-model',
      `expected snapshots of one model, got ${a.model.name} ${a.model.version} and ${b.model.name} ${b.model.version}: their figures cannot be compared`,
      'Ask the city to judge the earlier posts anew (`marsad run`) and to send one snapshot of the whole time.',
    );
  if (canonicalJson(a.rules) !== canonicalJson(b.rules))
    refuse(
      'other-rules',
      'expected snapshots under one publish gate, got different rules: what one hides the other may show',
      'Ask the city for a snapshot of the whole time under its rules of today.',
    );
  const ids = new Set([...first.areas.features, ...other.areas.features].map(({ id }) => id));
  if (unmovedAreas(first.areas, other.areas).size < ids.size)
    refuse(
      'other-areas',
      'expected snapshots of the same areas, got areas that came, went or moved',
      '`marsad snapshot diff` says which, and where their ground went.',
    );
};

const fromOf = ({ manifest, hash }: Snapshot): MergedFrom[] =>
  manifest.mergedFrom ?? [{ sha256: hash, weeks: manifest.weeks, counts: manifest.counts }];

/** Of the snapshots that one was made of, the one that reaches furthest: a key that grows with time. */
const newestOf = (snapshot: Snapshot): string =>
  fromOf(snapshot)
    .map(({ weeks, sha256 }) => `${weeks?.[1] ?? ''} ${sha256}`)
    .sort()
    .at(-1) ?? '';

const NOTHING: LeftOut = { findings: [], files: [], hiddenBlocks: 0, estimates: 0, countsAtLeast: false };

/** Findings that are made of published counts alone, or of which nothing is lost. */
const REMADE: ReadonlySet<string> = new Set(['blocks', 'changes']);

const shownOf = (snapshot: Pick<Snapshot, 'figures'>['figures']) =>
  new Map(
    snapshot.blocks.flatMap((block) =>
      block.status === 'shown' ? [[JSON.stringify([block.area, block.weeks]), block.figures] as const] : [],
    ),
  );

/** What the city of a snapshot says of itself, and the card of its model, where the format holds them. */
const writtenIn = ({ files }: OpenedSnapshot): { profile?: CityProfile; modelCard?: string } => {
  const [profile, card] = [files.get(PACKAGE_FILES.profile), files.get(PACKAGE_FILES.modelCard)];
  const decoder = new TextDecoder();
  return {
    ...(profile && { profile: cityProfile.parse(JSON.parse(decoder.decode(profile))) }),
    ...(card && { modelCard: decoder.decode(card) }),
  };
};

/** Tables are made anew, so none of them is missed. */
const isTable = (path: string): boolean => path.startsWith('data/');

/**
 * Several snapshots of one city over successive periods as one, of their public figures alone. It shows nothing that one of
 * them hides, passes the same checks as any other snapshot, and is the same in whatever order they come and are put together;
 * `mergedFrom` of its manifest names them. City, profile and the names of areas are those of the snapshot that reaches
 * furthest. What needs the posts behind the figures (overall shares, clusters, the constant panel) is left out; changes of
 * level are found anew in the published counts. Contests stay
 * in its manifest.
 * @throws InputError for another city, model, gate or areas, for figures that contradict each other, and for figures that would
 * tell too much side by side
 */
export const mergeSnapshots = (given: readonly OpenedSnapshot[]): Merged => {
  const opened = [...new Map(given.map((one) => [one.snapshot.hash, one])).values()];
  const all = opened.map(({ snapshot }) => snapshot);
  const [first, ...others] = all;
  const [newest] = [...opened].sort((a, b) => (newestOf(a.snapshot) < newestOf(b.snapshot) ? 1 : -1));
  if (first === undefined || newest === undefined)
    throw new InputError('merge-what', 'expected snapshots to merge, got none');
  for (const other of others) checkAlike(first, other);
  if (others.length === 0) return { files: null, from: fromOf(first), leftOut: NOTHING };
  const from = [...new Map(all.flatMap(fromOf).map((one) => [one.sha256, one])).values()];
  from.sort((a, b) => byArea(a.sha256, b.sha256));
  const blocks = mergeBlocks(all.map(({ figures }) => figures.blocks));
  blocks.sort((a, b) => byArea(a.area, b.area) || ((a.weeks?.[0] ?? '~') < (b.weeks?.[0] ?? '~') ? -1 : 1));
  const changes = levelChanges(blocks, []);
  const { manifest, areas } = newest.snapshot;
  const contests = mergeContests([
    ...opened.flatMap((one) => contestsIn(one.files)),
    ...all.flatMap((one) => one.manifest.contests ?? []),
  ]);
  const files = buildSnapshot({
    city: manifest.city,
    areas,
    blocks,
    findings: changes.length > 0 ? { changes } : {},
    model: manifest.model,
    rules: manifest.rules,
    sources: mergeSources(all.map(({ manifest: { sources } }) => sources)),
    counts: mergeCounts(from),
    mergedFrom: from,
    ...(contests.length > 0 && { contests }),
    ...writtenIn(newest),
  });

  const before = new Map(all.flatMap(({ figures }) => [...shownOf(figures)]));
  const after = shownOf({ blocks });
  const missed = (names: readonly string[], found: (name: string) => boolean): string[] =>
    [...new Set(names)].filter((name) => !found(name)).sort();
  return {
    files,
    from,
    leftOut: {
      findings: missed(
        all.flatMap(({ figures }) => Object.keys(figures)),
        (name) => REMADE.has(name),
      ),
      files: missed(
        opened.flatMap((one) => [...one.files.keys()]),
        (path) => files.has(path) || isTable(path) || path === CONTESTS,
      ),
      hiddenBlocks: [...before.keys()].filter((key) => !after.has(key)).length,
      estimates: [...after].filter(([key, { estimates }]) => !estimates && before.get(key)?.estimates).length,
      countsAtLeast: overlapping(from).some((group) => group.length > 1),
    },
  };
};
