import { openClassifier } from '@marsad/classifier';
import { buildSnapshot, writeSnapshot } from '@marsad/observatory';
import {
  DropCounter,
  InputError,
  type ModelName,
  SNAPSHOT_FILES,
  type SnapshotManifest,
  type SourceEvent,
  type StageReport,
  sha256,
  type Tier,
  weekOf,
} from '@marsad/records';
import type { LoadedCity } from '../config/load-city.js';
import { tellableContext } from '../context/tellable-context.js';
import { cityClassifier } from '../project/city-classifier.js';
import { loadPlaces } from '../project/load-places.js';
import { writePackageFile } from '../project/write-package-file.js';
import { cityPapers } from './city-papers.js';
import { type StageContext, timed } from './stage-context.js';

export interface SnapshotResult {
  stage: StageReport;
  path: string;
  sha256: string;
}

/**
 * The log of a source as a snapshot tells it: no day and no detail. When a source was added is told by its first post, not
 * by the clock: that is the week from which it moves a trend, and the same posts give the same bytes whenever they come.
 */
const eventsByWeek = (
  events: readonly SourceEvent[],
  firstPublished: string | undefined,
): SnapshotManifest['sources'][number]['events'] =>
  events.map(({ kind, day }) => {
    if (kind !== 'added') return { kind, week: weekOf(day) };
    return { kind, week: firstPublished === undefined ? null : weekOf(firstPublished) };
  });

/** The model of the verdicts with the languages that it was measured in, if it is still the one that the city names. */
const describedModel = async (model: ModelName, city: LoadedCity): Promise<SnapshotManifest['model']> => {
  const classifier = await openClassifier(cityClassifier(city));
  await classifier.close();
  const { name, version } = classifier.model;
  if (name !== model.name || version !== model.version) return model;
  return { ...model, measuredLanguages: [...classifier.measuredLanguages] };
};

/**
 * Blocks that passed the gate → the snapshot: all that ever leaves.
 * @param wanted.tier the narrowest tier that is made; public when absent
 * @param wanted.output the zip to write; the folder of the city when absent
 */
export const snapshotStage = async (
  { project, effects, terminal }: StageContext,
  wanted: { tier?: Tier | undefined; output?: string | undefined } = {},
): Promise<SnapshotResult> => {
  const { store, city, paths } = project;
  const path = wanted.output ?? paths.snapshot;
  const { areas } = await loadPlaces(city);
  const dropped = new DropCounter();
  const { result, seconds } = await timed(effects.clock, async () => {
    const [blocks, findings, counts, model, sources, logs, firstPublished] = await Promise.all([
      store.blocks(),
      store.findings(),
      store.counts(),
      store.lastModel(),
      store.sources(),
      store.sourceLogs(),
      store.firstPublished(),
    ]);
    if (!model) {
      throw new InputError('nothing-judged', `${city.file}: expected judged posts for a snapshot, but there are none`, {
        remedy: 'Name sources in city.yaml or `marsad import` a file, then `marsad run`.',
      });
    }
    for (const block of blocks) if (block.status === 'suppressed') dropped.add(block.reason);
    const { context, repeated } = await tellableContext(city, areas, store);
    for (const { id, words } of repeated)
      terminal.warn(`narrative ${id} is left out: it repeats "${words}" of a stored post`);
    const described = await describedModel(model, city);
    const papers = await cityPapers(project, {
      model: described,
      lexicons: cityClassifier(city).lexicons,
      tier: wanted.tier ?? 'public',
    });
    const files = buildSnapshot({
      ...papers,
      city: {
        id: city.config.id,
        names: city.config.names,
        languages: city.config.languages,
        districts: city.config.districts,
        fictional: city.config.fictional,
      },
      areas,
      blocks,
      findings,
      model: described,
      rules: city.config.protection,
      sources: sources.map(({ id, name, kind }) => ({
        id,
        name,
        kind,
        events: eventsByWeek(logs.find(({ sourceId }) => sourceId === id)?.events ?? [], firstPublished.get(id)),
      })),
      counts,
      context,
    });
    if (wanted.output === undefined) await writeSnapshot(files, path);
    else await writePackageFile(files, path);
    return { total: blocks.length, sha256: sha256(files.get(SNAPSHOT_FILES.manifest) ?? '') };
  });
  return {
    stage: {
      name: 'snapshot',
      in: result.total,
      out: result.total - dropped.total,
      dropped: dropped.toJSON(),
      seconds,
    },
    path,
    sha256: result.sha256,
  };
};
