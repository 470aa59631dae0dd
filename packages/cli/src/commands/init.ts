import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { scaffoldCity } from '../project/scaffold-city.js';
import type { RegisterCommand } from './command.js';

interface InitFlags {
  boundaries?: string;
  nameField?: string;
}

/** `marsad init`: a folder for a new city. */
export const registerInit: RegisterCommand = (program, run) => {
  program
    .command('init')
    .description('make a folder for a city: city.yaml, neighbourhoods.geojson, gazetteer.csv, author key')
    .argument('<dir>', 'folder to make; it must not exist yet or be empty')
    .option('--boundaries <file>', 'GeoJSON polygons of the neighbourhoods, WGS 84')
    .option('--name-field <field>', 'property that holds the name of a neighbourhood')
    .action((dir: string, { boundaries, nameField }: InitFlags) =>
      run(async ({ terminal, json }) => {
        let text: string | undefined;
        if (boundaries !== undefined) {
          text = await readFile(boundaries, 'utf8').catch((cause: unknown) => {
            throw new InputError(
              'file-missing',
              `--boundaries: expected a file at ${boundaries}, but it cannot be read`,
              { cause },
            );
          });
        }
        const made = await scaffoldCity({
          folder: resolve(dir),
          ...(text === undefined || boundaries === undefined ? {} : { boundaries: { text, file: boundaries } }),
          ...(nameField === undefined ? {} : { nameField }),
        });
        for (const warning of made.warnings) terminal.warn(warning);
        if (json) terminal.out(`${JSON.stringify({ folder: dir, neighbourhoods: made.neighbourhoods })}\n`);
        terminal.say(`made ${dir} with ${made.neighbourhoods} neighbourhoods`);
        terminal.say(
          `next: name your contact address and sources in ${dir}/city.yaml, then \`marsad run -c ${dir}/city.yaml\``,
        );
        return EXIT.done;
      }),
    );
};
