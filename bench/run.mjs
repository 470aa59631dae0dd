// node bench/run.mjs [bench…] [--rounds N]: runs contenders side by side and prints what ours does against each of them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from './measure.mjs';
import { tableOf } from './table.mjs';

const CONTENDERS = new URL('contenders/', import.meta.url);
/** Load average above which other work on the machine shows in the figures. */
const QUIET = 0.3;

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/** @param {string} bench */
const contendersOf = (bench) =>
  readdirSync(new URL(`${bench}/`, CONTENDERS))
    .filter((file) => file.endsWith('.mjs'))
    .sort()
    .map((file) => new URL(`${bench}/${file}`, CONTENDERS));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const known = readdirSync(CONTENDERS).sort();
const unknown = positionals.filter((bench) => !known.includes(bench));
const rounds = Number(values.rounds);

if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  print(`expected: node bench/run.mjs [${known.join(' | ')}]… [--rounds N], got ${process.argv.slice(2).join(' ')}`);
  process.exitCode = 2;
} else {
  const load = loadavg()[0] ?? 0;
  if (load > QUIET) print(`The machine is busy (load ${load.toFixed(2)}): quote no figure of this run.\n`);
  for (const bench of positionals.length > 0 ? positionals : known) {
    const budgets = fileURLToPath(new URL(`${bench}/budgets.mjs`, CONTENDERS));
    if (existsSync(budgets)) {
      print(`${bench}, against its budgets`);
      if (spawnSync(process.execPath, [budgets], { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
      print('');
      continue;
    }
    const { results, failures } = measure(contendersOf(bench), rounds);
    print(`${bench}, medians of ${rounds} rounds\n${tableOf(results)}`);
    for (const { file, message } of failures) print(`  ${file} failed: ${message}`);
    print('');
    if (failures.length > 0) process.exitCode = 1;
  }
}
