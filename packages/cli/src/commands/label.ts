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

/** What a reason must hold: words that somebody can read later, and no line of a table. */
const reasonOf = (given: string): string => {
  const reason = given.trim();
  if (reason.length >= 3 && reason.length <= 200 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason)) return reason;
  throw new InputError('bad-reason', `--correct: expected a reason of 3 to 200 characters in one line, got "${given}"`);
};

const codes = (signals: readonly string[]): string => signals.join(' ') || 'none';

const refusalOf = (
  outcome: LabelOutcome,
  { postId, sampleId, coder }: { postId: string; sampleId: string; coder: string },
): string | null => {
  switch (outcome.kind) {
    case 'added':
    case 'known':
    case 'changed':
      return null;
    case 'not-in-sample':
      return `post ${postId} is unknown in sample ${sampleId}`;
    case 'labelled-otherwise':
      return `post ${postId}: ${coder} has labelled it "${codes(outcome.signals)}" before (to change that: --correct REASON)`;
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
    .option(
      '--correct <reason>',
      'change what this role has labelled otherwise before; reason and earlier label are kept',
    )
    .action((file: string, { config, coder, correct }: { config: string; coder: string; correct?: string }) =>
      run(async ({ terminal, effects, json }) => {
        const correction = correct === undefined ? undefined : reasonOf(correct);
        if (!ROLE.test(coder)) {
          throw new InputError(
            'bad-coder',
            `--coder: expected a role in lower-case letters, digits and hyphens, got "${coder}"`,
          );
        }
        return withProject(config, async ({ store }) => {
          const { labels, refused, open } = await readLabels(file, coder);
          const outcomes = await store.saveLabels(labels, effects.clock().toISOString(), correction);
          const changed: { id: string; from: string; to: string }[] = [];
          let added = 0;
          labels.forEach((one, index) => {
            const outcome = outcomes[index];
            if (!outcome) return;
            if (outcome.kind === 'added') added += 1;
            if (outcome.kind === 'changed')
              changed.push({ id: one.postId, from: codes(outcome.from), to: codes(one.signals) });
            const message = refusalOf(outcome, one);
            if (message !== null) refused.push({ line: one.line, message });
          });
          refused.sort((a, b) => a.line - b.line);
          for (const { line, message } of refused) terminal.warn(printable(`${file}:${line}: left out: ${message}`));
          const known = outcomes.filter(({ kind }) => kind === 'known').length;
          if (json) terminal.out(`${JSON.stringify({ labels: { added, changed, known, open, refused } })}\n`);
          for (const { id, from, to } of changed) terminal.say(printable(`post ${id}: "${from}" became "${to}"`));
          terminal.say(
            `${added} labels added, ${changed.length} changed, ${known} known, ${open} rows open, ${refused.length} refused`,
          );
          const withoutNew = open + refused.length;
          if (added > 0 && withoutNew > 0) {
            terminal.warn(
              `${withoutNew} rows of the file gave no label: as long as posts of a sample have none, corrected figures lean towards those that do`,
            );
          }
          if (added + changed.length > 0) terminal.say('the figures change at the next `marsad tally` or `run`');
          return refused.length > 0 ? EXIT.foundWrong : EXIT.done;
        });
      }),
    );
  label
    .command('changes')
    .description('list every label that was changed: when, by which role, from what to what, and why')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .action(({ config }: { config: string }) =>
      run(({ terminal, json }) =>
        withProject(config, async ({ store }) => {
          const changes = await store.labelChanges();
          if (json) terminal.out(`${JSON.stringify({ changes })}\n`);
          else {
            for (const { postId, coder, was, became, changedAt, reason } of changes)
              terminal.out(
                `${changedAt}  ${coder}  post ${postId}  "${codes(was)}" became "${codes(became)}": ${printable(reason)}\n`,
              );
          }
          if (changes.length === 0) terminal.say('no label was changed');
          return EXIT.done;
        }),
      ),
    );
};
