// node bench/run.mjs hub: what a hub of many cities costs, each figure beside its budget. No peers, so no ratios.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegion, warmBrowser } from '../../open-region.mjs';
import { ours } from '../../peer.mjs';
import { serveHub } from '../../serve-hub.mjs';

const CITIES = Number(process.env.MARSAD_BENCH_CITIES ?? 230);
const WEEKS = 52;
/** Cities whose observatory is opened. */
const OPENED = 40;

const { addPackage, buildRegion, checkHub, initHub, inviteCity, openHub, searchResources, writeWhole } =
  await ours('hub');
const { writeSyntheticCities } = await ours('cli', 'hub/write-synthetic-cities.js');

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/**
 * Wall and CPU seconds of some work.
 * @template T
 * @param {() => Promise<T>} work
 */
const timed = async (work) => {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const result = await work();
  const used = process.cpuUsage(cpu);
  return { result, wall: (performance.now() - begun) / 1e3, cpu: (used.user + used.system) / 1e6 };
};

let missed = 0;
/**
 * @param {string} what
 * @param {number} figure
 * @param {number} budget
 * @param {string} unit
 * @param {string} [more]
 */
const judge = (what, figure, budget, unit, more = '') => {
  if (figure > budget) missed += 1;
  print(
    `  ${figure > budget ? 'MISSED' : 'held  '}  ${what}: ${figure.toFixed(2)} ${unit}, at most ${budget} ${unit}${more}`,
  );
};

const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-hub-'));
try {
  const now = new Date();
  await writeSyntheticCities(join(folder, 'cities'), { cities: CITIES, weeks: WEEKS, seed: 1, now }, () => {});
  const path = join(folder, 'hub');
  await initHub(path, { id: 'bench-hub', names: { en: 'Bench' } });
  const hub = await openHub(path);
  const ids = [];
  for (const line of readFileSync(join(folder, 'cities', 'cities.tsv'), 'utf8')
    .trim()
    .split('\n')) {
    const [city = '', fingerprint = ''] = line.split('\t');
    await inviteCity(hub, { city, fingerprint, now });
    ids.push(city);
  }
  print(`  ${CITIES} cities of ${WEEKS} weeks`);

  /** @type {number[]} */
  const walls = [];
  let cpu = 0;
  let bytes = 0;
  const last = ids.pop() ?? '';
  for (const id of ids) {
    const file = join(folder, 'cities', 'packages', `${id}.zip`);
    bytes += statSync(file).size;
    const added = await timed(() => addPackage(hub, file, now));
    if (!added.result.taken) throw new Error(JSON.stringify(added.result.refusals));
    walls.push(added.wall);
    cpu += added.cpu;
  }
  walls.sort((a, b) => a - b);
  judge(
    'add, median of the cities',
    walls[Math.floor(walls.length / 2)] ?? 0,
    1,
    's',
    ` (CPU ${(cpu / walls.length).toFixed(3)} s a city)`,
  );
  print(
    `          slowest city: ${(walls.at(-1) ?? 0).toFixed(2)} s; packages of ${(bytes / walls.length / 1e6).toFixed(2)} MB`,
  );

  const region = await timed(() => buildRegion(hub, now));
  await writeWhole(join(folder, 'region.json'), Buffer.from(JSON.stringify(region.result)));
  const size = statSync(join(folder, 'region.json')).size / 1e6;
  judge('region.json', region.wall, 60, 's', ` (CPU ${region.cpu.toFixed(1)} s, ${size.toFixed(1)} MB)`);
  for (const { period, measure, common } of region.result.comparisons)
    print(`          ${period.id}, ${measure}: ${common?.cities ?? 0} of ${CITIES} cities side by side`);

  const search = await timed(() => searchResources(hub.db, 'برنامج الحوار'));
  judge('search of the library', 1000 * search.wall, 100, 'ms', ` (${search.result.length} found)`);
  const check = await timed(() => checkHub(hub, now));
  judge('check of everything', check.wall, CITIES, 's', ` (CPU ${check.cpu.toFixed(1)} s)`);
  await hub.close();
  judge('memory while adding and checking, highest', process.resourceUsage().maxRSS / 1024, 1024, 'MB');

  const served = await serveHub(path);
  const cpuAtStart = served.cpu();
  print(`          hub serve: address after ${served.started.toFixed(1)} s (CPU ${cpuAtStart.toFixed(1)} s)`);
  const browser = await warmBrowser(`${served.url}no-such-page`);
  const overview = async (/** @type {string} */ when, /** @type {string} */ query) => {
    const before = served.cpu();
    const { table, answers, cpu: page } = await openRegion(browser, `${served.url}${query}`);
    const took = (served.cpu() - before).toFixed(2);
    judge(
      `overview answers, ${when}`,
      answers,
      2,
      's',
      ` (table after ${table.toFixed(2)} s; CPU of page ${page.toFixed(2)} s, of server ${took} s)`,
    );
  };
  await overview('first reader', '?lang=ar');
  await overview('next reader', '?lang=en');
  const again = await openHub(path);
  const added = await addPackage(again, join(folder, 'cities', 'packages', `${last}.zip`), now);
  if (!added.taken) throw new Error(JSON.stringify(added.refusals));
  await again.close();
  // The server looks every five seconds whether the hub took something.
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  await overview('after the hub took a city', '?lang=fr');
  for (const id of ids.slice(0, OPENED)) {
    const answer = await fetch(`${served.url}cities/${id}/data/figures.json`);
    if (!answer.ok) throw new Error(`city ${id}: ${answer.status}`);
    await answer.arrayBuffer();
  }
  judge(`memory of the server, highest, ${OPENED} cities opened`, served.peak(), 1024, 'MB');
  await browser.close();
  await served.end();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (missed > 0) process.exitCode = 1;
