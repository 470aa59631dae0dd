// node bench/run.mjs hub: what a hub of many cities costs, each figure beside its budget. No peers, so no ratios.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ours } from '../../peer.mjs';

const CITIES = Number(process.env.MARSAD_BENCH_CITIES ?? 230);
const WEEKS = 52;

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
    ` (CPU ${(cpu / CITIES).toFixed(3)} s a city)`,
  );
  print(
    `          slowest city: ${(walls.at(-1) ?? 0).toFixed(2)} s; packages of ${(bytes / CITIES / 1e6).toFixed(2)} MB`,
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
  judge('memory, highest', process.resourceUsage().maxRSS / 1024, 1024, 'MB');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (missed > 0) process.exitCode = 1;
