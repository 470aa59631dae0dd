import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.mjs';

/**
 * One run of a contender, as run-one.mjs prints it.
 * @typedef {{ name: string, unit: string, wall: number, cpu: number, megabytes: number, quality: string }} Run
 */

/**
 * A contender over all rounds; rates in units per second.
 * @typedef {{ name: string, unit: string, ours: boolean, wall: number, cpu: number, megabytes: number, quality: string }} Result
 */

const RUN_ONE = fileURLToPath(new URL('run-one.mjs', import.meta.url));

/**
 * Every round starts each contender once in a process of its own, since heap and compiled code of one distort the next;
 * the order rotates, so that none always runs on the warmest machine.
 * @param {readonly URL[]} contenders
 * @param {number} rounds
 */
export const measure = (contenders, rounds) => {
  /** @type {Map<string, Run[]>} */
  const runs = new Map();
  /** @type {Map<string, string>} */
  const failures = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const file = fileURLToPath(contenders[(round + turn) % contenders.length] ?? '');
      if (failures.has(file)) continue;
      const withQuality = round === 0 ? ['--quality'] : [];
      const child = spawnSync(process.execPath, ['--expose-gc', RUN_ONE, file, ...withQuality], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      if (child.status === 0) runs.set(file, [...(runs.get(file) ?? []), JSON.parse(child.stdout)]);
      else failures.set(file, child.stderr.trim().split('\n').slice(-12).join('\n'));
    }
  }
  /** @type {Result[]} */
  const results = [...runs].flatMap(([file, all]) => {
    const [first] = all;
    if (!first || failures.has(file)) return [];
    return {
      name: first.name,
      unit: first.unit,
      ours: basename(file) === 'marsad.mjs',
      wall: median(all.map(({ wall }) => wall)),
      cpu: median(all.map(({ cpu }) => cpu)),
      megabytes: median(all.map(({ megabytes }) => megabytes)),
      quality: all.map(({ quality }) => quality).find((text) => text !== '') ?? '',
    };
  });
  return { results, failures: [...failures].map(([file, message]) => ({ file: basename(file), message })) };
};
