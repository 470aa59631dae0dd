import type { PostLabel } from '@marsad/observatory';
import { SIGNALS } from '@marsad/records';
import type { LabelledPost } from '@marsad/store';

/**
 * People's labels as the estimates take them. A signal counts when more than half of a post's coders saw it. A post weighs the
 * inverse of its chance to be in its sample, times the share that this sample has of all labels, so that several samples stand
 * beside each other by their size.
 */
export const postLabels = (posts: readonly LabelledPost[]): PostLabel[] => {
  const inSample = new Map<string, number>();
  for (const { sampleId } of posts) inSample.set(sampleId, (inSample.get(sampleId) ?? 0) + 1);
  return posts.map(({ postId, sampleId, probability, said }) => ({
    postId,
    weight: (inSample.get(sampleId) ?? 1) / posts.length / probability,
    signals: SIGNALS.filter(
      (signal) => said.filter(({ signals }) => signals.includes(signal)).length > said.length / 2,
    ),
  }));
};
