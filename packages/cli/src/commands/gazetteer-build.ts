import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { buildGazetteer, gazetteerCsv, parseGazetteer } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import type { Command } from 'commander';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { loadPlaces } from '../project/load-places.js';
import { sharedNameLines, sharedNames } from '../report/shared-names.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

interface Flags {
  config: string;
  csv?: string[];
  jsonl?: string[];
  output?: string;
}

/** Where a city's gazetteer lies when city.yaml names none. */
const DEFAULT_FILE = 'gazetteer.csv';

const readText = (path: string, flag: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw new InputError('file-missing', `${flag}: expected a file at ${path}, but it cannot be read`, { cause });
  });

/** `marsad gazetteer build`: boundaries, lists and places with coordinates → gazetteer.csv. */
export const registerGazetteerBuild = (gazetteer: Command, run: Parameters<RegisterCommand>[1]): void => {
  gazetteer
    .command('build')
    .description(
      'gather names from the boundaries, the city’s own list, CSV and JSON Lines; the same input, the same bytes',
    )
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option('--csv <file...>', 'more names (header area,name,language,kind)')
    .option('--jsonl <file...>', 'places with coordinates and names (Who’s On First extracts)')
    .option('-o, --output <file>', 'CSV, or JSON Lines when it ends in .jsonl (the city’s own gazetteer, when absent)')
    .action((flags: Flags) =>
      run(async ({ terminal, json }) => {
        const city = await loadCity(flags.config);
        const { areas, listed } = await loadPlaces(city);
        const csv = await Promise.all(
          (flags.csv ?? []).map(async (path) => {
            const file = basename(path);
            return parseGazetteer(await readText(path, '--csv'), { file, areas }).map((entry) => ({
              origin: file,
              ...entry,
            }));
          }),
        );
        const places = await Promise.all(
          (flags.jsonl ?? []).map(async (path) => ({ file: basename(path), text: await readText(path, '--jsonl') })),
        );
        const own = city.config.gazetteer ?? DEFAULT_FILE;
        const { rows, leftOut } = buildGazetteer({
          areas,
          listed: [...listed.map((entry) => ({ origin: basename(own), ...entry })), ...csv.flat()],
          places,
          cityNames: Object.values(city.config.names).filter((name) => name !== undefined),
        });
        const path = flags.output === undefined ? resolve(city.folder, own) : resolve(flags.output);
        const text = path.endsWith('.jsonl')
          ? rows.map((row) => `${JSON.stringify(row)}\n`).join('')
          : gazetteerCsv(rows);
        await writeFile(`${path}.new`, text);
        await rename(`${path}.new`, path);
        const named = new Set(rows.map(({ area }) => area)).size;
        const shared = sharedNames(rows);
        if (json) terminal.out(`${JSON.stringify({ path, names: rows.length, areas: named, leftOut, shared })}\n`);
        else {
          terminal.out(`${rows.length} names of ${named} areas in ${path}\n`);
          for (const [why, count] of Object.entries(leftOut)) terminal.say(`${count} places left out: ${why}`);
          for (const line of sharedNameLines(shared)) terminal.say(printable(line));
          if (city.config.gazetteer === undefined && flags.output === undefined)
            terminal.say(`add \`gazetteer: ${DEFAULT_FILE}\` to city.yaml, so that it is used`);
        }
        return EXIT.done;
      }),
    );
};
