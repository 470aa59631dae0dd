import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshotFiles } from '@marsad/observatory';
import { contentId, type Placement, type Post, sha256, signatureToBytes, type Verdict } from '@marsad/records';
import type { Store } from '@marsad/store';
import { afterAll } from 'vitest';
import { realEffects } from '../../src/effects.js';
import { type Project, withProject } from '../../src/project/open-project.js';
import { projectPaths } from '../../src/project/paths.js';
import { snapshotStage } from '../../src/stages/snapshot-stage.js';
import type { StageContext } from '../../src/stages/stage-context.js';
import { tallyStage } from '../../src/stages/tally-stage.js';
import { processTerminal } from '../../src/terminal.js';

/** The driver of the store: what lies in the file is compared as it is. */
const SqliteFile: new (
  path: string,
) => { prepare: (sql: string) => { all: () => unknown[] }; exec: (sql: string) => unknown; close: () => void } =
  createRequire(new URL('../../../store/package.json', import.meta.url))('better-sqlite3');

const AREAS = ['a', 'b', 'c'];
const NOW = '2026-06-01T00:00:00.000Z';
const MODEL = { name: 'test', version: '1' };
/** Weeks in which posts are published, from 2026-W14 on. */
const WEEKS = 8;

const folder = mkdtempSync(join(tmpdir(), 'marsad-runs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ring = (at: number): [number, number][] => [
  [at, 0],
  [at + 1, 0],
  [at + 1, 1],
  [at, 1],
  [at, 0],
];
export const BOUNDARIES = {
  type: 'FeatureCollection',
  features: AREAS.map((id, at) => ({
    type: 'Feature',
    id,
    properties: { id, name: `Area ${id}` },
    geometry: { type: 'Polygon', coordinates: [ring(at)] },
  })),
};

/** A post of the invented city: everything about it follows from its number, but for the edition of its text. */
export interface Made {
  post: Post;
  verdict: Verdict;
  placements: Placement[];
}

const signatureOf = (at: number): string =>
  signatureToBytes(
    Uint32Array.from({ length: 64 }, (_, bin) => 1000 * (at % 5) + bin + (bin < (at * 7) % 40 ? 500 * at : 0)),
  ).toString('base64');

export const made = (at: number, edition = 0): Made => {
  const text = `the words of post ${at} in edition ${edition}, long enough to be a post`;
  const sourceId = `s${Math.floor(at / 3) % 16}`;
  const id = contentId('post', sourceId, String(at), text);
  const day = new Date(Date.UTC(2026, 2, 30) + ((at * 11) % (7 * WEEKS)) * 86_400_000).toISOString();
  const publishedAt = at % 17 === 0 ? null : day;
  const score = ((at * 29 + edition) % 100) / 100;
  const place = AREAS[at % 4];
  return {
    post: {
      id,
      sourceId,
      locator: String(at),
      url: null,
      title: null,
      text,
      contentHash: sha256(text),
      signature: at % 6 === 0 ? signatureOf(at) : null,
      publishedAt,
      publishedPrecision: publishedAt === null ? 'unknown' : 'second',
      languageHint: null,
      authorHash: at % 23 === 0 ? null : sha256(`author ${(at * 31) % 211}`).slice(0, 32),
      coordinates: null,
      placeTag: null,
      permission: 'public-web',
    },
    verdict: {
      id,
      language: { code: at % 3 === 0 ? 'ara' : 'fra', script: 'Arab', confidence: 0.9 },
      probabilities: { hate: score, extremism: score / 3, polarisation: 0.1, offensive: score / 2, bridging: 0.2 },
      signals: score > 0.7 ? [{ code: 'hate', probability: score, targets: ['gender'] }] : [],
      stance: at % 7 === 0 ? 'reporting' : 'endorsing',
      evidence: [],
      model: MODEL,
    },
    placements: [{ postId: id, areaId: place ?? null, rung: place ? 'mention' : 'city', weight: 1, candidates: [] }],
  };
};

/** Stores posts with their verdicts and places. */
export const collect = async (store: Store, posts: readonly Made[]): Promise<void> => {
  await store.offerPosts(
    posts.map(({ post }) => post),
    [],
    NOW,
  );
  await store.saveVerdicts(
    posts.map(({ verdict }) => verdict),
    [],
    NOW,
    MODEL,
  );
  const ids = posts.map(({ post }) => post.id);
  await store.savePlacements(
    ids,
    posts.flatMap(({ placements }) => placements),
    '1',
  );
};

/** Labels one post in three, mostly as it was judged. */
export const label = async (store: Store, posts: readonly Made[]): Promise<void> => {
  const sampled = posts.filter((_, at) => at % 3 === 0);
  const sampleId = contentId('sample', ...sampled.map(({ post }) => post.id));
  await store.saveSample(
    {
      id: sampleId,
      design: 'random',
      signal: 'hate',
      seed: 1,
      posts: sampled.map(({ post }) => ({ postId: post.id, probability: 1 / 3 })),
    },
    NOW,
  );
  await store.saveLabels(
    sampled.map(({ post, verdict }, at) => ({
      postId: post.id,
      sampleId,
      coder: 'reviewer',
      signals: at % 5 === 0 ? [] : verdict.signals.map(({ code }) => code),
    })),
    NOW,
  );
};

const withFile = <T>(path: string, work: (file: InstanceType<typeof SqliteFile>) => T): T => {
  const file = new SqliteFile(path);
  try {
    return work(file);
  } finally {
    file.close();
  }
};

/** What a tally leaves in the file. */
export const left = (path: string) =>
  withFile(path, (file) => ({
    blocks: file.prepare('select * from blocks order by position').all(),
    outcomes: file.prepare('select * from outcomes order by post_id').all(),
    weeks: file.prepare('select * from counted_weeks order by week').all(),
    copies: file.prepare('select id, copy_of from posts order by id').all(),
  }));

/** Makes the next tally look at every post again. */
export const forget = (path: string): unknown =>
  withFile(path, (file) => file.exec("delete from marks where name in ('counted-as', 'elected')"));

let cities = 0;

/** The folder of a new city without sources; gives its city.yaml. */
export const newCity = (): string => {
  cities += 1;
  const home = join(folder, String(cities));
  mkdirSync(home);
  writeFileSync(join(home, 'areas.geojson'), JSON.stringify(BOUNDARIES));
  const config = join(home, 'city.yaml');
  writeFileSync(config, 'id: small\nnames: { en: Small }\nlanguages: [ara, fra]\nboundaries: areas.geojson\n');
  return config;
};

/** Opens the city, does `work`, then the stages that count and publish, as on the day `now`. Gives the snapshot's bytes. */
export const runCity = async (
  config: string,
  now: string,
  work: (project: Project) => Promise<void>,
): Promise<Map<string, string>> =>
  withProject(config, async (project) => {
    await work(project);
    const context: StageContext = {
      project,
      effects: { ...realEffects(1), clock: () => new Date(now) },
      onProgress: () => undefined,
      terminal: processTerminal({ quiet: true, colour: false }),
    };
    await tallyStage(context);
    const { path } = await snapshotStage(context);
    const files = await openSnapshotFiles(path);
    return new Map([...files].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
  });

/** Where the database of a city lies. */
export const databaseOf = (config: string): string => projectPaths(join(config, '..')).database;
