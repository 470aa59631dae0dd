import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsPath, changeAccounts } from '../../src/server/accounts/accounts-file.js';
import { keepPassword } from '../../src/server/accounts/password.js';
import { openAccess } from '../../src/server/open-access.js';

let [empty, withAccount] = ['', ''];
beforeAll(async () => {
  empty = mkdtempSync(join(tmpdir(), 'marsad-access-'));
  withAccount = mkdtempSync(join(tmpdir(), 'marsad-access-'));
  const password = await keepPassword('four words of no kin');
  await changeAccounts(accountsPath(withAccount), (accounts) =>
    accounts.set('a', { name: 'a', role: 'viewer', password, since: '2026-01-01T00:00:00.000Z' }),
  );
});
afterAll(() => {
  for (const folder of [empty, withAccount]) rmSync(folder, { recursive: true, force: true });
});

const open = (at: { host: string; origin?: string }, folder: string | undefined) =>
  openAccess({ port: 0, ...at }, folder, () => new Date(0));

describe('a server', () => {
  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', ''])(
    'does not listen on %j without accounts',
    async (host) => {
      for (const folder of [undefined, empty]) {
        await expect(open({ host, origin: 'https://hub.example.org' }, folder)).rejects.toMatchObject({
          code: 'host-without-accounts',
          remedy: expect.stringContaining('marsad user add'),
        });
      }
    },
  );

  it('does not listen for others without the name they reach it by', async () => {
    await expect(open({ host: '0.0.0.0' }, withAccount)).rejects.toMatchObject({ code: 'host-without-origin' });
  });

  it('is not named to others without accounts, though it listens on this machine only', async () => {
    await expect(open({ host: '127.0.0.1', origin: 'https://hub.example.org' }, empty)).rejects.toMatchObject({
      code: 'host-without-accounts',
    });
  });

  it('does not take passwords that would travel unencrypted', async () => {
    await expect(open({ host: '0.0.0.0', origin: 'http://hub.example.org' }, withAccount)).rejects.toMatchObject({
      code: 'origin-invalid',
    });
  });

  it.each(['127.0.0.1', 'localhost', '::1'])(
    'listens on %s without a log-in where there are no accounts',
    async (host) => {
      expect((await open({ host }, empty)).members).toBeUndefined();
    },
  );

  it('asks for a log-in wherever there are accounts, on this machine too', async () => {
    expect((await open({ host: '127.0.0.1' }, withAccount)).members).toBeDefined();
    expect((await open({ host: '0.0.0.0', origin: 'https://hub.example.org' }, withAccount)).https).toBe(true);
  });
});
