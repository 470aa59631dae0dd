import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { expect, it } from 'vitest';
import { loadCrawlee } from '../../src/fetch/load-crawlee.js';

it('crawlee loads, and the proxy it opens on all addresses is closed while other servers stay open', async () => {
  const channel = 'tracing:net.server.listen:asyncEnd';
  const opened: Server[] = [];
  const note = (message: unknown): void => {
    opened.push((message as { server: Server }).server);
  };
  subscribe(channel, note);
  const loading = loadCrawlee();
  const ours = createServer().listen(0, '127.0.0.1');
  const { AutoscaledPool } = await loading;
  unsubscribe(channel, note);
  expect(AutoscaledPool).toBeTypeOf('function');
  const theirs = opened.filter((server) => server !== ours);
  expect(theirs.length).toBeGreaterThan(0);
  for (const server of theirs) if (server.listening) await once(server, 'close');
  expect(theirs.some(({ listening }) => listening)).toBe(false);
  expect(ours.listening).toBe(true);
  ours.close();
});
