import { drawSample, inclusionProbabilities, type SampleDesign, seededRandom } from '@marsad/observatory';
import { contentId, InputError, type Signal } from '@marsad/records';
import type { KeptSample, Store } from '@marsad/store';

export interface SampleWanted {
  size: number;
  design: SampleDesign;
  /** the signal whose probability rules the chances of the efficient design */
  signal: Signal;
  seed: number;
}

/**
 * Draws posts for people to label: from every judged post of the store but copies, which no figure counts. The same store and
 * seed give the same sample.
 * @throws InputError when nothing has been judged
 */
export const drawPosts = async (
  store: Pick<Store, 'placedPosts'>,
  { size, design, signal, seed }: SampleWanted,
): Promise<KeptSample & { design: SampleDesign; languages: Map<string, string> }> => {
  const ids: string[] = [];
  const scores: number[] = [];
  const spoken: string[] = [];
  for await (const posts of store.placedPosts()) {
    for (const { postId, copyOf, verdict } of posts) {
      if (verdict === null || copyOf !== null) continue;
      ids.push(postId);
      scores.push(verdict.probabilities[signal]);
      spoken.push(verdict.language);
    }
  }
  if (ids.length === 0) {
    throw new InputError('nothing-judged', 'expected judged posts to draw from, but there are none', {
      remedy: 'Collect or import posts, then `marsad classify -c city.yaml`.',
    });
  }
  const chances = inclusionProbabilities(scores, size, design);
  const drawn = drawSample(chances, seededRandom(seed));
  const posts = drawn.map((at) => ({ postId: ids[at] ?? '', probability: chances[at] ?? 1 }));
  return {
    id: contentId('sample', design, signal, String(seed), ...posts.map(({ postId }) => postId)).slice(0, 12),
    design,
    signal,
    seed,
    posts,
    languages: new Map(drawn.map((at) => [ids[at] ?? '', spoken[at] ?? 'und'])),
  };
};
