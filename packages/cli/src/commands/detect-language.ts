import { detectLanguage } from '@marsad/classifier';
import type { RegisterCommand } from './command.js';
import { type BatchFlags, runBatch, withBatchOptions } from './run-batch.js';

/** `marsad detect-language`: one line a row, `{id, language: {code, script, confidence}}`. */
export const registerDetectLanguage: RegisterCommand = (program, run) => {
  withBatchOptions(
    program
      .command('detect-language')
      .description('name the language and script of every row of a CSV or JSON Lines file')
      .argument('<in>', 'file of rows (gzip too); - for standard input'),
  ).action((input: string, flags: BatchFlags) =>
    run((context) =>
      runBatch('detect-language', input, flags, context, async (posts) => ({
        lines: new TextEncoder().encode(
          posts.map(({ id, text }) => `${JSON.stringify({ id, language: detectLanguage(text) })}\n`).join(''),
        ),
        tallies: [],
        errors: {},
      })),
    ),
  );
};
