// node --expose-gc bench/run-one.mjs <contender> [--quality]: times one contender and prints one line of JSON.
import { pathToFileURL } from 'node:url';
import { median } from './median.mjs';

/**
 * What a file in contenders/ exports.
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} unit what `run` counts, in the plural
 * @property {() => void | Promise<void>} prepare builds the corpus and opens what is opened once; not timed
 * @property {() => number | Promise<number>} run does the work once over; returns how many units it did
 * @property {() => string | Promise<string>} [quality] how good the work is, in a few words; not timed
 * @property {() => void | Promise<void>} [close]
 */

const PASSES = 3;

const [file = '', flag] = process.argv.slice(2);
/** @type {Contender} */
const contender = await import(pathToFileURL(file).href);
await contender.prepare();

/** @type {number[]} */
const wall = [];
/** @type {number[]} */
const cpu = [];
// The first pass warms up: it compiles the code and fills the caches.
for (let pass = 0; pass <= PASSES; pass += 1) {
  globalThis.gc?.();
  const usedBefore = process.cpuUsage();
  const begun = performance.now();
  const units = await contender.run();
  const seconds = (performance.now() - begun) / 1e3;
  const used = process.cpuUsage(usedBefore);
  if (pass === 0) continue;
  wall.push(units / seconds);
  cpu.push(units / ((used.user + used.system) / 1e6));
}
const megabytes = process.resourceUsage().maxRSS / 1024;
const quality = flag === '--quality' ? ((await contender.quality?.()) ?? '') : '';
await contender.close?.();
process.stdout.write(
  JSON.stringify({
    name: contender.name,
    unit: contender.unit,
    wall: median(wall),
    cpu: median(cpu),
    megabytes,
    quality,
  }),
);
