import {
  contentId,
  type ModelName,
  type Placement,
  type Post,
  type PostOutcomeRow,
  sha256,
  signatureToBytes,
  type Verdict,
} from '@marsad/records';
import type { Store } from '../src/index.js';
import { NOW } from './temp-store.js';

export const MODEL: ModelName = { name: 'marsad-linear', version: '1.0.0' };

export const makePost = (sourceId: string, locator: string, text: string, more: Partial<Post> = {}): Post => ({
  id: contentId('post', sourceId, locator, text),
  sourceId,
  locator,
  url: null,
  title: null,
  text,
  contentHash: sha256(text.toLowerCase()),
  signature: null,
  publishedAt: null,
  publishedPrecision: 'unknown',
  languageHint: null,
  authorHash: null,
  coordinates: null,
  placeTag: null,
  permission: 'public-web',
  ...more,
});

/**
 * The signature of a text of the family `seed`, in base64, with the numbers of these bins changed: two of a family are as
 * similar as the share of bins that are changed in neither.
 */
export const makeSignature = (seed: number, changed: readonly number[] = []): string =>
  signatureToBytes(
    Uint32Array.from({ length: 64 }, (_, bin) => 1000 * seed + bin + (changed.includes(bin) ? 500 : 0)),
  ).toString('base64');

/** The whole numbers from `from` up to, not including, `to`. */
export const bins = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** Posts with texts of their own, sorted by id. */
export const makePosts = (count: number, sourceId = 'forum'): Post[] =>
  Array.from({ length: count }, (_, index) =>
    makePost(sourceId, `#${index}`, `post number ${index} of ${sourceId} says something of its own`),
  ).sort((a, b) => (a.id < b.id ? -1 : 1));

export const makeVerdict = (id: string, more: Partial<Verdict> = {}): Verdict => ({
  id,
  language: { code: 'ara', script: 'Arab', confidence: 0.9 },
  probabilities: { hate: 0.9, extremism: 0.01, polarisation: 0.1, offensive: 0.4, bridging: 0 },
  signals: [{ code: 'hate', probability: 0.9, targets: ['anti-muslim'], severity: 2, form: 'insult' }],
  stance: 'endorsing',
  evidence: [{ start: 0, end: 4, kind: 'term', note: 'a word' }],
  model: MODEL,
  ...more,
});

export const makePlacement = (postId: string, areaId: string | null, weight = 1): Placement => ({
  postId,
  areaId,
  rung: areaId === null ? 'city' : 'mention',
  weight,
  candidates: areaId === null ? [] : [areaId],
});

export const collected = async <T>(pages: AsyncIterable<T[]>): Promise<T[]> => {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
};

/** Classifies, places and tallies everything in the store, as a whole run does. */
export const runAllStages = async (
  store: Store,
  outcomeOf: (postId: string) => PostOutcomeRow['outcome'],
): Promise<void> => {
  for await (const page of store.unjudgedPosts(MODEL)) {
    const ids = page.map(({ id }) => id);
    await store.saveVerdicts(
      ids.filter((id) => outcomeOf(id) !== 'undetermined').map((id) => makeVerdict(id)),
      ids
        .filter((id) => outcomeOf(id) === 'undetermined')
        .map((id) => ({ id, error: { code: 'no-words', message: 'nothing to judge' } })),
      NOW,
      MODEL,
    );
  }
  for await (const page of store.unplacedPosts('1')) {
    const ids = page.map(({ id }) => id);
    await store.savePlacements(
      ids,
      ids.map((id) => makePlacement(id, 'el-qasba')),
      '1',
    );
  }
  const outcomes = async function* () {
    for await (const page of store.placedPosts()) {
      yield page.map(({ postId }) => ({ postId, outcome: outcomeOf(postId), reason: null }));
    }
  };
  await store.replaceOutcomes(outcomes());
};
