import { detectLanguage } from '@marsad/classifier';
import { judgeFile } from '../batch/judge-file.js';
import { readBatchRows } from '../batch/read-rows.js';
import { EXIT } from '../exit-codes.js';
import { progressLine } from '../report/progress.js';
import { type BatchFlags, batchFormat, batchSink, withBatchOptions } from './batch-options.js';
import type { RegisterCommand } from './command.js';
import { finishStages } from './finish.js';

/** `marsad detect-language`: one line a row, `{id, language: {code, script, confidence}}`. */
export const registerDetectLanguage: RegisterCommand = (program, run) => {
  withBatchOptions(
    program
      .command('detect-language')
      .description('name the language and script of every row of a CSV or JSON Lines file')
      .argument('<in>', 'file of rows (gzip too); - for standard input'),
  ).action((input: string, flags: BatchFlags) =>
    run(async (context) => {
      const { terminal, effects, signal, json } = context;
      const onProgress = progressLine(terminal, effects.clock);
      const format = batchFormat(flags.format);
      const { stage } = await judgeFile(
        readBatchRows({
          path: input,
          ...(format ? { format } : {}),
          ...(flags.text === undefined ? {} : { textField: flags.text }),
          ...(flags.id === undefined ? {} : { idField: flags.id }),
        }),
        async (posts) => posts.map(({ id, text }) => ({ id, language: detectLanguage(text) })),
        await batchSink(flags, terminal),
        {
          name: 'detect-language',
          clock: effects.clock,
          signal,
          onDone: (done) => onProgress({ stage: 'language', done }),
        },
      );
      finishStages({ ...context, json: json && flags.output !== undefined && flags.output !== '-' }, [stage]);
      return EXIT.done;
    }),
  );
};
