import { answerContest, raiseContest, readContests } from '@marsad/hub';
import { type Contest, InputError } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';
import { textInLanguage } from './text-in-language.js';
import { collectTexts, textsFrom } from './texts-option.js';

interface RaiseFlags {
  cell?: string;
  weeks?: string;
  signal?: string;
  term?: string;
  language?: string;
  source?: string;
  by: string;
  text: string[];
  hub?: string;
}

/** What a contest is about, as the flags say it; what they say is checked when it is raised. */
const aboutFrom = ({ cell, weeks, signal, term, language, source }: RaiseFlags): unknown => {
  const named = [cell, term, source].filter((value) => value !== undefined).length;
  if (named !== 1) throw new InputError('contest-what', 'expected one of --cell, --term and --source');
  if (source !== undefined) return { kind: 'source', source };
  if (term !== undefined) return { kind: 'term', term, language };
  const span = weeks?.split('..');
  return {
    kind: 'cell',
    area: cell === 'city' ? null : cell,
    weeks: span === undefined ? null : [span[0], span.at(-1)],
    ...(signal !== undefined && { signal }),
  };
};

const aboutWords = ({ about }: Contest): string => {
  if (about.kind === 'source') return `source ${about.source}`;
  if (about.kind === 'term') return `term ${about.term} (${about.language})`;
  const weeks = about.weeks === null ? 'all weeks' : [...new Set(about.weeks)].join(' to ');
  return [about.area ?? 'the city', weeks, about.signal].filter((part) => part !== undefined).join(', ');
};

const onOneLine = (text: Contest['text']): string => textInLanguage(text, 'en').replaceAll(/\s+/gu, ' ');

/** A contest with its words and those of its answer, line by line. */
const contestLines = (one: Contest): string[] => {
  const { answer } = one;
  const state = answer ? `answered ${answer.answered.slice(0, 10)}` : 'open';
  return [
    `${one.city} ${one.id}: ${state}; ${aboutWords(one)}; by ${one.by}, ${one.raised.slice(0, 10)}`,
    `  ${onOneLine(one.text)}`,
    ...(answer ? [`  answer by ${answer.by}: ${onOneLine(answer.text)}`] : []),
  ];
};

/** `marsad hub contest raise|answer|list`: the right of reply. */
export const registerHubContest: RegisterCommand = (hub, run) => {
  const contest = hub.command('contest').description('what communities and cities say is wrong, and the answers');
  contest
    .command('raise')
    .description('attach a contest to a figure, term or source of a city; it goes along with every copy')
    .argument('<city>', 'the city’s id')
    .argument('<id>', 'a new id, such as port-2026-03')
    .option('--cell <area>', 'a figure: the id of the neighbourhood, or "city"')
    .option('--weeks <first..last>', 'of the figure, such as 2026-W10..2026-W12; all when left out')
    .option('--signal <code>', 'of the figure; all when left out')
    .option('--term <term>', 'a term of a lexicon, with --language')
    .option('--language <code>', 'of the term (ISO 639-3)')
    .option('--source <id>', 'a source')
    .requiredOption('--by <office>', 'an organisation or office, never a private person')
    .option('--text <language=words>', 'what is wrong, once for each of ar, en, fr', collectTexts, [])
    .option(HUB_FLAG, HUB_HELP)
    .action((city: string, id: string, flags: RaiseFlags) =>
      run(({ terminal, effects, json }) =>
        withHub(flags.hub, terminal, async (open) => {
          const about = aboutFrom(flags) as Contest['about'];
          const text = textsFrom('--text', flags.text);
          const raised = await raiseContest(open, { id, city, about, by: flags.by, text }, effects.clock());
          if (json) terminal.out(`${JSON.stringify({ contest: raised })}\n`);
          terminal.say(printable(`contest ${id} of ${city}: ${aboutWords(raised)}; it stays until it is answered`));
          return EXIT.done;
        }),
      ),
    );
  contest
    .command('answer')
    .description('answer a contest; the answer goes along with it')
    .argument('<city>', 'the city’s id')
    .argument('<id>', 'id of the contest')
    .requiredOption('--by <office>', 'who answers: an organisation or office')
    .option('--text <language=words>', 'the answer, once for each of ar, en, fr', collectTexts, [])
    .option(HUB_FLAG, HUB_HELP)
    .action((city: string, id: string, flags: { by: string; text: string[]; hub?: string }) =>
      run(({ terminal, effects, json }) =>
        withHub(flags.hub, terminal, async (open) => {
          const answer = { city, id, by: flags.by, text: textsFrom('--text', flags.text) };
          const answered = await answerContest(open, answer, effects.clock());
          if (json) terminal.out(`${JSON.stringify({ contest: answered })}\n`);
          terminal.say(printable(`contest ${id} of ${city} is answered`));
          return EXIT.done;
        }),
      ),
    );
  contest
    .command('list')
    .description('contests, those not answered first')
    .argument('[city]', 'only of this city')
    .option(HUB_FLAG, HUB_HELP)
    .action((city: string | undefined, { hub: folder }: { hub?: string }) =>
      run(({ terminal, json }) =>
        withHub(folder, terminal, async (open) => {
          const all = await readContests(open.db, { city });
          const contests = [...all.filter(({ answer }) => !answer), ...all.filter(({ answer }) => answer)];
          if (json) terminal.out(`${JSON.stringify({ contests })}\n`);
          else
            for (const one of contests)
              terminal.out(
                contestLines(one)
                  .map((line) => `${printable(line)}\n`)
                  .join(''),
              );
          return EXIT.done;
        }),
      ),
    );
};
