import { EXIT } from '../exit-codes.js';
import { writeSyntheticCities } from '../hub/write-synthetic-cities.js';
import { progressLine } from '../report/progress.js';
import type { RegisterCommand } from './command.js';
import { wholeNumber } from './whole-number.js';

interface SynthesizeFlags {
  cities: number;
  weeks: number;
  seed: number;
}

/** `marsad hub synthesize`: invented cities to try and measure a hub with. */
export const registerHubSynthesize: RegisterCommand = (hub, run) => {
  hub
    .command('synthesize')
    .description('write signed packages of invented cities, with their keys, to try and measure a hub with')
    .argument('<dir>', 'folder for packages/, keys/ and cities.tsv (`marsad hub invite --list`)')
    .option('--cities <n>', 'how many', wholeNumber('--cities', 1), 3)
    .option('--weeks <n>', 'weeks of figures of each', wholeNumber('--weeks', 1), 52)
    .option('--seed <n>', 'the same seed gives the same cities', wholeNumber('--seed', 0), 1)
    .action((dir: string, { cities, weeks, seed }: SynthesizeFlags) =>
      run(async ({ terminal, effects, json }) => {
        const progress = progressLine(terminal, effects.clock);
        await writeSyntheticCities(dir, { cities, weeks, seed, now: effects.clock() }, (done) =>
          progress({ stage: 'cities', done, total: cities }),
        );
        if (json) terminal.out(`${JSON.stringify({ synthetic: { path: dir, cities, weeks, seed } })}\n`);
        terminal.say(`${cities} invented cities of ${weeks} weeks in ${dir}`);
        return EXIT.done;
      }),
    );
};
