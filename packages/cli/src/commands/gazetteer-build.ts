import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { buildGazetteer, gazetteerCsv, parseGazetteer, type StrayLine } from '@marsad/observatory';
import { InputError } from '@marsad/records';
import type { Command } from 'commander';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { loadBoundaries, loadGazetteer } from '../project/load-places.js';
import { sharedNameLines, sharedNames } from '../report/shared-names.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

interface Flags {
  config: string;
  csv?: string[];
  jsonl?: string[];
  output?: string;
  dropUnknown?: boolean;
}

/** Where a city's gazetteer lies when city.yaml names none. */
const DEFAULT_FILE = 'gazetteer.csv';

/** Sentences name so many lines that were left out; the JSON report has them all. */
const MOST_NAMED = 5;

const droppedLines = (dropped: readonly (StrayLine & { file: string })[]): string[] => {
  if (dropped.length === 0) return [];
  const more = dropped.length - MOST_NAMED;
  return [
    dropped.length === 1
      ? '1 line left out, as the boundaries lack its area'
      : `${dropped.length} lines left out, as the boundaries lack their areas`,
    ...dropped.slice(0, MOST_NAMED).map(({ file, line, area, name }) => `  ${file}:${line}: ${area}, ${name}`),
    ...(more > 0 ? [`  and ${more} more (--json lists all)`] : []),
  ];
};

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
    .option(
      '--drop-unknown',
      'leave out lines whose area the boundaries lack, and say how many (an error, when absent)',
    )
    .action((flags: Flags) =>
      run(async ({ terminal, json }) => {
        const city = await loadCity(flags.config);
        const own = city.config.gazetteer ?? DEFAULT_FILE;
        const { areas } = await loadBoundaries(city);
        const dropped: (StrayLine & { file: string })[] = [];
        const dropFrom = (file: string) =>
          flags.dropUnknown ? (stray: StrayLine) => void dropped.push({ file, ...stray }) : undefined;
        const listed = await loadGazetteer(city, areas, dropFrom(own));
        const lists = await Promise.all(
          (flags.csv ?? []).map(async (path) => ({ file: basename(path), text: await readText(path, '--csv') })),
        );
        const csv = lists.flatMap(({ file, text }) => {
          const dropStray = dropFrom(file);
          const entries = parseGazetteer(text, { file, areas, ...(dropStray && { dropStray }) });
          return entries.map((entry) => ({ origin: file, ...entry }));
        });
        const places = await Promise.all(
          (flags.jsonl ?? []).map(async (path) => ({ file: basename(path), text: await readText(path, '--jsonl') })),
        );
        const { rows, leftOut } = buildGazetteer({
          areas,
          listed: [...listed.map((entry) => ({ origin: basename(own), ...entry })), ...csv],
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
        if (json)
          terminal.out(`${JSON.stringify({ path, names: rows.length, areas: named, leftOut, dropped, shared })}\n`);
        else {
          terminal.out(`${rows.length} names of ${named} areas in ${path}\n`);
          for (const [why, count] of Object.entries(leftOut)) terminal.say(`${count} places left out: ${why}`);
          for (const line of droppedLines(dropped)) terminal.say(printable(line));
          for (const line of sharedNameLines(shared)) terminal.say(printable(line));
          if (city.config.gazetteer === undefined && flags.output === undefined)
            terminal.say(`add \`gazetteer: ${DEFAULT_FILE}\` to city.yaml, so that it is used`);
        }
        return EXIT.done;
      }),
    );
};
