import type { Verdict, VerdictError } from '@marsad/records';
import { checkText } from '../classify/check-text.js';
import type { BatchEngine, PostText } from '../classify/engine.js';
import { detectLanguage } from '../language/detect-language.js';
import { readLabelMap } from '../transformer/label-map.js';
import { type Library, loadNetwork, type Network } from '../transformer/load-network.js';
import { type LabelFound, signalsOfLabels } from '../transformer/signals-of-labels.js';
import { markUnmeasured } from './mark-unmeasured.js';

/** Texts that go through the network at once. */
const BATCH = 16;
/** A token is rarely longer than this: what lies further on would be cut off after it was split into tokens. */
const CHARACTERS_A_TOKEN = 16;

const softmax = (scores: readonly number[]): number[] => {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};
const sigmoid = (scores: readonly number[]): number[] => scores.map((score) => 1 / (1 + Math.exp(-score)));

/** The beginning of a text, as much as the network can read, without half a character at its end. */
const beginningOf = (text: string, { mostTokens }: Network): string =>
  text.slice(0, mostTokens * CHARACTERS_A_TOKEN).replace(/[\uD800-\uDBFF]$/, '');

/**
 * A text-classification network from a local folder (docs/transformer.md): its labels become signals by
 * marsad-labels.json, language is named as everywhere, stance is left open.
 * @param load imports the library, when it is not the installed one
 * @throws InputError `transformer-missing`, `bad-model`
 */
export const openTransformerEngine = async (folder: string, load?: () => Promise<Library>): Promise<BatchEngine> => {
  const network = await loadNetwork(folder, load);
  const map = readLabelMap(folder, network.labels);
  const model = { name: map.name, version: map.version };

  const judgeBatch = async (posts: readonly PostText[]): Promise<Verdict[]> => {
    const texts = posts.map(({ text }) => beginningOf(text, network));
    const scores = await network.score(texts);
    return posts.map(({ id, text }, row): Verdict => {
      const probabilities = (network.oneHolds ? softmax : sigmoid)(scores[row] ?? []);
      const found = network.labels.map(
        (label, at): LabelFound => ({
          label,
          meaning: map.meanings[at] ?? null,
          probability: probabilities[at] ?? 0,
        }),
      );
      const length = texts[row]?.length ?? 0;
      const judged = signalsOfLabels(found, map, { oneHolds: network.oneHolds, length });
      const language = detectLanguage(text);
      return markUnmeasured({ id, language, ...judged, stance: 'unclear', model }, map.measuredLanguages);
    });
  };

  return {
    model,
    measuredLanguages: map.measuredLanguages,
    judgeBatch: async (posts) => {
      const checked = posts.map((post) => ({ post, problem: checkText(post.text) }));
      const good = checked.flatMap(({ post, problem }) => (problem ? [] : [post]));
      const verdicts: Verdict[] = [];
      for (let at = 0; at < good.length; at += BATCH) verdicts.push(...(await judgeBatch(good.slice(at, at + BATCH))));
      let next = 0;
      return checked.flatMap(({ post, problem }): (Verdict | VerdictError)[] => {
        if (problem) return [{ id: post.id, error: problem }];
        const verdict = verdicts[next];
        next += 1;
        return verdict ? [verdict] : [];
      });
    },
    close: network.close,
  };
};
