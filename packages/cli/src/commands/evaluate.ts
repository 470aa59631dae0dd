import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { evaluateExtraction, readTar } from '@marsad/collector';
import { InputError } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { registerEvaluateClassifier } from './evaluate-classifier.js';
import { registerEvaluateEstimates } from './evaluate-estimates.js';
import { registerEvaluatePlaces } from './evaluate-places.js';
import { registerEvaluateProtection } from './evaluate-protection.js';

const share = (value: number): string => value.toFixed(3);

/** `marsad evaluate`: each part of the program on data whose truth is known. */
export const registerEvaluate: RegisterCommand = (program, run) => {
  const evaluate = program.command('evaluate').description('measure a part of the program on data with known truth');
  registerEvaluateClassifier(evaluate, run);
  registerEvaluateEstimates(evaluate, run);
  registerEvaluatePlaces(evaluate, run);
  registerEvaluateProtection(evaluate, run);
  evaluate
    .command('extraction')
    .description(
      'score main-text extraction on sets of pages (.tar.gz with ground-truth.json, segments.json, expected.json or expected.html)',
    )
    .argument('<set...>', 'archives')
    .action((paths: string[]) =>
      run(async ({ terminal, json }) => {
        const reports = [];
        for (const path of paths) {
          const bytes = await readFile(path).catch((cause: unknown) => {
            throw new InputError('file-missing', `expected an archive at ${path}, but it cannot be read`, { cause });
          });
          const name = basename(path);
          const report = { set: name, ...evaluateExtraction(readTar(bytes, name), name) };
          reports.push(report);
          if (!json) {
            const { measure, pages, precision, recall, f1 } = report;
            terminal.out(
              `${name}: ${measure} ${share(f1)} (precision ${share(precision)}, recall ${share(recall)}, ${pages} pages)\n`,
            );
          }
        }
        if (json) terminal.out(`${JSON.stringify({ extraction: reports })}\n`);
        return EXIT.done;
      }),
    );
};
