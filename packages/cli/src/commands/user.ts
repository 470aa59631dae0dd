import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@marsad/records';
import { type Command, InvalidArgumentError } from 'commander';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { ACCOUNT_NAME, ROLES, type Role, tierOfRole } from '../server/accounts/account.js';
import { accountsPath, changeAccounts, readAccounts } from '../server/accounts/accounts-file.js';
import { checkPassword, keepPassword } from '../server/accounts/password.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { readPassword } from './read-password.js';

interface Whose {
  config?: string;
  hub?: string;
}

const roleOf = (text: string): Role => {
  const role = ROLES.find((one) => one === text);
  if (role === undefined) throw new InvalidArgumentError(`--role: expected ${ROLES.join(', ')}, got "${text}".`);
  return role;
};

const nameOf = (text: string): string => {
  if (!ACCOUNT_NAME.test(text)) {
    throw new InvalidArgumentError(`expected 1 to 40 small letters, digits, dots, hyphens, got "${text}".`);
  }
  return text;
};

/** The file of accounts of a city or a hub. */
const accountsOf = async ({ config, hub }: Whose): Promise<string> => {
  if ((config === undefined) === (hub === undefined)) {
    throw new InputError('user-where', 'expected either -c city.yaml or --hub DIR: whose accounts');
  }
  if (config !== undefined) return accountsPath((await loadCity(config)).folder);
  const folder = resolve(hub ?? '');
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new InputError('hub-missing', `--hub: expected the folder of a hub, got ${folder}`);
  return accountsPath(folder);
};

const unknown = (name: string): InputError =>
  new InputError('account-unknown', `expected an account of this city or hub, got "${name}"`, {
    remedy: '`marsad user list` tells those there are.',
  });

/** `marsad user add|list|remove|password`: who may log in to `serve` and `hub serve`. */
export const registerUser: RegisterCommand = (program, run) => {
  const user = program
    .command('user')
    .description('accounts for those who read an observatory or a hub over the network');
  const subcommand = (use: string, description: string): Command =>
    user
      .command(use)
      .description(description)
      .option(CONFIG_FLAG, CONFIG_HELP)
      .option('--hub <dir>', 'the hub to work on');

  subcommand('add', 'add an account; the password is asked for, or is the first line piped in')
    .argument('<name>', 'name to log in with', nameOf)
    .requiredOption('--role <role>', `${ROLES.join(', ')}: opens ${ROLES.map(tierOfRole).join(', ')}`, roleOf)
    .action((name: string, { role, ...whose }: Whose & { role: Role }) =>
      run(async ({ terminal, json, effects }) => {
        const path = await accountsOf(whose);
        const taken = (): InputError =>
          new InputError('account-there', `expected a new name, but there is an account "${name}"`, {
            remedy: 'Give it another password with `marsad user password`, or remove it first.',
          });
        if ((await readAccounts(path)).has(name)) throw taken();
        const typed = await readPassword(process.stdin, terminal.say);
        checkPassword(typed, name);
        const password = await keepPassword(typed);
        await changeAccounts(path, (accounts) => {
          if (accounts.has(name)) throw taken();
          accounts.set(name, { name, role, password, since: effects.clock().toISOString() });
        });
        if (json) terminal.out(`${JSON.stringify({ name, role, tier: tierOfRole(role) })}\n`);
        terminal.say(`${name} may log in as ${role} and opens what is ${tierOfRole(role)}`);
        return EXIT.done;
      }),
    );

  subcommand('list', 'the accounts and their roles').action((whose: Whose) =>
    run(async ({ terminal, json }) => {
      const accounts = [...(await readAccounts(await accountsOf(whose))).values()];
      const rows = accounts.map(({ name, role, since }) => ({ name, role, tier: tierOfRole(role), since }));
      if (json) terminal.out(`${JSON.stringify({ accounts: rows })}\n`);
      else for (const { name, role, tier, since } of rows) terminal.out(`${name}\t${role}\t${tier}\t${since}\n`);
      if (rows.length === 0) terminal.say('no accounts; `marsad user add NAME --role ROLE` adds one');
      return EXIT.done;
    }),
  );

  subcommand('remove', 'remove an account; whoever is logged in with it is logged out')
    .argument('<name>', 'account', nameOf)
    .action((name: string, whose: Whose) =>
      run(async ({ terminal, json }) => {
        await changeAccounts(await accountsOf(whose), (accounts) => {
          if (!accounts.delete(name)) throw unknown(name);
        });
        if (json) terminal.out(`${JSON.stringify({ removed: name })}\n`);
        terminal.say(`${name} is removed`);
        return EXIT.done;
      }),
    );

  subcommand('password', 'give an account a new password or role; whoever is logged in with it is logged out')
    .argument('<name>', 'account', nameOf)
    .option('--role <role>', 'a new role, too', roleOf)
    .action((name: string, { role, ...whose }: Whose & { role?: Role }) =>
      run(async ({ terminal, json, effects }) => {
        const path = await accountsOf(whose);
        if (!(await readAccounts(path)).has(name)) throw unknown(name);
        const typed = await readPassword(process.stdin, terminal.say);
        checkPassword(typed, name);
        const password = await keepPassword(typed);
        await changeAccounts(path, (accounts) => {
          const known = accounts.get(name);
          if (!known) throw unknown(name);
          accounts.set(name, { ...known, role: role ?? known.role, password, since: effects.clock().toISOString() });
        });
        if (json) terminal.out(`${JSON.stringify({ name, changed: true })}\n`);
        terminal.say(`${name} has a new password`);
        return EXIT.done;
      }),
    );
};
