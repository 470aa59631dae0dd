import { readFile } from 'node:fs/promises';
import { recipeNames, shippedRecipe, trainingRecipe, trainModel } from '@marsad/classifier';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';

interface TrainFlags {
  recipe: string;
  data: string;
  output: string;
}

const readRecipe = async (named: string) => {
  if (recipeNames().includes(named)) return shippedRecipe(named);
  const text = await readFile(named, 'utf8').catch((cause: unknown) => {
    throw new InputError(
      'recipe-missing',
      `--recipe: expected ${recipeNames().join(' or ')}, or a file, got ${JSON.stringify(named)}`,
      { cause },
    );
  });
  try {
    return trainingRecipe.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new InputError('bad-recipe', `recipe ${named}: ${why}`, { cause });
  }
};

/** `marsad train`: a recipe and labelled sets → a model folder. */
export const registerTrain: RegisterCommand = (program, run) => {
  program
    .command('train')
    .description('train a classifier by a recipe; the same texts give the same model')
    .option('--recipe <name>', `${recipeNames().join(' or ')}, or a file of your own`, 'open')
    .requiredOption('--data <dir>', 'folder of the labelled sets that the recipe names (JSON Lines, gzip too)')
    .requiredOption('-o, --output <dir>', 'folder that the model is written into')
    .action((flags: TrainFlags) =>
      run(async ({ terminal, effects, json }) => {
        const started = effects.clock();
        const { model, weights, languages } = trainModel({
          recipe: await readRecipe(flags.recipe),
          data: flags.data,
          out: flags.output,
          onStep: (step) => terminal.say(step),
        });
        const seconds = Math.round((effects.clock().getTime() - started.getTime()) / 1000);
        const measured = Object.keys(languages).filter((language) => language !== 'und');
        if (json) terminal.out(`${JSON.stringify({ model, weights, languages: measured, seconds })}\n`);
        else {
          terminal.out(`${model.name} ${model.version} in ${flags.output} (${seconds} s)\nweights ${weights}\n`);
          terminal.out(`thresholds of their own: ${measured.join(', ')}\n`);
        }
        return EXIT.done;
      }),
    );
};
