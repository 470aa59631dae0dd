import { availableParallelism } from 'node:os';
import { InputError } from '@marsad/records';
import { type ExtractionWorkers, openExtractionWorkers } from './extract/extraction-workers.js';
import { type Fetcher, openFetcher } from './fetch/fetcher.js';
import { ledgerMemory, withoutTrace } from './fetch/host-memory.js';
import type { FetchLimits } from './fetch/limits.js';
import { runPool } from './fetch/pool.js';
import { collectFiles, planFiles } from './import/collect-files.js';
import type { CollectEffects, CollectLedger } from './ports.js';
import { openPageRenderer, type PageRenderer } from './render/page-renderer.js';
import type { CollectReport, SourceResult } from './report.js';
import { dryRun } from './run/dry-run.js';
import { ItemCounts } from './run/offer.js';
import { MAXIMUM_AHEAD, SourceRun } from './run/source-run.js';
import type { Source } from './sources/all.js';
import { openReader, type WebSource } from './sources/open-reader.js';

const MAXIMUM_WORKERS = 4;

export interface CollectOptions {
  ledger: CollectLedger;
  effects: CollectEffects;
  /** names the project and a contact address; sent with every request, its first word matched against robots.txt */
  userAgent: string;
  /** hosts (`name`, `name:port` or address) that may lie in private networks */
  allowPrivateHosts: readonly string[];
  /** ids of the sources to collect; all when absent */
  only?: readonly string[];
  /** documents per source in this run */
  limit?: number;
  /** only says what would be asked for */
  dryRun?: boolean;
  /** how long and how much one request may take, where it differs from the usual */
  limits?: Partial<FetchLimits>;
  signal?: AbortSignal;
}

const chosen = (sources: readonly Source[], only: readonly string[] | undefined): Source[] => {
  for (const id of only ?? []) {
    if (!sources.some((source) => source.id === id)) {
      throw new InputError('unknown-source', `source ${id}: not among the configured ones`, {
        remedy: `Choose from: ${sources
          .map((source) => source.id)
          .sort()
          .join(', ')}.`,
      });
    }
  }
  return sources.filter(({ id }) => only === undefined || only.includes(id));
};

const isOnTheWeb = (source: Source): source is WebSource => source.kind !== 'file';

const collectAll = async (
  sources: readonly Source[],
  options: CollectOptions,
  fetcher: Fetcher,
  workers: ExtractionWorkers,
  renderer: PageRenderer | undefined,
): Promise<{ results: SourceResult[]; items: ItemCounts }> => {
  const { ledger, effects, limit, signal } = options;
  let documents = 0;
  const runs = sources.filter(isOnTheWeb).map(
    (source) =>
      new SourceRun(
        source,
        openReader(source, { ledger, workers, renderer, clock: effects.clock, secrets: effects.secrets }),
        {
          ledger,
          effects,
          fetcher,
          limit,
          signal,
          onDocument: (sourceId) => {
            documents += 1;
            effects.onProgress({ stage: 'collect', done: documents, note: sourceId });
          },
        },
      ),
  );
  for (const run of runs) await run.start();

  let turn = 0;
  const ready: SourceRun[] = [];
  await runPool(
    {
      ready: async () => {
        for (let step = 0; step < runs.length; step += 1) {
          const run = runs[(turn + step) % runs.length];
          if (!run || !(await run.ready())) continue;
          turn += step + 1;
          ready.push(run);
          return true;
        }
        return false;
      },
      run: async () => {
        await ready.shift()?.takeOne();
      },
      finished: async () => runs.every((run) => run.finished),
    },
    // Room for every source: hosts that answer slowly hold up nobody but themselves.
    { least: runs.length, most: runs.length * MAXIMUM_AHEAD },
  );

  const results: SourceResult[] = [];
  const items = new ItemCounts();
  for (const run of runs) {
    results.push(await run.close());
    items.merge(run.items);
  }
  for (const source of sources) {
    if (isOnTheWeb(source)) continue;
    const before = documents;
    const onProgress = ({ files }: { files: number }): void => {
      documents = before + files;
      effects.onProgress({ stage: 'collect', done: documents, note: source.id });
    };
    const read = await collectFiles(source, {
      ledger,
      effects,
      files: effects.files,
      workers,
      limit,
      signal,
      onProgress,
    });
    results.push(read.result);
    items.merge(read.items);
  }
  const place = new Map(sources.map(({ id }, index) => [id, index]));
  results.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return { results, items };
};

/**
 * Fetches the sources with manners and offers their posts to the ledger. One source that cannot be reached does not stop
 * the others: its result says so. When the signal fires, what is under way is given back and the report so far returned.
 * @throws {InputError} when `only` names a source that is not there
 */
export const collect = async (sources: readonly Source[], options: CollectOptions): Promise<CollectReport> => {
  const { effects, userAgent, allowPrivateHosts, limits, signal } = options;
  const wanted = chosen(sources, options.only);
  const start = effects.clock().getTime();
  const held = ledgerMemory(options.ledger);
  const memory = options.dryRun ? withoutTrace(held) : held;
  const fetcher = openFetcher({ effects, memory, userAgent, allowPrivateHosts, limits, signal });
  const workers = openExtractionWorkers(Math.max(1, Math.min(MAXIMUM_WORKERS, availableParallelism() - 1)));
  const { chromium } = effects;
  const renderer = chromium && openPageRenderer({ chromium, fetcher, userAgent, signal });
  const seconds = (): number => Math.max(0, (effects.clock().getTime() - start) / 1000);
  try {
    if (options.dryRun) {
      const results: SourceResult[] = [];
      for (const source of wanted)
        results.push(
          isOnTheWeb(source)
            ? await dryRun(
                source,
                openReader(source, {
                  ledger: options.ledger,
                  workers,
                  renderer,
                  clock: effects.clock,
                  secrets: effects.secrets,
                }),
                { ledger: options.ledger, effects, fetcher, limit: options.limit },
              )
            : await planFiles(source, effects.files),
        );
      return { sources: results, items: { name: 'collect', in: 0, out: 0, dropped: {}, seconds: seconds() } };
    }
    const { results, items } = await collectAll(wanted, options, fetcher, workers, renderer);
    return {
      sources: results,
      items: {
        name: 'collect',
        in: items.found,
        out: items.outcome.stored,
        dropped: items.dropped.toJSON(),
        seconds: seconds(),
      },
    };
  } finally {
    await renderer?.close();
    await fetcher.close();
    await workers.close();
  }
};
