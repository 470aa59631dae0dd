import { readFile } from 'node:fs/promises';
import { InputError } from '@marsad/records';
import type { Command } from 'commander';
import type { LoadedCity } from '../config/load-city.js';
import { loadCity } from '../config/load-city.js';
import { sharedCounts } from '../context/context-findings.js';
import { importEntries } from '../context/import-entries.js';
import type { ContextEntry, ContextKind } from '../context/kind.js';
import { problemSentences, readCityEntries } from '../context/load-context.js';
import { type ReadEntries, readEntries } from '../context/read-entries.js';
import { EXIT } from '../exit-codes.js';
import { loadPlaces } from '../project/load-places.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

type Run = Parameters<RegisterCommand>[1];

/** Reads a file that a user named. */
const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new InputError('file-missing', `expected a file at ${file}, but it cannot be read`, { cause });
  }
};

const areasOf = async (city: LoadedCity): Promise<ReadonlySet<string>> =>
  new Set((await loadPlaces(city)).areas.features.map(({ id }) => id));

/** `import FILE`: entries of a file into the city's, redacted. `read` is for kinds that come in other formats too. */
export const registerEntriesImport = <Entry extends ContextEntry, Flags extends { config: string }>(
  command: Command,
  run: Run,
  kind: ContextKind<Entry>,
  read: (text: string, file: string, flags: Flags, city: LoadedCity) => Promise<ReadEntries<Entry>>,
): Command =>
  command
    .command('import')
    .description(`put the ${kind.field} of a file into the city's own; what could lead to a person is taken out`)
    .argument('<file>', kind.table === null ? 'JSON Lines' : 'CSV or JSON Lines')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action((file: string, flags: Flags) =>
      run(async ({ terminal, json }) => {
        const city = await loadCity(flags.config);
        const given = await read(await textOf(file), file, flags, city);
        const imported = await importEntries(city, kind, given, await areasOf(city));
        const { added, changed, known, redacted, refused } = imported;
        if (json) terminal.out(`${JSON.stringify({ [kind.field]: imported })}\n`);
        for (const { line, message } of refused) terminal.warn(printable(`${file}:${line}: left out: ${message}`));
        terminal.say(
          `${imported.file}: ${added} added, ${changed} changed, ${known} known, ${refused.length} refused; ` +
            `${redacted} had something taken out that could lead to a person`,
        );
        return refused.length > 0 ? EXIT.foundWrong : EXIT.done;
      }),
    );

/** `list`: the entries of the city, one a line. */
export const registerEntriesList = <Entry extends ContextEntry>(
  command: Command,
  run: Run,
  kind: ContextKind<Entry>,
): Command =>
  command
    .command('list')
    .description(`list the city's ${kind.field} in order of time`)
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run(async ({ terminal, json }) => {
        const read = await readCityEntries(await loadCity(config), kind);
        const entries = (read?.entries ?? [])
          .map(({ entry }) => entry)
          .sort((a, b) => (kind.weeksOf(a)[0] < kind.weeksOf(b)[0] ? -1 : 1));
        if (json) terminal.out(`${JSON.stringify({ [kind.field]: entries })}\n`);
        else
          for (const entry of entries) {
            const [first, last] = kind.weeksOf(entry);
            const weeks = first === last ? first : `${first}..${last ?? ''}`;
            const areas = kind.areasOf(entry).join(' ') || 'the city';
            terminal.out(
              printable(`${weeks}  ${areas}  ${entry.share}  ${entry.id}  ${kind.titleOf(entry)}`).concat('\n'),
            );
          }
        for (const { line, message } of read?.problems ?? [])
          terminal.warn(printable(`${read?.file}:${line}: left out: ${message}`));
        if (entries.length === 0) terminal.say(`no ${kind.field}`);
        return (read?.problems.length ?? 0) > 0 ? EXIT.foundWrong : EXIT.done;
      }),
    );

/** `check`: what is wrong with the city's entries, line by line. `more` adds sentences that need the city's posts. */
export const registerEntriesCheck = <Entry extends ContextEntry>(
  command: Command,
  run: Run,
  kind: ContextKind<Entry>,
  more: (config: string, entries: readonly Entry[]) => Promise<string[]> = async () => [],
): Command =>
  command
    .command('check')
    .description(`say what is wrong with the city's ${kind.field}, by line and field`)
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run(async ({ terminal, json }) => {
        const city = await loadCity(config);
        const read = await readCityEntries(city, kind);
        if (!read) {
          if (json) terminal.out(`${JSON.stringify({ [kind.field]: 0, problems: [] })}\n`);
          terminal.say(`city.yaml names no file of ${kind.field}`);
          return EXIT.done;
        }
        const entries = read.entries.map(({ entry }) => entry);
        const problems = [...problemSentences(read, kind, await areasOf(city)), ...(await more(config, entries))];
        if (json) terminal.out(`${JSON.stringify({ [kind.field]: entries.length, problems })}\n`);
        for (const problem of problems) terminal.warn(printable(problem));
        terminal.say(
          `${read.file}: ${entries.length} ${kind.field}${entries.length === 0 ? '' : ` (${sharedCounts(entries)})`}, ${problems.length} problems`,
        );
        return problems.length > 0 ? EXIT.foundWrong : EXIT.done;
      }),
    );

/** Reads the file in the formats that every kind has. */
export const readAsIs =
  <Entry extends ContextEntry>(kind: ContextKind<Entry>) =>
  async (text: string, file: string): Promise<ReadEntries<Entry>> =>
    readEntries(text, file, kind);
