import { InputError } from '@marsad/records';
import type { LabelOutcome } from '@marsad/store';
import { EXIT } from '../exit-codes.js';
import { withProject } from '../project/open-project.js';
import { readLabels } from '../review/read-labels.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';

/** A role, not a person: labels are kept under it. */
const ROLE = /^[a-z][a-z0-9-]{0,39}$/;

const refusalOf = (
  outcome: LabelOutcome,
  { postId, sampleId, coder }: { postId: string; sampleId: string; coder: string },
): string | null => {
  switch (outcome.kind) {
    case 'added':
    case 'known':
      return null;
    case 'not-in-sample':
      return `post ${postId} is unknown in sample ${sampleId}`;
    case 'labelled-otherwise':
      return `post ${postId}: ${coder} has labelled it "${outcome.signals.join(' ') || 'none'}" before`;
  }
};

/** `marsad label`: what people said of posts, back into the store. */
export const registerLabel: RegisterCommand = (program, run) => {
  const label = program.command('label').description('read what people said of posts');
  label
    .command('import')
    .description('read a sample file whose column signals was filled in (none, or codes with spaces between)')
    .argument('<file>', 'the CSV file of `marsad review sample`')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .requiredOption('--coder <role>', 'the role of whoever labelled, such as reviewer-1; never a name')
    .action((file: string, { config, coder }: { config: string; coder: string }) =>
      run(async ({ terminal, effects, json }) => {
        if (!ROLE.test(coder)) {
          throw new InputError(
            'bad-coder',
            `--coder: expected a role in lower-case letters, digits and hyphens, got "${coder}"`,
          );
        }
        return withProject(config, async ({ store }) => {
          const { labels, refused, open } = await readLabels(file, coder);
          const outcomes = await store.saveLabels(labels, effects.clock().toISOString());
          let added = 0;
          labels.forEach((one, index) => {
            const outcome = outcomes[index];
            if (!outcome) return;
            if (outcome.kind === 'added') added += 1;
            const message = refusalOf(outcome, one);
            if (message !== null) refused.push({ line: one.line, message });
          });
          refused.sort((a, b) => a.line - b.line);
          for (const { line, message } of refused) terminal.warn(printable(`${file}:${line}: left out: ${message}`));
          const known = outcomes.filter(({ kind }) => kind === 'known').length;
          if (json) terminal.out(`${JSON.stringify({ labels: { added, known, open, refused } })}\n`);
          terminal.say(`${added} labels added, ${known} known, ${open} rows open, ${refused.length} refused`);
          const unlabelled = open + refused.length;
          if (added > 0 && unlabelled > 0) {
            terminal.warn(
              `${unlabelled} rows of the file carry no label yet: corrected figures lean towards those that do, until all do`,
            );
          }
          if (added > 0) terminal.say('the figures change at the next `marsad tally` or `run`');
          return refused.length > 0 ? EXIT.foundWrong : EXIT.done;
        });
      }),
    );
};
