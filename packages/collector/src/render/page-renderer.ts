import { setTimeout as delay } from 'node:timers/promises';
import type { PlaywrightCrawler } from 'crawlee';
import PQueue from 'p-queue';
import type { Page } from 'playwright-core';
import type { Fetcher } from '../fetch/fetcher.js';
import { loadCrawlee } from '../fetch/load-crawlee.js';
import type { CollectEffects } from '../ports.js';
import { answerRequests } from './answer-requests.js';
import { launchOptions } from './launch-options.js';
import { RENDER_LIMITS, type RenderLimits } from './render-limits.js';

/** What a browser needs beyond a page's own time: to start, to hand over the text, to close. */
const GRACE_MILLISECONDS = 5_000;
const START_MILLISECONDS = 30_000;
const MAXIMUM_PAGES_AT_ONCE = 2;

/** What became of a page in the browser. */
type Rendering =
  | { ok: true; html: string }
  | { ok: false; reason: 'time-out' | 'too-large' | 'browser-failed' | 'interrupted'; message: string };

/** Runs the scripts of pages. */
export interface PageRenderer {
  /**
   * The page as it is once its scripts have run and its requests have been quiet for half a second, or at its deadline.
   * Never throws.
   * @param page.html as it came, decoded; it is not asked for again
   * @param page.gapSeconds between requests to the same host
   * @param page.onBytes told of what its scripts load, decoded, and of the page they make
   */
  render(page: { url: string; html: string; gapSeconds: number; onBytes: (count: number) => void }): Promise<Rendering>;
  close(): Promise<void>;
}

interface Job {
  url: string;
  html: string;
  gapSeconds: number;
  onBytes: (count: number) => void;
  page?: Page;
  isOver: boolean;
  finish: (rendering: Rendering) => void;
}

const interrupted = (url: string): Rendering => ({
  ok: false,
  reason: 'interrupted',
  message: `${url}: interrupted`,
});

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

/**
 * Opens a renderer over the user's Chromium, driven by crawlee's PlaywrightCrawler. The browser starts with the first page.
 * Nothing it does reaches the network by itself: `answerRequests` says what answers its requests. Pages share nothing,
 * cookies and storage included.
 */
export const openPageRenderer = (options: {
  chromium: NonNullable<CollectEffects['chromium']>;
  fetcher: Pick<Fetcher, 'fetch'>;
  userAgent: string;
  limits?: Partial<RenderLimits> | undefined;
  signal?: AbortSignal | undefined;
}): PageRenderer => {
  const { chromium, fetcher, userAgent, signal } = options;
  const limits: RenderLimits = { ...RENDER_LIMITS, ...options.limits };
  const jobs = new Map<string, Job>();
  /** a page's time begins with its turn */
  const turns = new PQueue({ concurrency: MAXIMUM_PAGES_AT_ONCE });
  let count = 0;
  let ended: string | undefined;
  let isRunning = false;
  let running: Promise<void> = Promise.resolve();
  let starting: Promise<PlaywrightCrawler> | undefined;

  const endAll = (message: string): void => {
    ended ??= message;
    for (const job of jobs.values()) job.finish({ ok: false, reason: 'browser-failed', message });
  };

  const start = async (): Promise<PlaywrightCrawler> => {
    const [crawlee, playwright] = await Promise.all([loadCrawlee(), import('playwright-core')]);
    const { Configuration, Log, LogLevel, PlaywrightCrawler } = crawlee;
    const configuration = new Configuration({
      persistStorage: false,
      purgeOnStart: false,
      // crawlee starts `ps` at each measurement; how much runs at once is fixed here.
      systemInfoIntervalMillis: 2 ** 31 - 1,
    });
    const crawler = new PlaywrightCrawler(
      {
        launchContext: {
          launcher: playwright.chromium,
          useIncognitoPages: true,
          launchOptions: launchOptions(chromium),
        },
        browserPoolOptions: {
          // An honest browser: it does not pretend to be another one.
          useFingerprints: false,
          prePageCreateHooks: [
            (_id, _controller, pageOptions) => {
              Object.assign(pageOptions ?? {}, { userAgent, serviceWorkers: 'block', acceptDownloads: false });
            },
          ],
        },
        keepAlive: true,
        minConcurrency: 1,
        maxConcurrency: MAXIMUM_PAGES_AT_ONCE,
        autoscaledPoolOptions: { maybeRunIntervalSecs: 0.05, loggingIntervalSecs: null },
        maxRequestRetries: 0,
        retryOnBlocked: false,
        useSessionPool: false,
        persistCookiesPerSession: false,
        // Ours runs out first: a script that never ends can also keep the browser from telling that the page has come, and
        // that is the page's fault, not the browser's.
        navigationTimeoutSecs: Math.ceil((limits.milliseconds + GRACE_MILLISECONDS + START_MILLISECONDS) / 1000),
        requestHandlerTimeoutSecs: Math.ceil((limits.milliseconds + GRACE_MILLISECONDS) / 1000),
        log: new Log({ level: LogLevel.OFF }),
        preNavigationHooks: [
          async ({ page, request }, gotoOptions) => {
            const job = jobs.get(request.uniqueKey);
            if (!job || job.isOver) throw new Error('the page is over');
            isRunning = true;
            job.page = page;
            // The page's own time is measured by us: a script that never ends keeps a page from loading.
            Object.assign(gotoOptions ?? {}, { waitUntil: 'commit' });
            await answerRequests(page, { ...job, fetcher, limits, isOver: () => job.isOver });
          },
        ],
        requestHandler: async ({ page, request }) => {
          const job = jobs.get(request.uniqueKey);
          if (!job) return;
          const deadline = new AbortController();
          await Promise.race([
            page.waitForLoadState('networkidle', { timeout: limits.milliseconds }).catch(() => {}),
            delay(limits.milliseconds, undefined, { signal: deadline.signal }).catch(() => {}),
          ]);
          deadline.abort();
          const html = await page.content();
          job.onBytes(Buffer.byteLength(html));
          job.finish(
            html.length > limits.bytes
              ? {
                  ok: false,
                  reason: 'too-large',
                  message: `${job.url}: its scripts made ${html.length} characters of it`,
                }
              : { ok: true, html },
          );
        },
        failedRequestHandler: async ({ request }, error) => {
          jobs.get(request.uniqueKey)?.finish({ ok: false, reason: 'browser-failed', message: messageOf(error) });
        },
      },
      configuration,
    );
    running = crawler.run().then(
      () => endAll('the browser was closed'),
      (error: unknown) => endAll(messageOf(error)),
    );
    return crawler;
  };

  const renderOne = async ({
    url,
    html,
    gapSeconds,
    onBytes,
  }: Parameters<PageRenderer['render']>[0]): Promise<Rendering> => {
    const uniqueKey = String(++count);
    const rendering = new Promise<Rendering>((resolve) => {
      jobs.set(uniqueKey, { url, html, gapSeconds, onBytes, isOver: false, finish: resolve });
    });
    const wait = limits.milliseconds + GRACE_MILLISECONDS + (isRunning ? 0 : START_MILLISECONDS);
    const timer = new AbortController();
    const until = signal ? AbortSignal.any([timer.signal, signal]) : timer.signal;
    try {
      if (signal?.aborted) return interrupted(url);
      starting ??= start();
      const crawler = await starting;
      if (ended !== undefined) return { ok: false, reason: 'browser-failed', message: ended };
      await crawler.addRequests([{ url, uniqueKey }]);
      const late = delay(wait, undefined, { signal: until }).then(
        (): Rendering => ({ ok: false, reason: 'time-out', message: `${url}: its scripts did not end in time` }),
        () => interrupted(url),
      );
      const result = await Promise.race([rendering, late]);
      return signal?.aborted ? interrupted(url) : result;
    } catch (error) {
      return { ok: false, reason: 'browser-failed', message: messageOf(error) };
    } finally {
      timer.abort();
      const job = jobs.get(uniqueKey);
      jobs.delete(uniqueKey);
      if (job) job.isOver = true;
      void job?.page?.close().catch(() => {});
    }
  };

  return {
    render: (page) => turns.add(() => renderOne(page)),
    async close() {
      const crawler = await starting?.catch(() => undefined);
      await crawler?.autoscaledPool?.abort();
      await running;
    },
  };
};
