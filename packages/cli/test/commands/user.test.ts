import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PasswordInput, readPassword } from '../../src/commands/read-password.js';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const PASSWORD = 'four words of no kin';

let hub: string;
beforeEach(() => {
  hub = mkdtempSync(join(tmpdir(), 'marsad-user-'));
});
afterEach(() => rmSync(hub, { recursive: true, force: true }));

/** Runs the real command with what is piped in. */
const user = (input: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'user', ...args], { encoding: 'utf8', input });
  return { status, stdout, stderr };
};

describe('marsad user', () => {
  it('adds accounts to a file for its owner alone, without their passwords', () => {
    expect(user(`${PASSWORD}\n`, 'add', 'samira', '--role', 'analyst', '--hub', hub).status).toBe(0);
    const path = join(hub, 'accounts.json');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readFileSync(path, 'utf8')).not.toContain('four words');
    const { stdout } = user('', 'list', '--hub', hub, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ accounts: [{ name: 'samira', role: 'analyst', tier: 'partner' }] });
  });

  it('changes and removes them', () => {
    user(PASSWORD, 'add', 'samira', '--role', 'analyst', '--hub', hub);
    const before = readFileSync(join(hub, 'accounts.json'), 'utf8');
    expect(user('five other words of none', 'password', 'samira', '--role', 'reviewer', '--hub', hub).status).toBe(0);
    expect(readFileSync(join(hub, 'accounts.json'), 'utf8')).not.toBe(before);
    expect(user('', 'list', '--hub', hub).stdout).toMatch(/^samira\treviewer\trestricted\t/);
    expect(user('', 'remove', 'samira', '--hub', hub).status).toBe(0);
    expect(user('', 'list', '--hub', hub).stdout).toBe('');
  });

  it.each([
    ['a name twice', ['add', 'samira', '--role', 'viewer'], 'there is an account "samira"'],
    ['a weak password', ['add', 'other', '--role', 'viewer'], 'at least 12 signs', 'short'],
    ['an unknown role', ['add', 'other', '--role', 'king'], 'expected viewer, analyst, reviewer, hub-admin'],
    ['a name of strange letters', ['add', 'Sämira', '--role', 'viewer'], 'small letters'],
    ['to remove whom there is not', ['remove', 'other'], 'account of this city or hub'],
  ])('refuses %s', (_what, args, said, input = PASSWORD) => {
    user(PASSWORD, 'add', 'samira', '--role', 'analyst', '--hub', hub);
    const before = readFileSync(join(hub, 'accounts.json'), 'utf8');
    const refused = user(input, ...args, '--hub', hub);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(readFileSync(join(hub, 'accounts.json'), 'utf8')).toBe(before);
  });

  it('does not use a file that others may read', () => {
    user(PASSWORD, 'add', 'samira', '--role', 'analyst', '--hub', hub);
    chmodSync(join(hub, 'accounts.json'), 0o644);
    const refused = user('', 'list', '--hub', hub);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('its owner alone')]);
  });
});

describe('a password typed at a terminal', () => {
  /** A terminal at which somebody types these lines when asked. */
  const typing = (...lines: string[]): { input: PasswordInput; raw: boolean[]; ask: () => void } => {
    const raw: boolean[] = [];
    const stream = new PassThrough();
    const input = Object.assign(stream, { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
    return { input, raw, ask: () => stream.write(lines.shift() ?? '\u0003') };
  };

  it('is not shown, can be mended, and is asked for twice', async () => {
    const { input, raw, ask } = typing('four wordz\u007fs of no kin\r', 'four words of no kin\r');
    expect(await readPassword(input, ask)).toBe(PASSWORD);
    expect(raw).toEqual([true, false, true, false]);
  });

  it('is refused where the two differ, and given up with Ctrl-C', async () => {
    const two = typing('one\r', 'other\r');
    await expect(readPassword(two.input, two.ask)).rejects.toMatchObject({ code: 'passwords-differ' });
    const given = typing('\u0003');
    await expect(readPassword(given.input, given.ask)).rejects.toMatchObject({ code: 'interrupted' });
  });
});
