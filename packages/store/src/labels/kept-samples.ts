import { type Signal, signalCode } from '@marsad/records';
import { z } from 'zod';
import type { Reading } from '../tables.js';

/** A sample as it was drawn, and what came of its labels. */
export interface SampleSummary {
  id: string;
  design: 'random' | 'efficient';
  /** the signal whose probability ruled the chances */
  signal: string;
  seed: number;
  /** ids of the posts that are still there, sorted */
  postIds: string[];
  /** of these posts, the mean of their chances to be drawn: 1 where all were taken */
  meanChance: number;
  /** posts with a label that was given for this sample */
  labelled: number;
  /** labels that carry a signal, all coders together */
  labels: Partial<Record<Signal, number>>;
}

const signalList = z.array(signalCode);

/** Every sample that was ever drawn, sorted by id. */
export const readSamples = async (db: Reading): Promise<SampleSummary[]> => {
  const samples = await db.selectFrom('samples').selectAll().orderBy('id').execute();
  const found: SampleSummary[] = [];
  for (const { id, design, signal, seed } of samples) {
    const posts = await db
      .selectFrom('sampled_posts')
      .select(['post_id', 'probability'])
      .where('sample_id', '=', id)
      .orderBy('post_id')
      .execute();
    const said = await db.selectFrom('labels').select(['post_id', 'signals']).where('sample_id', '=', id).execute();
    const labels: Partial<Record<Signal, number>> = {};
    for (const { signals } of said)
      for (const one of signalList.parse(JSON.parse(signals))) labels[one] = (labels[one] ?? 0) + 1;
    found.push({
      id,
      design,
      signal,
      seed,
      postIds: posts.map(({ post_id: postId }) => postId),
      meanChance: posts.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, posts.length),
      labelled: new Set(said.map(({ post_id: postId }) => postId)).size,
      labels,
    });
  }
  return found;
};
