import { afterEach, describe, expect, it } from 'vitest';
import { openFetcher } from '../../src/fetch/fetcher.js';
import type { FetchLimits } from '../../src/fetch/limits.js';
import { type Answer, openWeb, testEffects, testMemory, type Web } from '../support/web.js';

const SHORT = 200;
const LONG = 20_000;
const limits: Omit<FetchLimits, 'bodyBytes'> = {
  connectMilliseconds: LONG,
  headerMilliseconds: LONG,
  idleMilliseconds: LONG,
  totalMilliseconds: LONG,
};

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const silent: Answer = () => {};
const half: Answer = (_request, response) => void response.writeHead(200, { 'content-length': '100' }).write('half');
const drip: Answer = (_request, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('a'), 20);
  response.on('close', () => clearInterval(timer));
};

describe('each limit of time ends a request by itself', () => {
  it.each<[keyof typeof limits, string, Answer | undefined]>([
    ['connectMilliseconds', 'a name that is never resolved', undefined],
    ['headerMilliseconds', 'an answer that never begins', silent],
    ['idleMilliseconds', 'a body that stops', half],
    ['totalMilliseconds', 'a body that never ends', drip],
  ])('%s: %s', async (limit, _what, robots) => {
    const served = await openWeb(robots === undefined ? {} : { 'a.test/robots.txt': robots });
    web = served;
    const fetcher = openFetcher({
      effects:
        robots === undefined
          ? { ...testEffects(), lookup: () => new Promise(() => {}) }
          : testEffects((hostname, port) => served.dial(hostname, port)),
      memory: testMemory(),
      userAgent: 'Marsad/0.1 (+https://example.org)',
      allowPrivateHosts: [],
      limits: { ...limits, [limit]: SHORT },
    });
    const begun = performance.now();
    const fetched = await fetcher.fetch('http://a.test/x', { gapSeconds: 0, accept: '*/*' });
    expect(fetched).toMatchObject({ kind: 'failed', reason: 'robots-unreachable' });
    expect(fetched).toHaveProperty('message', expect.stringContaining('the answer took too long'));
    // Three tries; undici looks at its clock about once a second.
    expect(performance.now() - begun).toBeLessThan(3 * (SHORT + 1_500));
    await fetcher.close();
  });
});
