import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSnapshotFiles, verifySnapshotFiles } from '@marsad/observatory';
import { InputError, type Tier } from '@marsad/records';
import { expect, it } from 'vitest';
import { realEffects } from '../../src/effects.js';
import { withProject } from '../../src/project/open-project.js';
import { snapshotStage } from '../../src/stages/snapshot-stage.js';
import { tallyStage } from '../../src/stages/tally-stage.js';
import { processTerminal } from '../../src/terminal.js';
import { collect, label, made, newCity } from './small-city.js';

const NOW = '2026-06-15T00:00:00.000Z';
const POSTS = Array.from({ length: 400 }, (_, at) => made(at));

const lexicon = (language: string): string =>
  JSON.stringify({
    language,
    source: 'written for a test',
    licence: 'CC0-1.0',
    entries: [{ kind: 'group', target: 'nationality-migration', terms: ['zorglin(s)'], note: 'invented newcomers' }],
  });

/** A tallied city with labels, a profile, and two lexicons of its own with one name. */
const labelledCity = async (): Promise<string> => {
  const config = newCity();
  const home = dirname(config);
  appendFileSync(
    config,
    "profile: { population: 5000, contact: { office: { fr: Bureau } } }\nclassify: { lexicons: [own.json, 'more/own.json'] }\n",
  );
  await withProject(config, async ({ store }) => {
    await collect(store, POSTS);
    await label(store, POSTS);
  });
  writeFileSync(join(home, 'own.json'), lexicon('fra'));
  mkdirSync(join(home, 'more'));
  writeFileSync(join(home, 'more', 'own.json'), lexicon('ary'));
  return config;
};

const create = (config: string, wanted?: { tier?: Tier; output?: string }) =>
  withProject(config, async (project) => {
    const context = {
      project,
      effects: { ...realEffects(1), clock: () => new Date(NOW) },
      onProgress: () => undefined,
      terminal: processTerminal({ quiet: true, colour: false }),
    };
    await tallyStage(context);
    return snapshotStage(context, wanted);
  });

it('a package of a narrow tier holds samples, lexicons and profile, and leaves the folder of the city public', async () => {
  const config = await labelledCity();
  const output = join(dirname(config), 'handed-on.zip');
  const folder = await create(config);
  const packed = await create(config, { tier: 'restricted', output });
  expect(packed).toMatchObject({ path: output, sha256: folder.sha256 });

  const files = await openSnapshotFiles(output);
  expect(verifySnapshotFiles(files)).toEqual({ ok: true, problems: [], notes: [] });
  const text = (path: string): string => new TextDecoder().decode(files.get(path));
  expect(text('restricted/lexicons/1-own.json')).toBe(lexicon('fra'));
  expect(text('restricted/lexicons/2-own.json')).toBe(lexicon('ary'));
  expect(JSON.parse(text('profile.json'))).toEqual({
    names: { en: 'Small' },
    languages: ['ara', 'fra'],
    population: 5000,
    contact: { office: { fr: 'Bureau' } },
    resources: [],
  });
  const { samples } = JSON.parse(text('restricted/review-sample.json'));
  expect(samples).toHaveLength(1);
  expect(samples[0].posts).toHaveLength(samples[0].labelled);
  for (const count of Object.values(samples[0].labels)) expect(count).toBeGreaterThanOrEqual(10);
  for (const { post } of POSTS) expect(text('restricted/review-sample.json')).not.toContain(post.id);

  // A list of all posts would tell how many of them hidden blocks hold.
  await withProject(config, ({ store }) =>
    store.saveSample(
      {
        id: 'census',
        design: 'random',
        signal: 'hate',
        seed: 2,
        posts: POSTS.map(({ post }) => ({ postId: post.id, probability: 1 })),
      },
      NOW,
    ),
  );
  const again = await openSnapshotFiles((await create(config, { tier: 'restricted', output })).path);
  expect(new TextDecoder().decode(again.get('restricted/review-sample.json'))).toBe(
    text('restricted/review-sample.json'),
  );

  const open = await openSnapshotFiles(folder.path);
  expect([...open.keys()].some((path) => path.startsWith('restricted/') || path.startsWith('partner/'))).toBe(false);
}, 60_000);

it('a package never replaces a file that is none, and leaves nothing half-written beside it', async () => {
  const config = newCity();
  await withProject(config, ({ store }) => collect(store, POSTS.slice(0, 100)));
  const output = join(dirname(config), 'notes.zip');
  writeFileSync(output, 'notes of a colleague');
  await expect(create(config, { output })).rejects.toThrow(InputError);
  expect(readFileSync(output, 'utf8')).toBe('notes of a colleague');
  await expect(create(config, { output: join(dirname(config), 'no-such-folder', 'x.zip') })).rejects.toThrow(
    /cannot be written/,
  );
  const free = join(dirname(config), 'free.zip');
  await create(config, { output: free });
  await create(config, { output: free });
  expect(existsSync(`${free}.writing`)).toBe(false);
}, 60_000);
