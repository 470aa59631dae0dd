import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSnapshot, packageBytes, writeSnapshot } from '@marsad/observatory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullParts } from '../../../observatory/test/snapshot/full-parts.js';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const released = fileURLToPath(new URL('../../../../fixtures/snapshots/1.2.0', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-inspect-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inspect = (...args: string[]) =>
  spawnSync(process.execPath, [BIN, 'snapshot', 'inspect', ...args], { encoding: 'utf8' });

describe('marsad snapshot inspect', () => {
  it('says in words what a package is', async () => {
    const path = join(folder, 'city.zip');
    writeFileSync(path, await packageBytes(buildSnapshot(fullParts())));
    const { status, stdout } = inspect(path);
    expect(status).toBe(0);
    expect(stdout).toContain('snapshot, format 1.4.0, as a package');
    expect(stdout).toContain('(test-city), an invented city');
    expect(stdout).toContain('2026-W14 to 2026-W16');
    expect(stdout).toMatch(/tier +restricted/);
    expect(stdout).toMatch(/version +none: not signed/);
    expect(stdout).toContain('2 shown, 2 hidden by the publish gate');
    expect(stdout).toMatch(/restricted 4 files/);
    expect(stdout).toMatch(/check +whole and unchanged/);
  });

  it('tells programs the same of a folder, and names what is wrong with it', async () => {
    const path = join(folder, 'snapshot');
    await writeSnapshot(buildSnapshot({ ...fullParts(), tier: 'public' }), path);
    const whole = inspect(path, '--json');
    expect(whole.status).toBe(0);
    expect(JSON.parse(whole.stdout).snapshot).toMatchObject({
      path,
      form: 'folder',
      format: '1.4.0',
      tier: 'public',
      version: null,
      ok: true,
      city: { id: 'test-city', fictional: true },
      blocks: { shown: 2, suppressed: 2 },
      areas: 2,
      sources: 2,
      posts: 60,
    });
    writeFileSync(join(path, 'data', 'blocks.csv'), 'changed');
    const changed = inspect(path, '--json');
    expect(changed.status).toBe(1);
    expect(JSON.parse(changed.stdout).snapshot.problems).toContain('data/blocks.csv: was changed after it was made');
  });

  it('reads snapshots of earlier formats, and refuses what is none', () => {
    expect(inspect(released).stdout).toContain('snapshot, format 1.2.0, as a folder');
    const { status, stderr } = inspect(folder);
    expect(status).toBe(2);
    expect(stderr).toContain('it holds no manifest.json');
  });
});

describe('marsad snapshot create', () => {
  it('refuses a tier that there is not', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [BIN, 'snapshot', 'create', '-c', 'city.yaml', '--tier', 'secret'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('--tier: expected public, partner, restricted, got "secret"');
  });
});
