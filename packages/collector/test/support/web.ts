import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostMemory } from '../../src/fetch/host-memory.js';
import type { CollectEffects } from '../../src/ports.js';

/** What a path answers: a page, or a function that answers itself. */
export type Answer =
  | string
  | { status?: number; type?: string; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** An invented web on loopback: any host name leads to it. */
export interface Web {
  /** by `host/path?query`; a missing one answers 404 */
  pages: Record<string, Answer>;
  /** every request as `host/path`, in order */
  asked: string[];
  /** user agents seen */
  agents: Set<string>;
  dial: NonNullable<CollectEffects['dial']>;
  port: number;
  close: () => Promise<void>;
}

const write = (
  response: ServerResponse,
  request: IncomingMessage,
  answer: Exclude<Answer, (...args: never[]) => void>,
): void => {
  const {
    status = 200,
    type = 'text/html; charset=utf-8',
    headers = {},
    body = '',
  } = typeof answer === 'string' ? { body: answer } : answer;
  const etag = headers.etag;
  if (etag !== undefined && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(status, { 'content-type': type, ...headers }).end(body);
};

/** Starts the web; `pages` may be changed while it runs. */
export const openWeb = async (pages: Record<string, Answer>): Promise<Web> => {
  const asked: string[] = [];
  const agents = new Set<string>();
  const web: Record<string, Answer> = pages;
  const server: Server = createServer((request, response) => {
    const key = `${request.headers.host ?? ''}${request.url ?? ''}`;
    asked.push(key);
    agents.add(request.headers['user-agent'] ?? '');
    const answer = web[key];
    if (answer === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('not here');
    else if (typeof answer === 'function') answer(request, response);
    else write(response, request, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    pages: web,
    asked,
    agents,
    port,
    dial: () => ({ host: '127.0.0.1', port }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

/** Effects with a clock that moves only by sleeping. */
export const testEffects = (dial?: CollectEffects['dial']): CollectEffects & { slept: number[] } => {
  let now = Date.UTC(2026, 8, 28);
  const slept: number[] = [];
  return {
    slept,
    clock: () => new Date(now),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
    authorKey: new Uint8Array(32).fill(7),
    secrets: {},
    ...(dial ? { dial } : {}),
    onProgress: () => {},
  };
};

/** A memory of hosts that lasts as long as the test holds it. */
export const testMemory = (): HostMemory & { notes: Map<string, string> } => {
  const notes = new Map<string, string>();
  return {
    notes,
    recall: async (key) => notes.get(key) ?? null,
    keep: async (key, value) => {
      notes.set(key, value);
    },
  };
};
