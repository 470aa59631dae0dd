import type { IncomingMessage } from 'node:http';
import { afterEach } from 'vitest';
import { type CollectOptions, type CollectReport, collect, type Source, sourceSpec } from '../../dist/index.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { type Answer, openWeb, testEffects, type Web } from '../support/web.js';

/** What an invented service answers; an object is sent as JSON. */
interface ServiceAnswer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  html?: string;
}
/** undefined stands for 404. */
export type Service = (url: URL, request: IncomingMessage) => ServiceAnswer | undefined;

/** A service on loopback with a ledger beside it, to be collected from as often as a test likes. */
export interface Served {
  /** paths with their queries, without robots.txt; emptied before each run */
  asked: string[];
  /** addresses of robots.txt asked for, over all runs */
  robots: string[];
  slept: number[];
  ledger: MemoryLedger;
  run(source: Source, options?: Partial<CollectOptions>): Promise<CollectReport>;
}

let open: Web[] = [];
afterEach(async () => {
  await Promise.all(open.map((web) => web.close()));
  open = [];
});

/** Parses a source as city.yaml would give it, without a pause between requests. */
export const sourceOf = (spec: Record<string, unknown>): Source =>
  sourceSpec.parse({ id: 'source', name: 'a source', gapSeconds: 0, ...spec });

/** Serves `respond` at any host name; what it does not answer is 404, robots.txt included. */
export const serve = async (respond: Service, secrets: Record<string, string> = {}): Promise<Served> => {
  const asked: string[] = [];
  const robots: string[] = [];
  const answer: Answer = (request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    (url.pathname === '/robots.txt' ? robots : asked).push(url.pathname + url.search);
    const said = respond(url, request);
    const { status = said ? 200 : 404, headers = {}, json, html } = said ?? {};
    const type = html === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
    response.writeHead(status, { 'content-type': type, ...headers }).end(html ?? JSON.stringify(json ?? {}));
  };
  const web = await openWeb(new Proxy({}, { get: () => answer }));
  open.push(web);
  const ledger = new MemoryLedger();
  const effects = { ...testEffects(web.dial), secrets };
  return {
    asked,
    robots,
    slept: effects.slept,
    ledger,
    run: (source, options = {}) => {
      asked.length = 0;
      return collect([source], {
        ledger,
        effects,
        userAgent: 'Marsad/0.1 (+https://example.org/contact)',
        allowPrivateHosts: [],
        ...options,
      });
    },
  };
};
