import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, SIGNALS, type Signal } from '@marsad/records';
import type { Store } from '@marsad/store';
import { drawPosts } from '../review/draw-posts.js';

/** Posts that are labelled: more than half of the demo's, so that its few posts of each kind are enough. */
const SIZE = 400;
const SEED = 1;
/** The role under which the labels stand. */
const CODER = 'demo-writers';

/** Stances with which a post stands behind what it says; bridging counts whatever the stance. */
const BEHIND = ['endorsing', 'unclear'];

/** What the writers of the demo's posts meant, by address: fixtures/al-manar/labels.csv, which has no quoted cell. */
const readTruth = async (folder: string): Promise<Map<string, Signal[]>> => {
  const file = join(folder, 'labels.csv');
  const [header = '', ...rows] = (await readFile(file, 'utf8')).trim().split('\n');
  const columns = header.split(',');
  const [url, signals, stance] = ['url', 'signals', 'stance'].map((name) => columns.indexOf(name));
  if (url === undefined || signals === undefined || stance === undefined || Math.min(url, signals, stance) < 0)
    throw new InputError('bad-labels', `${file}: expected the columns url, signals and stance, got ${header}`);
  return new Map(
    rows.map((row) => {
      const cells = row.split(',');
      const meant = (cells[signals] ?? '').split(';');
      const stands = BEHIND.includes(cells[stance] ?? '');
      return [cells[url] ?? '', SIGNALS.filter((code) => meant.includes(code) && (stands || code === 'bridging'))];
    }),
  );
};

/**
 * Labels a random sample of the demo's posts as their writers meant them, as people would who read them: so that the demo shows
 * corrected shares. Does nothing where posts are labelled already.
 * @param folder of the demo city's fixtures
 * @returns how many posts were labelled
 */
export const labelSample = async (
  store: Pick<Store, 'placedPosts' | 'postTexts' | 'saveSample' | 'saveLabels' | 'labelledPosts'>,
  folder: string,
  now: string,
): Promise<number> => {
  if ((await store.labelledPosts()).length > 0) return 0;
  const { languages: _, ...sample } = await drawPosts(store, {
    size: SIZE,
    design: 'random',
    signal: 'hate',
    seed: SEED,
  });
  const truth = await readTruth(folder);
  const texts = await store.postTexts(sample.posts.map(({ postId }) => postId));
  await store.saveSample(sample, now);
  const outcomes = await store.saveLabels(
    sample.posts.flatMap(({ postId }) => {
      const signals = truth.get(texts.get(postId)?.url ?? '');
      return signals === undefined ? [] : [{ postId, sampleId: sample.id, coder: CODER, signals }];
    }),
    now,
  );
  return outcomes.filter(({ kind }) => kind === 'added').length;
};
