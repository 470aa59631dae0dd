import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));
const ROBOTS = 'User-agent: *\nDisallow: /private/\nDisallow: /gazette.rss';
const START = '<a href="/a.html">a</a><a href="/b.html">b</a><a href="/private/c.html">c</a>';

let folder: string;
let config: string;
let server: Server;
/** what was asked of the server, in order */
let asked: string[];

/** Not `spawnSync`: the server answers from this very thread. */
const marsad = (...args: string[]) => promisify(execFile)(process.execPath, [BIN, ...args], { encoding: 'utf8' });

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/robots.txt') response.end(ROBOTS);
    else if (request.url === '/') response.setHeader('content-type', 'text/html').end(START);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'marsad-collect-'));
  config = join(folder, 'city', 'city.yaml');
  await marsad('init', join(folder, 'city'), '--boundaries', BOUNDARIES);
  const sources = [
    { id: 'news', kind: 'website', name: 'News', start: [`http://${host}/`], maximumPages: 3 },
    { id: 'gazette', kind: 'feed', name: 'Gazette', url: `http://${host}/gazette.rss` },
    { id: 'social', kind: 'mastodon', name: 'Social', instance: `http://${host}`, timeline: 'public' },
  ].map((source) => JSON.stringify({ ...source, gapSeconds: 0.1 }));
  writeFileSync(
    config,
    readFileSync(config, 'utf8')
      .replace('allowPrivateHosts: []', `allowPrivateHosts: ['${host}']`)
      .replace('sources: []', `contact: a@city.example\nsources: [${sources.join(', ')}]`),
  );
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('a dry run of collect', () => {
  it('lists what a run would do with every document and asks for robots.txt alone', async () => {
    const { stdout, stderr } = await marsad('collect', '-c', config, '--dry-run');
    expect(asked).toEqual(['/robots.txt']);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(stdout.split('\n')).toEqual([
      'source   from   what a run would do  address',
      '───────  ─────  ───────────────────  ───────',
      `news     entry  would fetch          ${origin}/`,
      `gazette  entry  robots forbids       ${origin}/gazette.rss`,
      expect.stringMatching(
        /^social {3}entry {2}would fetch {10}http:\/\/127\.0\.0\.1:\d+\/api\/v1\/timelines\/public/,
      ),
      '',
    ]);
    expect(stderr).toContain('news (website): 1 would be asked for, 0 forbidden, 0 noted beyond the budget');
    expect(stderr).toContain('nothing was stored');
    expect(existsSync(join(folder, 'city', 'data'))).toBe(false);
  });

  it('needs no author key, and the first real run of a hand-written city makes one', async () => {
    const key = join(folder, 'city', 'author.key');
    rmSync(key);
    await marsad('collect', '-c', config, '--dry-run', '--source', 'news');
    expect(existsSync(key)).toBe(false);
    await marsad('collect', '-c', config, '--source', 'news');
    expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('gives one line of JSON, with what earlier runs left in the store and what is beyond the budget', async () => {
    await marsad('collect', '-c', config, '--source', 'news', '--limit', '1');
    expect(asked).toEqual(['/robots.txt', '/']);
    asked = [];
    const { stdout } = await marsad('collect', '-c', config, '--dry-run', '--json', '--limit', '3', '--source', 'news');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const { dryRun, sources } = JSON.parse(stdout);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(dryRun).toBe(true);
    expect(sources[0].planned).toEqual([
      { url: `${origin}/`, from: 'entry', decision: 'fetch' },
      { url: `${origin}/a.html`, from: 'queued', decision: 'fetch' },
      { url: `${origin}/b.html`, from: 'queued', decision: 'fetch' },
      { url: `${origin}/private/c.html`, from: 'queued', decision: 'forbidden', reason: 'robots' },
    ]);
    // The robots.txt of the run before is not a day old.
    expect(asked).toEqual([]);

    const again = await marsad('collect', '-c', config, '--dry-run', '--limit', '2', '--source', 'news');
    expect(again.stdout).toMatch(/news {4}queued {2}noted: budget limit {2}http\S+\/b\.html/);
    const { stdout: real } = await marsad('collect', '-c', config, '--source', 'news', '--json');
    expect(JSON.parse(real).sources[0].documents.fetched).toBe(1);
    expect(asked).toEqual(['/', '/a.html', '/b.html']);
  });
});
