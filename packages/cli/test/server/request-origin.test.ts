import { describe, expect, it } from 'vitest';
import { readOrigin, requestPolicy } from '../../src/server/request-origin.js';
import { siteApp } from '../../src/server/site-app.js';
import { SMALL_SITE } from './listed.js';

const OURS = 'https://hub.example.org';
const HOSTS = ['hub.example.org', 'HUB.example.org', 'hub.example.org.evil.example', 'evil.example', '127.0.0.1'];
const ORIGINS = [OURS, 'https://evil.example', 'null', undefined];
const SITES = ['same-origin', 'cross-site', undefined];
const COMBINATIONS = HOSTS.flatMap((host) =>
  ORIGINS.flatMap((origin) => SITES.map((site) => ({ host, origin, site }))),
);

const app = siteApp({ filesFor: async () => SMALL_SITE, requests: requestPolicy(readOrigin(OURS)), https: true });
const headsOf = ({ host, origin, site }: (typeof COMBINATIONS)[number]): Record<string, string> => ({
  host,
  ...(origin !== undefined && { origin }),
  ...(site !== undefined && { 'sec-fetch-site': site, 'sec-fetch-mode': 'cors' }),
});

describe('60 combinations of Host, Origin and Sec-Fetch-Site', () => {
  it('are 60', () => {
    expect(COMBINATIONS).toHaveLength(60);
  });

  it.each(COMBINATIONS)('change nothing unless all are ours: $host, $origin, $site', async (combination) => {
    const { host, origin, site } = combination;
    const answer = await app.request(`${OURS}/`, { method: 'POST', headers: headsOf(combination) });
    const ourHost = host.toLowerCase() === 'hub.example.org';
    // 405: it went past every check, to an app that changes nothing.
    const expected = !ourHost ? 404 : origin === OURS && site !== 'cross-site' ? 405 : 403;
    expect(answer.status).toBe(expected);
  });

  it.each(COMBINATIONS)('read for pages of ours alone: $host, $origin, $site', async (combination) => {
    const answer = await app.request(`${OURS}/data/manifest.json`, { headers: headsOf(combination) });
    const ourHost = combination.host.toLowerCase() === 'hub.example.org';
    expect(answer.status).toBe(!ourHost ? 404 : combination.site === 'cross-site' ? 403 : 200);
  });
});

describe('a request', () => {
  it('may follow a link from elsewhere', async () => {
    const headers = { host: 'hub.example.org', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await app.request(`${OURS}/`, { headers })).status).toBe(200);
  });

  it('of a page on another port of this machine changes nothing', async () => {
    const local = siteApp({ filesFor: async () => SMALL_SITE, requests: requestPolicy(undefined), https: false });
    const from = (origin: string) =>
      local.request('http://localhost:8600/', { method: 'POST', headers: { host: 'localhost:8600', origin } });
    expect((await from('http://localhost:3000')).status).toBe(403);
    expect((await from('http://localhost:8600')).status).toBe(405);
  });
});

describe('--origin', () => {
  it.each([
    'https://hub.example.org',
    'https://hub.example.org/',
    'https://hub.example.org:8443',
    'http://localhost:8600',
  ])('may be %s', (text) => {
    expect(readOrigin(text).origin).toBe(text.replace(/\/$/, ''));
  });

  it.each([
    'hub.example.org',
    'http://hub.example.org',
    'https://hub.example.org/path',
    'https://user:secret@hub.example.org',
    'https://hub.example.org?x',
    'file:///tmp',
    '',
  ])('is refused as %j', (text) => {
    expect(() => readOrigin(text)).toThrow(/expected https:\/\/host/);
  });
});
