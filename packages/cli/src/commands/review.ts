import { writeFile } from 'node:fs/promises';
import type { SampleDesign } from '@marsad/observatory';
import { InputError, SIGNALS, type Signal } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { drawPosts } from '../review/draw-posts.js';
import { sampleCsv } from '../review/sample-file.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { wholeNumber } from './whole-number.js';

interface Flags {
  config: string;
  size: number;
  design: string;
  signal: string;
  seed?: number;
  output: string;
}

const designOf = (given: string): SampleDesign => {
  if (given === 'random' || given === 'efficient') return given;
  throw new InputError('bad-design', `--design: expected random or efficient, got "${given}"`);
};

const signalOf = (given: string): Signal => {
  const signal = SIGNALS.find((code) => code === given);
  if (signal) return signal;
  throw new InputError('bad-signal', `--signal: expected one of ${SIGNALS.join(', ')}, got "${given}"`);
};

/** `marsad review`: posts out of the store for people to label. */
export const registerReview: RegisterCommand = (program, run) => {
  const review = program.command('review').description('draw posts for people to label');
  review
    .command('sample')
    .description('write a sample of judged posts with texts, ids and inclusion probabilities as CSV')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .requiredOption('--size <n>', 'how many posts', wholeNumber('--size', 1))
    .option('--design <design>', 'random, or efficient: the more the score leaves a post open, the likelier', 'random')
    .option('--signal <signal>', 'the signal whose probability rules the efficient design', 'hate')
    .option('--seed <n>', 'draw the same sample again (made up when absent)', wholeNumber('--seed', 0))
    .requiredOption('-o, --output <file>', 'the CSV file to write')
    .action(({ config, size, design, signal, seed, output }: Flags) =>
      run(async ({ terminal, effects, json }) =>
        withProject(config, async ({ store }) => {
          const wanted = {
            size,
            design: designOf(design),
            signal: signalOf(signal),
            seed: seed ?? Math.floor(effects.random() * 2 ** 31),
          };
          const { languages, ...sample } = await drawPosts(store, wanted);
          const texts = await store.postTexts(sample.posts.map(({ postId }) => postId));
          await writeFile(output, sampleCsv(sample, texts, languages));
          await store.saveSample(sample, effects.clock().toISOString());
          const report = { id: sample.id, posts: sample.posts.length, ...wanted };
          if (json) terminal.out(`${JSON.stringify({ sample: report })}\n`);
          terminal.say(
            `${report.posts} posts in ${output} (sample ${report.id}, seed ${report.seed}): write none or codes into the column signals, then \`marsad label import\``,
          );
          return EXIT.done;
        }),
      ),
    );
};
