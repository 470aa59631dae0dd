import { lstat, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { type Account, account } from './account.js';

/** The accounts of a city or hub lie in its folder, beside nothing that is ever published. */
export const accountsPath = (folder: string): string => join(folder, 'accounts.json');

const accountsFile = z.strictObject({
  format: z.strictObject({ name: z.literal('marsad-accounts'), version: z.string().regex(/^1\.\d+\.\d+$/) }),
  accounts: z
    .array(account)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'expected every name once'),
});

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * The accounts, by name; none where there is no file.
 * @throws InputError when others than its owner may read the file, or when it is not one of ours
 */
export const readAccounts = async (path: string): Promise<Map<string, Account>> => {
  const found = await lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (found === undefined) return new Map();
  // Windows has no such bits and always tells 0o666.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw new InputError('accounts-open', `${path}: expected a file that its owner alone may read`, {
      remedy: `Run \`chmod 600 ${path}\`, and give every account a new password with \`marsad user password\`.`,
    });
  }
  let spec: unknown;
  try {
    spec = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new InputError('accounts-broken', `${path}: expected the list of accounts as JSON`, { cause });
  }
  const parsed = accountsFile.safeParse(spec);
  if (!parsed.success) {
    throw new InputError('accounts-broken', `${path}: ${z.prettifyError(parsed.error)}`, {
      cause: parsed.error,
      remedy: 'Restore it from your backup, or delete it and add the accounts anew.',
    });
  }
  return new Map(parsed.data.accounts.map((one) => [one.name, one]));
};

/**
 * Changes the accounts: read, changed and written as one step, whole or not at all, for their owner alone.
 * @throws InputError when another process is at it
 */
export const changeAccounts = async (path: string, change: (accounts: Map<string, Account>) => void): Promise<void> => {
  const aside = `${path}.writing`;
  // Taken before reading: of two changes at once, neither may undo the other.
  await writeFile(aside, '', { mode: 0o600, flag: 'wx' }).catch((cause: unknown) => {
    const held = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new InputError(
      held ? 'accounts-busy' : 'accounts-folder',
      held ? `${aside}: another command is changing the accounts` : `${path}: cannot be written here`,
      { cause, ...(held && { remedy: 'Try again; if no other command runs, delete that file.' }) },
    );
  });
  try {
    const accounts = await readAccounts(path);
    change(accounts);
    const sorted = [...accounts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const text = JSON.stringify({ format: { name: 'marsad-accounts', version: '1.0.0' }, accounts: sorted }, null, 2);
    await writeFile(aside, `${text}\n`, { mode: 0o600, flush: true });
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
};
