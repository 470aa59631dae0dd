import { type Signal, signalCode } from '@marsad/records';
import { z } from 'zod';
import { storedInstant } from '../instant.js';
import { markTallyStale } from '../marks.js';
import type { Reading, Writing } from '../tables.js';

/** What one coder said of one post of a sample. */
export interface NewLabel {
  postId: string;
  sampleId: string;
  /** the role of the coder, never a name */
  coder: string;
  /** the signals that the post carries and stands behind; none of them is an answer too */
  signals: readonly Signal[];
}

/** What came of a label. */
export type LabelOutcome =
  | { kind: 'added' | 'known' }
  /** this coder had said otherwise, which is kept among the changes */
  | { kind: 'changed'; from: Signal[] }
  /** no such sample, or the post is not one of it (any more) */
  | { kind: 'not-in-sample' }
  /** this coder has said otherwise before, and no correction was asked for */
  | { kind: 'labelled-otherwise'; signals: Signal[] };

const signalList = z.array(signalCode);
const sorted = (signals: readonly Signal[]): Signal[] => [...new Set(signals)].sort();

/**
 * Keeps labels of posts of samples; what cannot be kept is told, label by label, and changes nothing.
 * @param correction why what a coder has said otherwise before is to be changed; without it such a label is refused. The post
 *   stays in the sample it was first labelled for, so that its weight stays what it was.
 * @returns what came of each, in the same order
 */
export const saveLabels = async (
  trx: Writing,
  labels: readonly NewLabel[],
  now: string,
  correction: string | null = null,
): Promise<LabelOutcome[]> => {
  const outcomes: LabelOutcome[] = [];
  for (const { postId, sampleId, coder, signals } of labels) {
    const sampled = await trx
      .selectFrom('sampled_posts')
      .select('post_id')
      .where('sample_id', '=', sampleId)
      .where('post_id', '=', postId)
      .executeTakeFirst();
    if (!sampled) {
      outcomes.push({ kind: 'not-in-sample' });
      continue;
    }
    const before = await trx
      .selectFrom('labels')
      .select('signals')
      .where('post_id', '=', postId)
      .where('coder', '=', coder)
      .executeTakeFirst();
    const said = JSON.stringify(sorted(signals));
    if (before) {
      const from = signalList.parse(JSON.parse(before.signals));
      if (before.signals === said) outcomes.push({ kind: 'known' });
      else if (correction === null) outcomes.push({ kind: 'labelled-otherwise', signals: from });
      else {
        const change = { post_id: postId, coder, was: before.signals, became: said };
        await trx
          .insertInto('label_changes')
          .values({ ...change, changed_at: storedInstant(now), reason: correction })
          .execute();
        await trx
          .updateTable('labels')
          .set({ signals: said })
          .where('post_id', '=', postId)
          .where('coder', '=', coder)
          .execute();
        outcomes.push({ kind: 'changed', from });
      }
      continue;
    }
    await trx
      .insertInto('labels')
      .values({ post_id: postId, coder, sample_id: sampleId, signals: said, labelled_at: storedInstant(now) })
      .execute();
    outcomes.push({ kind: 'added' });
  }
  if (outcomes.some(({ kind }) => kind === 'added' || kind === 'changed')) await markTallyStale(trx);
  return outcomes;
};

/** One correction of a label. */
export interface LabelChange {
  postId: string;
  coder: string;
  was: Signal[];
  became: Signal[];
  changedAt: string;
  reason: string;
}

/** Every correction of a label whose post is still there, in the order in which they were made. */
export const readLabelChanges = async (db: Reading): Promise<LabelChange[]> => {
  const rows = await db.selectFrom('label_changes').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    postId: row.post_id,
    coder: row.coder,
    was: signalList.parse(JSON.parse(row.was)),
    became: signalList.parse(JSON.parse(row.became)),
    changedAt: row.changed_at,
    reason: row.reason,
  }));
};

/** A labelled post, with all that an estimate needs of its sample. */
export interface LabelledPost {
  postId: string;
  sampleId: string;
  /** its chance to be in that sample */
  probability: number;
  /** what each coder said, by role */
  said: { coder: string; signals: Signal[] }[];
}

/** Every labelled post once, ordered by id; one that lies in several samples counts in the one it was labelled for first. */
export const readLabelledPosts = async (db: Reading): Promise<LabelledPost[]> => {
  const rows = await db
    .selectFrom('labels')
    .innerJoin('sampled_posts', (join) =>
      join
        .onRef('sampled_posts.post_id', '=', 'labels.post_id')
        .onRef('sampled_posts.sample_id', '=', 'labels.sample_id'),
    )
    .select(['labels.post_id', 'labels.sample_id', 'labels.coder', 'labels.signals', 'sampled_posts.probability'])
    .orderBy('labels.post_id')
    .orderBy('labels.labelled_at')
    .orderBy('labels.coder')
    .execute();
  const posts = new Map<string, LabelledPost>();
  for (const { post_id: postId, sample_id: sampleId, coder, signals, probability } of rows) {
    const post = posts.get(postId) ?? { postId, sampleId, probability, said: [] };
    posts.set(postId, post);
    post.said.push({ coder, signals: signalList.parse(JSON.parse(signals)) });
  }
  return [...posts.values()];
};
