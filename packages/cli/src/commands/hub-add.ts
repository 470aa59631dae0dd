import { type Added, addPackage, buildRegion, type Hub } from '@marsad/hub';
import { InputError, MarsadError } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { standingWords } from '../hub/standing-words.js';
import { progressLine } from '../report/progress.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';

const words = (added: Extract<Added, { taken: true }>): string => {
  const { city, version, tier, known, notices, withdrawn, contests } = added;
  const told = [
    version === undefined
      ? `${city}: notices alone`
      : `${city} version ${version}, ${tier}${known ? ', held before' : ''}`,
  ];
  if (notices > 0) told.push(`new notices: ${notices}`);
  if (withdrawn.length > 0) told.push(`withdrawn: version ${withdrawn.join(', ')}`);
  if (contests > 0) told.push(`contests: ${contests}`);
  return told.join('; ');
};

/** What a file that is no package is refused with, so that the others are still taken. */
const unreadable = (error: unknown): Added => {
  if (!(error instanceof InputError)) throw error;
  return {
    taken: false,
    city: undefined,
    refusals: [{ code: 'malformed', message: error.message, remedy: error.remedy ?? 'Ask for the package again.' }],
  };
};

/**
 * Whether the cities that sent figures stand beside the others, a line each. What was taken stays taken where the region cannot be
 * made: then the line says so.
 */
const besideOthers = async (hub: Hub, cities: ReadonlySet<string>, at: Date): Promise<string[]> => {
  if (cities.size === 0) return [];
  try {
    const region = await buildRegion(hub, at);
    return [...cities].flatMap((city) => standingWords(region, city) ?? []);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [`the cities could not be set side by side: ${error.message}`];
  }
};

/** `marsad hub add`: packages are judged, and each is taken whole or refused with what is wrong with it. */
export const registerHubAdd: RegisterCommand = (hub, run) => {
  hub
    .command('add')
    .description('judge packages of invited cities and take those that are genuine, new and within the rules')
    .argument('<file...>', 'packages (zip) or snapshot folders')
    .option(HUB_FLAG, HUB_HELP)
    .action((files: string[], { hub: folder }: { hub?: string }) =>
      run(async ({ terminal, effects, json, signal }) => {
        const progress = progressLine(terminal, effects.clock);
        const results: ({ file: string } & Added)[] = [];
        const sent = new Set<string>();
        await withHub(folder, terminal, async (open) => {
          for (const [at, file] of files.entries()) {
            if (signal.aborted) throw new MarsadError('interrupted', 'interrupted; what was taken is saved');
            progress({ stage: 'add', done: at, total: files.length, note: file });
            const added = await addPackage(open, file, effects.clock()).catch(unreadable);
            results.push({ file, ...added });
            if (added.taken) {
              terminal.say(`${file}: taken: ${words(added)}`);
              if (added.version !== undefined) sent.add(added.city);
            } else {
              terminal.warn(`${file}: refused${added.city === undefined ? '' : `, of ${added.city}`}:`);
              for (const { code, message, remedy } of added.refusals) {
                terminal.warn(`  ${code}: ${message}`);
                terminal.warn(`  → ${remedy}`);
              }
            }
          }
          for (const line of await besideOthers(open, sent, effects.clock())) terminal.say(line);
        });
        if (json) terminal.out(`${JSON.stringify({ packages: results })}\n`);
        return results.every(({ taken }) => taken) ? EXIT.done : EXIT.foundWrong;
      }),
    );
};
