import { buildSnapshot, snapshotHash, writeSnapshot } from '@marsad/observatory';
import { DropCounter, InputError, type StageReport } from '@marsad/records';
import { loadPlaces } from '../project/load-places.js';
import { type StageContext, timed } from './stage-context.js';

export interface SnapshotResult {
  stage: StageReport;
  path: string;
  sha256: string;
}

/** Blocks that passed the gate → the snapshot folder: all that ever leaves. */
export const snapshotStage = async ({ project, effects }: StageContext): Promise<SnapshotResult> => {
  const { store, city, paths } = project;
  const { areas } = await loadPlaces(city);
  const dropped = new DropCounter();
  const { result, seconds } = await timed(effects.clock, async () => {
    const [blocks, counts, model, sources] = await Promise.all([
      store.blocks(),
      store.counts(),
      store.lastModel(),
      store.sources(),
    ]);
    if (!model) {
      throw new InputError('nothing-judged', `${city.file}: expected judged posts for a snapshot, but there are none`, {
        remedy: 'Run `marsad run -c city.yaml`, or collect or import posts first.',
      });
    }
    for (const block of blocks) if (block.status === 'suppressed') dropped.add(block.reason);
    const files = buildSnapshot({
      city: {
        id: city.config.id,
        names: city.config.names,
        languages: city.config.languages,
        districts: city.config.districts,
        fictional: city.config.fictional,
      },
      areas,
      blocks,
      model,
      rules: city.config.protection,
      sources: sources.map(({ id, name, kind }) => ({ id, name, kind })),
      counts,
    });
    await writeSnapshot(files, paths.snapshot);
    return { total: blocks.length, sha256: await snapshotHash(paths.snapshot) };
  });
  return {
    stage: {
      name: 'snapshot',
      in: result.total,
      out: result.total - dropped.total,
      dropped: dropped.toJSON(),
      seconds,
    },
    path: paths.snapshot,
    sha256: result.sha256,
  };
};
