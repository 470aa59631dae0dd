import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  evaluatePlaces,
  type GazetteerEntry,
  labelledPlacePost,
  openGazetteer,
  type PlacesReport,
} from '@marsad/observatory';
import { InputError } from '@marsad/records';
import type { Command } from 'commander';
import { z } from 'zod';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { loadPlaces, parseJson } from '../project/load-places.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG } from './config-option.js';

interface Flags {
  config?: string;
  names?: string;
  city?: string[];
  errors?: boolean;
  output?: string;
}

const namesLine = z.object({ areaId: z.string().min(1), names: z.array(z.string()).min(1) });

const readLines = async <Line>(path: string, line: z.ZodType<Line>): Promise<Line[]> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new InputError('file-missing', `expected JSON Lines at ${path}, but they cannot be read`, { cause });
  });
  return text.split('\n').flatMap((each, index) => {
    if (each.trim() === '') return [];
    const where = `${basename(path)}:${index + 1}`;
    const parsed = line.safeParse(parseJson(each, where));
    if (parsed.success) return [parsed.data];
    throw new InputError('bad-line', `${where}: ${z.prettifyError(parsed.error)}`);
  });
};

const readNames = async (
  { config, names, city }: Flags,
  posts: string,
): Promise<{ entries: GazetteerEntry[]; cityNames: string[] }> => {
  if (config === undefined) {
    const path = names ?? posts.replace(/\.jsonl$/, '.names.jsonl');
    return { entries: await readLines(path, namesLine), cityNames: city ?? [] };
  }
  const loaded = await loadCity(config);
  const own = Object.values(loaded.config.names).filter((name) => name !== undefined);
  return { entries: (await loadPlaces(loaded)).gazetteer, cityNames: city ?? own };
};

const percent = (share: { value: number; low: number; high: number } | null): string =>
  share === null
    ? '–'
    : `${(100 * share.value).toFixed(1)} % (${(100 * share.low).toFixed(1)} to ${(100 * share.high).toFixed(1)})`;

const summary = (set: string, { posts, precision, recall, wrongCity, misplaced, byLanguage }: PlacesReport): string =>
  [
    `${set}: ${posts} posts  precision ${percent(precision)}  recall ${percent(recall)}  wrong city ${percent(wrongCity)}  none meant, placed ${percent(misplaced)}`,
    ...Object.entries(byLanguage).map(
      ([code, part]) =>
        `  ${code} ${String(part.posts).padStart(5)} posts  precision ${percent(part.precision)}  recall ${percent(part.recall)}`,
    ),
    '',
  ].join('\n');

/** `marsad evaluate places`: the areas that posts are put into, on posts whose areas are known. */
export const registerEvaluatePlaces = (evaluate: Command, run: Parameters<RegisterCommand>[1]): void => {
  evaluate
    .command('places')
    .description('measure the gazetteer on labelled posts (JSON Lines with text, areas, and kind where none is meant)')
    .argument('<posts...>', 'files of labelled posts')
    .option(CONFIG_FLAG, 'the city whose gazetteer is measured')
    .option(
      '--names <file>',
      'names instead of a city: JSON Lines with areaId and names (POSTS.names.jsonl, when absent)',
    )
    .option('--city <name...>', 'names of the city itself')
    .option('--errors', 'list what went wrong')
    .option('-o, --output <dir>', 'write places.json into this folder')
    .action((paths: string[], flags: Flags) =>
      run(async ({ terminal, json }) => {
        const sets: Record<string, PlacesReport> = {};
        for (const path of paths) {
          const { entries, cityNames } = await readNames(flags, path);
          const report = evaluatePlaces(
            await readLines(path, labelledPlacePost),
            openGazetteer(entries, { cityNames }),
          );
          const set = basename(path, '.jsonl');
          sets[set] = report;
          if (json) continue;
          terminal.out(summary(set, report));
          if (flags.errors)
            for (const { id, kind, meant, found, text } of report.errors)
              terminal.out(
                `${printable(
                  `  ${id} ${kind}: meant ${meant.join(' ') || '–'}, found ${found.join(' ') || '–'}: ${text}`,
                )}\n`,
              );
        }
        if (flags.output !== undefined) {
          await mkdir(flags.output, { recursive: true });
          await writeFile(join(flags.output, 'places.json'), `${JSON.stringify(sets, null, 1)}\n`);
        }
        if (json) terminal.out(`${JSON.stringify({ places: sets })}\n`);
        return EXIT.done;
      }),
    );
};
