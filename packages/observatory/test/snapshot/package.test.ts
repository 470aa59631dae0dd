import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, sha256 } from '@marsad/records';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../src/snapshot/build-snapshot.js';
import { openSnapshotFiles } from '../../src/snapshot/open-snapshot-files.js';
import { packageBytes } from '../../src/snapshot/package/write-package.js';
import { readSnapshot, snapshotHash } from '../../src/snapshot/read-snapshot.js';
import { verifySnapshot } from '../../src/snapshot/verify-snapshot.js';
import { writeSnapshot } from '../../src/snapshot/write-snapshot.js';
import { parts } from './parts.js';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-package-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('packageBytes', () => {
  it('gives one possible zip for a set of files, in whatever order they come', async () => {
    const files = [...buildSnapshot(parts())];
    expect(await packageBytes(new Map(files.toReversed()))).toEqual(await packageBytes(new Map(files)));
  });

  it('is read back as the files it was made of', async () => {
    const path = fc
      .tuple(fc.constantFrom('', 'data/', 'partner/', 'restricted/lexicons/'), fc.stringMatching(/^f[a-z0-9]{0,8}$/))
      .map(([folder, name]) => `${folder}${name}.json`);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, fc.uint8Array({ maxLength: 300 }), { minKeys: 1 }), async (given) => {
        const files = new Map(Object.entries(given));
        await writeFile(at('some.zip'), await packageBytes(files));
        const read = await openSnapshotFiles(at('some.zip'));
        expect([...read.keys()]).toEqual([...files.keys()].sort());
        for (const [name, bytes] of files) expect(Buffer.from(read.get(name) ?? []).equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same bytes in any time zone and locale', () => {
    const script = `
      import { packageBytes } from '@marsad/observatory/snapshot';
      import { sha256 } from '@marsad/records';
      const bytes = await packageBytes(new Map([['b.txt', Buffer.from('b')], ['a.txt', Buffer.from('a')]]));
      process.stdout.write(sha256(bytes));`;
    const hashes = [
      ['UTC', 'C'],
      ['Asia/Kathmandu', 'ar_EG.UTF-8'],
      ['America/St_Johns', 'tr_TR.UTF-8'],
    ].map(([TZ, LANG]) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: join(import.meta.dirname, '../../../cli'),
        env: { PATH: process.env.PATH, TZ, LANG, LC_ALL: LANG },
        encoding: 'utf8',
      }),
    );
    expect(new Set(hashes).size).toBe(1);
  });
});

describe('openSnapshotFiles', () => {
  it('gives the same files of a folder and of its package, and both are the same snapshot', async () => {
    const files = buildSnapshot(parts());
    await writeSnapshot(files, at('snapshot'));
    await writeFile(at('snapshot.zip'), await packageBytes(files));
    const digest = async (path: string): Promise<string[]> =>
      [...(await openSnapshotFiles(path))].map(([name, bytes]) => `${name} ${sha256(bytes)}`);
    expect(await digest(at('snapshot.zip'))).toEqual(await digest(at('snapshot')));
    expect(await verifySnapshot(at('snapshot.zip'))).toEqual({ ok: true, problems: [], notes: [] });
    expect(await readSnapshot(at('snapshot.zip'))).toEqual(await readSnapshot(at('snapshot')));
    expect(await snapshotHash(at('snapshot.zip'))).toBe(await snapshotHash(at('snapshot')));
  });

  it('refuses what is neither a folder nor a zip, and links inside of a folder', async () => {
    await writeFile(at('notes.txt'), 'not a zip');
    await expect(openSnapshotFiles(at('notes.txt'))).rejects.toThrow(InputError);
    await expect(openSnapshotFiles(at('nothing'))).rejects.toThrow(/folder or package/);
    await writeSnapshot(buildSnapshot(parts()), at('snapshot'));
    await symlink('/etc/hostname', at('snapshot/areas.json'));
    await expect(openSnapshotFiles(at('snapshot'))).rejects.toThrow(/areas\.json is a link/);
  });
});
