import { type CollectReport, collect, filesOnDisk } from '@marsad/collector';
import { InputError } from '@marsad/records';
import { keepAuthorKey, passingAuthorKey } from '../project/author-key.js';
import { sourceEventsOf } from './source-events.js';
import type { StageContext } from './stage-context.js';

export interface CollectOptions {
  /** ids of the sources to ask; all when absent */
  only?: readonly string[];
  /** most documents to fetch in this run */
  limit?: number;
  dryRun?: boolean;
}

/** Tells sites who asks and how to reach them. */
const userAgentOf = (contact: string): string => `Marsad/0.1 (+${contact})`;

/** Public web → posts in the store, and into the log of the sources what this run found of them. */
export const collectStage = async (
  { project, effects, onProgress, signal }: StageContext,
  options: CollectOptions = {},
): Promise<CollectReport> => {
  const { config } = project.city;
  if (config.contact === undefined && config.sources.some(({ kind }) => kind !== 'file')) {
    throw new InputError(
      'contact-missing',
      `${project.city.file}: contact: expected an e-mail or web address, but it is missing`,
      {
        remedy: 'Sites that are asked must be able to reach you: name an address in `contact`.',
      },
    );
  }
  const { store } = project;
  const holdsPosts = async (): Promise<boolean> => (await store.counts()).posts > 0;
  if (!options.dryRun) {
    await store.keepSources(
      config.sources.map(({ id, kind, name, home }) => ({ id, kind, name, home: home ?? null })),
      effects.clock().toISOString(),
    );
  }
  const report = await collect(config.sources, {
    ledger: store,
    effects: {
      clock: effects.clock,
      sleep: effects.sleep,
      random: effects.random,
      process: effects.process,
      authorKey: options.dryRun ? passingAuthorKey() : await keepAuthorKey(project.paths.authorKey, holdsPosts),
      secrets: effects.environment,
      ...(effects.dial ? { dial: effects.dial } : {}),
      ...(effects.chromium ? { chromium: effects.chromium } : {}),
      files: filesOnDisk(project.city.folder),
      onProgress,
    },
    userAgent: userAgentOf(config.contact ?? 'nobody'),
    allowPrivateHosts: config.allowPrivateHosts,
    ...(options.only ? { only: options.only } : {}),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    ...(options.dryRun ? { dryRun: true } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!options.dryRun) {
    const now = effects.clock().toISOString();
    await store.logSourceRun(now.slice(0, 10), await sourceEventsOf(report.sources, store, now));
  }
  return report;
};
