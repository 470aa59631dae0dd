import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openClassifier } from '@marsad/classifier';
import { secretsNeeded } from '@marsad/collector';
import { gazetteerFrom, verifySnapshot } from '@marsad/observatory';
import { MarsadError } from '@marsad/records';
import { openStore } from '@marsad/store';
import { type LoadedCity, loadCity } from '../config/load-city.js';
import { contextFindings } from '../context/context-findings.js';
import type { Effects } from '../effects.js';
import { readAuthorKey } from '../project/author-key.js';
import { cityClassifier } from '../project/city-classifier.js';
import { loadBoundaries, loadGazetteer } from '../project/load-places.js';
import { projectPaths } from '../project/paths.js';
import type { Finding } from './finding.js';
import { renderingFindings } from './rendering-findings.js';
import { sourceFindings } from './source-findings.js';

const OLDEST_NODE = [20, 19] as const;

const nodeVersion = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return enough
    ? { state: 'ready', subject: 'Node', sentence: process.versions.node }
    : {
        state: 'wrong',
        subject: 'Node',
        sentence: `expected ${OLDEST_NODE.join('.')} or newer, got ${process.versions.node}`,
      };
};

const viewer = (): Finding => {
  const folder = dirname(fileURLToPath(import.meta.resolve('@marsad/map-ui/package.json')));
  return existsSync(join(folder, 'dist', 'viewer', 'index.html'))
    ? { state: 'ready', subject: 'viewer', sentence: 'built' }
    : { state: 'missing', subject: 'viewer', sentence: 'not built', remedy: 'Run `npx --yes pnpm@12 build`.' };
};

/** Turns a thrown error into a finding, so that one fault does not hide the next. */
const attempt = async (subject: string, look: () => Promise<Finding[]>): Promise<Finding[]> => {
  try {
    return await look();
  } catch (error) {
    const remedy = error instanceof MarsadError ? error.remedy : undefined;
    return [
      {
        state: 'wrong',
        subject,
        sentence: error instanceof Error ? error.message : String(error),
        ...(remedy === undefined ? {} : { remedy }),
      },
    ];
  }
};

/** The boundaries, and what names areas of them: without boundaries nothing can be said of those. */
const places = async (city: LoadedCity): Promise<Finding[]> => {
  const { areas, warnings } = await loadBoundaries(city);
  return [
    { state: 'ready', subject: 'boundaries', sentence: `${areas.features.length} neighbourhoods` },
    ...warnings.map((sentence): Finding => ({ state: 'missing', subject: 'boundaries', sentence })),
    ...(await attempt('gazetteer', async () => {
      const { length } = gazetteerFrom(areas, await loadGazetteer(city, areas));
      return [{ state: 'ready', subject: 'gazetteer', sentence: `${length} entries` }];
    })),
    ...(await attempt('context', () => contextFindings(city, new Set(areas.features.map(({ id }) => id))))),
  ];
};

const lexicons = async (city: LoadedCity): Promise<Finding[]> => {
  const settings = cityClassifier(city);
  if (settings.lexicons.length === 0) return [];
  const classifier = await openClassifier(settings);
  await classifier.close();
  return [{ state: 'ready', subject: 'lexicons', sentence: `${settings.lexicons.length} of the city's own` }];
};

const authorKey = async (city: LoadedCity): Promise<Finding[]> => {
  const path = projectPaths(city.folder).authorKey;
  await readAuthorKey(path);
  const othersMayRead = process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0;
  return [
    othersMayRead
      ? {
          state: 'wrong',
          subject: 'author key',
          sentence: 'other users of this machine may read it',
          remedy: `chmod 600 ${path}`,
        }
      : { state: 'ready', subject: 'author key', sentence: 'present, readable by its owner only' },
  ];
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Keys that sources need and the environment lacks. */
const missingSecrets = (city: LoadedCity, environment: Environment): Finding[] =>
  city.config.sources.flatMap((source) =>
    secretsNeeded(source)
      .filter((name) => !environment[name])
      .map(
        (name): Finding => ({
          state: 'wrong',
          subject: `source ${source.id}`,
          sentence: `needs a key in ${name}, which is not set`,
          remedy: `Set ${name} in the environment, or remove the source.`,
        }),
      ),
  );

const sources = (city: LoadedCity): Finding[] => {
  const { config } = city;
  if (config.sources.length === 0) {
    return [
      {
        state: 'missing',
        subject: 'sources',
        sentence: 'none in city.yaml',
        remedy: 'Name some, or use `marsad import`.',
      },
    ];
  }
  return [
    { state: 'ready', subject: 'sources', sentence: `${config.sources.length} in city.yaml` },
    ...(config.contact === undefined && config.sources.some(({ kind }) => kind !== 'file')
      ? [
          {
            state: 'wrong' as const,
            subject: 'contact',
            sentence: 'missing',
            remedy: 'Sites that are asked must be able to reach you: set `contact` in city.yaml.',
          },
        ]
      : []),
  ];
};

const database = async (city: LoadedCity): Promise<Finding[]> => {
  const path = projectPaths(city.folder).database;
  if (!existsSync(path))
    return [
      {
        state: 'missing',
        subject: 'database',
        sentence: 'none yet',
        remedy: 'The first `marsad run` or `marsad import` makes it.',
      },
    ];
  const store = await openStore(path, { mustExist: true });
  try {
    const { posts, violations } = await store.conservation();
    const sources = (await store.sources()).length;
    const { minimumSources } = city.config.protection;
    return [
      { state: 'ready', subject: 'database', sentence: `${posts} posts` },
      ...(posts > 0 && sources < minimumSources
        ? [
            {
              state: 'missing' as const,
              subject: 'publish gate',
              sentence: `posts come from ${sources} of at least ${minimumSources} sources, so every figure is hidden`,
              remedy: 'Collect or import from more sources.',
            },
          ]
        : []),
      ...(violations.length === 0
        ? [
            {
              state: 'ready' as const,
              subject: 'conservation',
              sentence: 'every document, item and post is in one state',
            },
          ]
        : violations.map(
            (sentence): Finding => ({
              state: 'wrong',
              subject: 'conservation',
              sentence,
              remedy: 'Run `marsad run` again; if it stays, report it.',
            }),
          )),
      ...sourceFindings(await store.sourceLogs()),
    ];
  } finally {
    await store.close();
  }
};

const snapshot = async (city: LoadedCity): Promise<Finding[]> => {
  const path = projectPaths(city.folder).snapshot;
  if (!existsSync(path))
    return [{ state: 'missing', subject: 'snapshot', sentence: 'none yet', remedy: 'Run `marsad run -c city.yaml`.' }];
  const { ok, problems } = await verifySnapshot(path);
  return ok
    ? [{ state: 'ready', subject: 'snapshot', sentence: 'whole and within the publish gate' }]
    : problems.map(
        (sentence): Finding => ({
          state: 'wrong',
          subject: 'snapshot',
          sentence,
          remedy: 'Make it again with `marsad snapshot create`.',
        }),
      );
};

/** Looks at everything a run needs, each on its own, in the order in which a run needs it. */
export const runChecks = async (
  path: string | undefined,
  { environment, chromium }: Pick<Effects, 'environment' | 'chromium'>,
): Promise<Finding[]> => {
  const findings = [nodeVersion(), viewer()];
  if (path === undefined) return findings;
  let city: LoadedCity;
  try {
    city = await loadCity(path);
  } catch (error) {
    return [...findings, ...(await attempt('city.yaml', () => Promise.reject(error)))];
  }
  findings.push({ state: 'ready', subject: 'city.yaml', sentence: city.config.id });
  findings.push(...(await attempt('boundaries', () => places(city))));
  findings.push(...(await attempt('lexicons', () => lexicons(city))));
  findings.push(...(await attempt('author key', () => authorKey(city))));
  findings.push(...sources(city), ...missingSecrets(city, environment));
  findings.push(...renderingFindings(city.config.sources, chromium, environment));
  findings.push(...(await attempt('database', () => database(city))));
  findings.push(...(await attempt('snapshot', () => snapshot(city))));
  return findings;
};
