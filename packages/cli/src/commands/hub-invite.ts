import { readFile } from 'node:fs/promises';
import { inviteCity } from '@marsad/hub';
import { InputError } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';
import { HUB_FLAG, HUB_HELP, withHub } from './hub-option.js';

interface InviteFlags {
  fingerprint?: string;
  list?: string;
  hub?: string;
}

type Invitation = [city: string, fingerprint: string];

const invitationsIn = async (path: string): Promise<Invitation[]> => {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, at): Invitation[] => {
    if (line.trim() === '') return [];
    const [city, fingerprint] = line.split('\t').map((cell) => cell.trim());
    if (city && fingerprint) return [[city, fingerprint]];
    throw new InputError(
      'bad-invitation',
      `${path}, line ${at + 1}: expected a city and its fingerprint, a tab between`,
    );
  });
};

/** `marsad hub invite`: from now on packages of this city may be taken. */
export const registerHubInvite: RegisterCommand = (hub, run) => {
  hub
    .command('invite')
    .description('invite a city by the fingerprint that it told you on another way, by telephone for instance')
    .argument('[city]', 'the city’s id')
    .option('--fingerprint <hex>', '64 hex digits, as `marsad key show` of the city prints them')
    .option('--list <file>', 'instead of one city: a file with a city and its fingerprint a line, a tab between')
    .option(HUB_FLAG, HUB_HELP)
    .action((city: string | undefined, { fingerprint, list, hub: folder }: InviteFlags) =>
      run(async ({ terminal, effects, json }) => {
        if ((list === undefined) === (city === undefined || fingerprint === undefined))
          throw new InputError('invite-whom', 'expected either CITY --fingerprint HEX or --list FILE');
        const invitations: Invitation[] =
          list === undefined ? [[city ?? '', fingerprint ?? '']] : await invitationsIn(list);
        const invited = await withHub(folder, terminal, async (open) => {
          const results: { city: string; known: boolean }[] = [];
          for (const [id, told] of invitations)
            results.push({
              city: id,
              ...(await inviteCity(open, { city: id, fingerprint: told, now: effects.clock() })),
            });
          return results;
        });
        if (json) terminal.out(`${JSON.stringify({ invited })}\n`);
        for (const { city: id, known } of invited) terminal.say(`${id}: ${known ? 'was invited before' : 'invited'}`);
        return EXIT.done;
      }),
    );
};
