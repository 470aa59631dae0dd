import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { copiesLine } from '../report/copies-line.js';
import { progressLine } from '../report/progress.js';
import { toldAndUntold } from '../report/silences-line.js';
import { correctionSentences } from '../stages/corrections.js';
import { runStages } from '../stages/run-stages.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { finishStages } from './finish.js';

/** `marsad run`: the whole path, collect → classify → place → tally → snapshot. */
export const registerRun: RegisterCommand = (program, run) => {
  program
    .command('run')
    .description('collect, classify, place, tally and write the snapshot')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run(async (context) =>
        withProject(config, async (project) => {
          const { terminal, effects, signal } = context;
          const result = await runStages({
            project,
            effects,
            terminal,
            signal,
            onProgress: progressLine(terminal, effects.clock),
          });
          const { silences, lines } = await toldAndUntold(project);
          finishStages(context, result.stages, {
            snapshot: result.snapshot,
            notRendered: result.notRendered,
            ...(result.corrections.length > 0 ? { corrections: result.corrections } : {}),
            violations: result.violations,
            silences,
          });
          for (const line of lines) terminal.say(line);
          const copies = copiesLine(await project.store.counts());
          if (copies !== undefined) terminal.say(copies);
          for (const line of correctionSentences(result.corrections)) terminal.say(line);
          for (const line of result.notRendered) terminal.say(line);
          for (const { id, error } of result.unreached) terminal.warn(`source ${id} could not be reached: ${error}`);
          for (const violation of result.violations) terminal.warn(`not accounted for: ${violation}`);
          const shown = result.stages.find(({ name }) => name === 'snapshot');
          if (shown && shown.in > 0 && shown.out === 0) {
            const { minimumPosts, minimumAuthors, minimumSources } = project.city.config.protection;
            terminal.warn(
              `every figure is hidden: the publish gate asks for at least ${minimumPosts} posts by ${minimumAuthors} authors in ${minimumSources} sources behind each`,
            );
          }
          terminal.say(`snapshot ${result.snapshot.sha256.slice(0, 12)} in ${result.snapshot.path}`);
          return result.violations.length > 0 ? EXIT.foundWrong : EXIT.done;
        }),
      ),
    );
};
