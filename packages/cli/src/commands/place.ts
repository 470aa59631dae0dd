import type { Placement } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { placeStage } from '../stages/place-stage.js';
import { printable } from '../terminal.js';
import type { CommandContext, RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { runOneStage } from './run-one-stage.js';

/** One placement in words: where, by what, with which weight, and what else it could have been. */
const inWords = ({ areaId, rung, weight, candidates }: Placement): string => {
  const where = areaId ?? (rung === 'none' ? 'not of the city' : 'the city as a whole');
  const others =
    candidates.length > 1
      ? `, chosen from ${candidates.join(', ')}${areaId === null ? ': the post does not say which, so it is given to none' : ''}`
      : '';
  return `${where} by ${rung}, weight ${Number(weight.toFixed(4))}${others}`;
};

/** Says why posts stand where they stand, without their texts. */
const explain = (config: string, ids: readonly string[], { terminal, json }: CommandContext): Promise<number> =>
  withProject(config, async ({ store }) => {
    const found = await store.placementsOf(ids);
    const explained = ids.map((id) => ({ postId: id, placements: found.get(id) ?? null }));
    if (json) terminal.out(`${JSON.stringify({ explained })}\n`);
    for (const { postId, placements } of explained) {
      if (placements === null) terminal.warn(printable(`post ${postId}: there is none of this id`));
      else if (placements.length === 0) terminal.warn(printable(`post ${postId}: not placed yet`));
      else if (!json) for (const one of placements) terminal.out(`${printable(`post ${postId}: ${inWords(one)}`)}\n`);
    }
    return explained.some(({ placements }) => placements === null) ? EXIT.foundWrong : EXIT.done;
  });

/** `marsad place`: one stage of `run` on its own. */
export const registerPlace: RegisterCommand = (program, run) => {
  program
    .command('place')
    .description('name the neighbourhood of every post, and the rung that stands on')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option('--explain <id...>', 'place nothing: say where these posts stand, by what, and what that was chosen from')
    .action(({ config, explain: ids }: { config: string; explain?: string[] }) =>
      run((context) =>
        ids === undefined
          ? runOneStage(config, context, async (stage) => ({ stage: await placeStage(stage) }))
          : explain(config, ids, context),
      ),
    );
};
