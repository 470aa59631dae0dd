import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-snapshot-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const verify = () => spawnSync(process.execPath, [BIN, 'snapshot', 'verify', folder], { encoding: 'utf8' });

describe('marsad snapshot verify', () => {
  it('points to the snapshot within the folder of a published site', () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'manifest.json'), '{}');
    const { status, stderr } = verify();
    expect(status).toBe(1);
    expect(stderr).toContain('manifest.json: is missing');
    expect(stderr).toContain(`marsad snapshot verify ${join(folder, 'data')}`);
  });

  it('says no more than what is missing where there is none within either', () => {
    mkdirSync(join(folder, 'data'));
    const { status, stderr } = verify();
    expect(status).toBe(1);
    expect(stderr).not.toContain('published site');
  });
});
