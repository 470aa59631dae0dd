import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SnapshotParts } from '@marsad/observatory';
import { InputError, type ReviewSample, type SnapshotManifest, sha256, type Tier } from '@marsad/records';
import type { SampleSummary } from '@marsad/store';
import type { Project } from '../project/open-project.js';

/** Labels that carry a signal are only counted from here on: fewer would point at single posts. */
const FEWEST = 10;

/** From this chance on a sample is left out: a list of nearly all posts tells how many stand in hidden blocks. */
const MOST_LISTED = 0.5;

/** Samples without anything that leads to a post, other than for those who hold the post itself, or to the number of all posts. */
const toldSamples = (samples: readonly SampleSummary[]): ReviewSample => ({
  samples: samples.map(({ id, design, signal, seed, postIds, labelled, labels }) => ({
    id,
    design,
    signal,
    seed,
    posts: postIds.map((postId) => sha256(postId)).sort(),
    labelled,
    labels: Object.fromEntries(Object.entries(labels).filter(([, count]) => count >= FEWEST)),
  })),
});

/** The card of a model that ships and is the one that judged; undefined for any other. */
const cardOf = async ({ name, measuredLanguages }: SnapshotManifest['model']): Promise<string | undefined> => {
  if (measuredLanguages === undefined) return undefined;
  const entry = fileURLToPath(import.meta.resolve('@marsad/classifier'));
  const path = join(dirname(entry), '..', 'models', basename(name), 'card.md');
  return readFile(path, 'utf8').catch(() => undefined);
};

/** The city's own lexicons under names that no two share, in the order of city.yaml. */
const ownLexicons = async (paths: readonly string[]): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  for (const [at, path] of paths.entries()) {
    const name = basename(path, '.json')
      .replaceAll(/[^\w-]+/g, '-')
      .slice(0, 60);
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new InputError('lexicon-missing', `expected a lexicon at ${path}, but it cannot be read`, { cause });
    });
    files.set(`${at + 1}-${name}.json`, new Uint8Array(bytes));
  }
  return files;
};

/**
 * What a snapshot holds beside figures and context: the city's profile, the model's card and, for its own review team, samples and
 * lexicons.
 */
export const cityPapers = async (
  { city, store }: Project,
  { model, lexicons, tier }: { model: SnapshotManifest['model']; lexicons: readonly string[]; tier: Tier },
): Promise<Pick<SnapshotParts, 'profile' | 'modelCard' | 'reviewSample' | 'lexicons' | 'tier'>> => {
  const { names, languages, profile } = city.config;
  const card = await cardOf(model);
  const restricted = tier === 'restricted';
  const drawn = restricted ? await store.samples() : [];
  const samples = drawn.filter(({ meanChance }) => meanChance <= MOST_LISTED);
  return {
    tier,
    profile: { names, languages: [...languages].sort(), ...profile },
    ...(card !== undefined && { modelCard: card }),
    ...(samples.length > 0 && { reviewSample: toldSamples(samples) }),
    ...(restricted && { lexicons: await ownLexicons(lexicons) }),
  };
};
