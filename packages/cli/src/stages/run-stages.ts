import { contentId, type StageReport, UnreachableError } from '@marsad/records';
import { fetchStageOf } from '../report/fetch-stage.js';
import { notRenderedLines } from '../report/not-rendered.js';
import { classifyStage } from './classify-stage.js';
import { collectStage } from './collect-stage.js';
import type { Correction } from './corrections.js';
import { placeStage } from './place-stage.js';
import { type SnapshotResult, snapshotStage } from './snapshot-stage.js';
import type { StageContext } from './stage-context.js';
import { tallyStage } from './tally-stage.js';

export interface RunResult {
  stages: StageReport[];
  snapshot: { path: string; sha256: string };
  /** by how much people's labels move the figures; empty without labels */
  corrections: Correction[];
  /** sources that could not be asked, with the sentence that says why */
  unreached: { id: string; error: string }[];
  /** sentences naming the pages that were read as they came because the browser did not show them */
  notRendered: string[];
  /** broken equations of the conservation law; empty when every post is accounted for */
  violations: string[];
}

/**
 * The whole path, in order: collect → classify → place → tally → snapshot, then the conservation law.
 * @param beforeTally what is to be done once all posts are judged and placed
 */
export const runStages = async (
  context: StageContext,
  beforeTally: () => Promise<void> = async () => {},
): Promise<RunResult> => {
  const { store, city } = context.project;
  const begun = context.effects.clock().toISOString();
  const stages: StageReport[] = [];

  const collected = await collectStage(context);
  stages.push(fetchStageOf(collected), collected.items);
  const unreached = collected.sources
    .filter(({ reached }) => !reached)
    .map(({ id, error }) => ({ id, error: error ?? 'no answer' }));
  const noneWorked = city.config.sources.length > 0 && unreached.length === city.config.sources.length;
  if (noneWorked && (await store.counts()).posts === 0) {
    throw new UnreachableError(
      'no-source-reached',
      `none of ${unreached.length} sources could be reached: ${unreached.map(({ id, error }) => `${id} (${error})`).join('; ')}`,
      {
        remedy: 'Check the network and the addresses in city.yaml, then run again.',
      },
    );
  }

  stages.push(await classifyStage(context));
  stages.push(await placeStage(context));
  await beforeTally();
  const tallied = await tallyStage(context);
  stages.push(tallied.stage);
  const snapshot: SnapshotResult = await snapshotStage(context);
  stages.push(snapshot.stage);

  const { violations } = await store.conservation();
  const result: RunResult = {
    stages,
    snapshot: { path: snapshot.path, sha256: snapshot.sha256 },
    corrections: tallied.corrections,
    unreached,
    notRendered: notRenderedLines(collected.sources),
    violations,
  };
  const ended = context.effects.clock().toISOString();
  await store.saveRun({ id: contentId('run', begun, ended), startedAt: begun, finishedAt: ended, report: result });
  return result;
};
