import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../src/server/listen.js';
import { requestPolicy } from '../../src/server/request-origin.js';
import { siteApp } from '../../src/server/site-app.js';
import { SMALL_SITE } from './listed.js';

const DOTS = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '%c0%ae%c0%ae', '%u002e%u002e', '..%00', '....', '.'];
const SLASHES = ['/', '%2f', '%5c', '\\', '%252f', '%c0%af', '//', '/./', ';/', '%00/'];
const TARGETS = ['etc/passwd', 'package.json', 'accounts.json', 'audit.jsonl', 'data/'];

/** 500 ways to write a path that leads out of the list: every dot with every slash and target, once and many times over. */
const PATHS = DOTS.flatMap((dots, row) =>
  SLASHES.flatMap((slash, column) =>
    TARGETS.map(
      (target, at) => `${row % 2 === 0 ? '/data' : ''}/${`${dots}${slash}`.repeat(1 + ((column + at) % 7))}${target}`,
    ),
  ),
);
const MORE = [
  '/data//manifest.json',
  '//data/manifest.json',
  '/data/manifest.json%00',
  '/data/manifest.json/',
  '/DATA/manifest.json',
  '/data\\manifest.json\\',
  `/${'a'.repeat(8_000)}`,
  `/${'../'.repeat(2_000)}etc/passwd`,
  '/%',
  '/%zz',
  '/__proto__',
  '/constructor',
];

let server: Listening;
beforeAll(async () => {
  const app = siteApp({ filesFor: async () => SMALL_SITE, requests: requestPolicy(undefined), https: false });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

/** Sends a path exactly as it is written, as no client library would, and gives back status and body. */
const askRaw = (path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('end', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), body });
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`);
  });

describe('a path', () => {
  it('leads to listed files and nothing else in 500 ways of writing it, never saying what is there', async () => {
    expect(new Set(PATHS).size).toBe(500);
    const wrong: string[] = [];
    for (const path of [...PATHS, ...MORE]) {
      const { status, body } = await askRaw(path);
      // Node's adapter refuses what is no URL before anything looks at it.
      const refusedUnread = status === 400 && path.includes('\\') && body === '0\r\n\r\n'.slice(0, body.length);
      if (!refusedUnread && (status !== 404 || body !== 'not found'))
        wrong.push(`${path}: ${status} ${body.slice(0, 40)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('that is listed is answered', async () => {
    expect(await askRaw('/data/manifest.json')).toEqual({ status: 200, body: '{}' });
  });
});
