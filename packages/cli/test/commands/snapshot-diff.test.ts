import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@marsad/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const FIXTURE = fileURLToPath(new URL('../../../../fixtures/snapshots/1.2.0', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-diff-'));
  cpSync(FIXTURE, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const diff = (...flags: string[]) =>
  spawnSync(process.execPath, [BIN, 'snapshot', 'diff', FIXTURE, folder, ...flags], { encoding: 'utf8' });

/** Changes the copy, and makes its sums right again, as whoever made it could. */
const remake = (file: string, change: (text: string) => string): void => {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  const manifestPath = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  for (const listed of manifest.files) {
    const bytes = readFileSync(join(folder, listed.path));
    Object.assign(listed, { bytes: bytes.length, sha256: sha256(bytes) });
  }
  const bytes = `${JSON.stringify(manifest, null, 2)}\n`;
  writeFileSync(manifestPath, bytes);
  writeFileSync(join(folder, 'manifest.json.sha256'), `${sha256(bytes)}  manifest.json\n`);
};

describe('marsad snapshot diff', () => {
  it('says that nothing differs in the language it is asked', () => {
    const { status, stdout } = diff('--lang', 'fr');
    expect(status).toBe(0);
    expect(stdout).toBe('Les deux instantanés sont identiques.\n');
  });

  it('ends with 1 where a closed block tells other numbers, in JSON too', () => {
    remake('figures.json', (text) => text.replace(/"authors":(\d+)/u, (_, count) => `"authors":${Number(count) + 1}`));
    const { status, stdout } = diff('--json');
    expect(status).toBe(1);
    const { ok, changes } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(changes.filter(({ finding }: { finding: boolean }) => finding)).toMatchObject([{ code: 'answer-changed' }]);
  });

  it('refuses another city and a language that it does not speak', () => {
    remake('manifest.json', (text) => text.replace(/("city": \{\s*"id": ")[^"]+/u, '$1elsewhere'));
    expect(diff().status).toBe(2);
    expect(diff().stderr).toContain('expected two snapshots of one city');
    expect(diff('--lang', 'de').stderr).toContain('expected ');
  });
});
