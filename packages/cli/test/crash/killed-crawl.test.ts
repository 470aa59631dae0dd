import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '@marsad/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAuthorKey } from '../../src/project/author-key.js';
import { type CrawlSite, openCrawlSite, SITE_PAGES } from './crawl-site.js';

const KILLS = 40;
/** Of these, kills before the first request: while the program starts, opens its store and takes up its leases. */
const EARLY_KILLS = 8;
const LONGEST_START = 1_500;
/** Documents of a source that are under way at the same time. */
const IN_FLIGHT = 8;
const MINUTES = 60_000;

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));

/** Park–Miller: a fixed row of numbers in [0, 1), so that a failure can be run again. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

let folder: string;
let site: CrawlSite;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-killed-'));
  await createAuthorKey(join(folder, 'author.key'));
  site = await openCrawlSite();
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A city of its own whose one source is the site; all cities have the same author key. */
const makeCity = (name: string): string => {
  const city = join(folder, name);
  mkdirSync(city);
  copyFileSync(BOUNDARIES, join(city, 'neighbourhoods.geojson'));
  copyFileSync(join(folder, 'author.key'), join(city, 'author.key'));
  writeFileSync(
    join(city, 'city.yaml'),
    JSON.stringify({
      id: 'killed',
      names: { en: 'Killed' },
      languages: ['eng'],
      contact: 'https://example.org/contact',
      boundaries: 'neighbourhoods.geojson',
      allowPrivateHosts: ['127.0.0.1'],
      sources: [
        {
          id: 'site',
          kind: 'website',
          name: 'A site',
          start: [`${site.origin}/`],
          articles: ['/a/*'],
          threads: { match: ['/t/*'], post: '.post', text: '.text', author: '.author' },
          depth: 10,
          maximumPages: 100_000,
          gapSeconds: 0,
        },
      ],
    }),
  );
  return city;
};

const startCollecting = (city: string): ChildProcess =>
  spawn(process.execPath, [BIN, 'collect', '--quiet', '-c', join(city, 'city.yaml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });

/** Collects to the end; the words on standard error explain what went wrong. */
const collectToTheEnd = async (city: string): Promise<void> => {
  const child = startCollecting(city);
  let words = '';
  child.stderr?.on('data', (bytes) => {
    words += String(bytes);
  });
  const [code] = await once(child, 'exit');
  expect(code, words).toBe(0);
};

const Sqlite: new (path: string, options: object) => { prepare(sql: string): { all(): object[] }; close(): void } =
  createRequire(new URL('../../../store/package.json', import.meta.url))('better-sqlite3');

const rowsOf = (city: string, sql: string): object[] => {
  const file = new Sqlite(join(city, 'data', 'marsad.sqlite'), { readonly: true });
  try {
    return file.prepare(sql).all();
  } finally {
    file.close();
  }
};

/** Everything that was found and kept, row by row and without times; `arrival` is the order in which posts were stored. */
const everythingIn = (city: string): string[] =>
  [
    'select id, source_id, locator, state, reason, duplicate_of from items order by id',
    'select * from posts order by id',
    'select source_id, url, role, depth, state, reason from documents order by url',
  ].flatMap((sql) => rowsOf(city, sql).map((row) => JSON.stringify(row)));

const digestOf = (rows: readonly string[]): string => createHash('sha256').update(rows.join('\n')).digest('hex');

/** What each run asked that it or a run before had asked already; `ends` says how much had been asked when each ended. */
const askedAgain = (asked: readonly string[], ends: readonly number[]): string[][] => {
  const seen = new Set<string>();
  return ends.map((end, run) =>
    asked.slice(ends[run - 1] ?? 0, end).filter((path) => {
      const isKnown = seen.has(path);
      seen.add(path);
      return isKnown;
    }),
  );
};

it(
  `${KILLS} kills in a crawl of ${SITE_PAGES} pages change nothing of what it stores, and cost a fetch for each document under way`,
  async () => {
    const whole = makeCity('whole');
    await collectToTheEnd(whole);
    expect(site.asked).toHaveLength(SITE_PAGES + 1);
    expect(askedAgain(site.asked, [site.asked.length])).toEqual([[]]);
    const expected = everythingIn(whole);
    expect(expected.length).toBeGreaterThan(3 * SITE_PAGES);

    site.asked.length = 0;
    const killed = makeCity('killed');
    const random = seeded(20260928);
    const ends: number[] = [];
    const earlyKills = new Set<number>();
    while (earlyKills.size < EARLY_KILLS) earlyKills.add(Math.floor(random() * KILLS));
    // Short of all pages, so that the last run has something left to do.
    const perKill = (0.8 * SITE_PAGES) / (KILLS - EARLY_KILLS);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = startCollecting(killed);
      const exited = once(child, 'exit');
      if (earlyKills.has(kill)) {
        const first = site.reached(site.asked.length + 1, exited);
        await Promise.race([delay(random() * LONGEST_START), first]);
      } else await site.reached(site.asked.length + 1 + Math.floor(2 * random() * perKill), exited);
      // Spin for up to 15 ms, so that a kill also falls between a fetch and its transaction, and within it.
      const until = performance.now() + random() * 15;
      while (performance.now() < until);
      child.kill('SIGKILL');
      expect(await exited, `kill ${kill}`).toEqual([null, 'SIGKILL']);
      ends.push(site.asked.length);
    }
    await collectToTheEnd(killed);
    ends.push(site.asked.length);

    const found = everythingIn(killed);
    expect(found.filter((row, index) => row !== expected[index]).slice(0, 3)).toEqual([]);
    expect(digestOf(found)).toBe(digestOf(expected));
    expect(rowsOf(killed, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rowsOf(killed, 'pragma foreign_key_check')).toEqual([]);
    const store = await openStore(join(killed, 'data', 'marsad.sqlite'));
    expect((await store.conservation()).violations).toEqual([]);
    await store.close();

    expect(new Set(site.asked).size).toBe(SITE_PAGES + 1);
    const again = askedAgain(site.asked, ends);
    // The start page is asked once more when the last run has finished the work of the killed ones.
    expect(again.at(-1)?.pop()).toBe('/');
    // Under way when the run before was killed, or a run before that which came to nothing.
    expect(Math.max(...again.map((paths) => paths.length))).toBeLessThanOrEqual(IN_FLIGHT);
    expect(again.flat().filter((path) => path === '/robots.txt').length).toBeLessThanOrEqual(1);
  },
  // A minute and a half on a quiet machine; the tests beside it may take most of the processor.
  15 * MINUTES,
);
