import { readFile } from 'node:fs/promises';
import { importLibrary, searchResources } from '@marsad/hub';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, resource } from '@marsad/records';
import { Option } from 'commander';
import { EXIT } from '../exit-codes.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';
import { textInLanguage } from './text-in-language.js';

interface SearchFlags {
  kind?: (typeof KINDS)[number];
  language?: string;
  lang: InterfaceLanguage;
  hub?: string;
}

const KINDS = resource.shape.kind.options;

/** `marsad hub library import|search`: programmes, trainings and guidance of the hub and of its cities. */
export const registerHubLibrary: RegisterCommand = (hub, run) => {
  const library = hub.command('library').description('resources of the hub and of its cities');
  library
    .command('import')
    .description('read the hub’s own resources, one JSON object a line, in place of those before')
    .argument('<file>', 'a file as docs/hub.md shows it')
    .option(HUB_FLAG, HUB_HELP)
    .action((file: string, { hub: folder }: { hub?: string }) =>
      run(({ terminal, json }) =>
        withHub(folder, terminal, async (open) => {
          const resources = await importLibrary(open, await readFile(file, 'utf8'), file);
          if (json) terminal.out(`${JSON.stringify({ resources })}\n`);
          terminal.say(`resources of the hub: ${resources}`);
          return EXIT.done;
        }),
      ),
    );
  library
    .command('search')
    .description('find resources by words in Arabic, English or French, however they are spelt')
    .argument('[words...]', 'words that all must be there; none lists everything')
    .addOption(new Option('--kind <kind>', 'only of this kind').choices(KINDS))
    .option('--language <code>', 'only in this language (ISO 639-3)')
    .addOption(
      new Option('--lang <code>', 'language of the titles shown: en, fr or ar')
        .choices(INTERFACE_LANGUAGES)
        .default('en'),
    )
    .option(HUB_FLAG, HUB_HELP)
    .action((words: string[], { kind, language, lang, hub: folder }: SearchFlags) =>
      run(({ terminal, json }) =>
        withHub(folder, terminal, async (open) => {
          const found = await searchResources(open.db, words.join(' '), { kind, language });
          if (json) terminal.out(`${JSON.stringify({ resources: found })}\n`);
          else
            for (const one of found) {
              const more = [one.kind, one.from ?? open.identity.id, one.url].filter((part) => part !== undefined);
              terminal.out(printable(`${textInLanguage(one.titles, lang)}  (${more.join(', ')})\n`));
            }
          if (found.length === 0)
            terminal.say(
              words.length > 0 ? 'nothing in the library holds these words' : 'nothing in the library is of this kind',
            );
          return EXIT.done;
        }),
      ),
    );
};
