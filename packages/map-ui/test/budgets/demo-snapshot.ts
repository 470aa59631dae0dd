import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CONTEXT_FILES, SNAPSHOT_FILES } from '@marsad/records/snapshot';
import { siteOf } from '../browser/viewer-files.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';

const MARSAD = fileURLToPath(new URL('../../../cli/bin/marsad.js', import.meta.url));

/** Milliseconds within which the demo is made on any machine that is not hopelessly busy. */
export const DEMO_TAKES = 400_000;

/** The built viewer beside a snapshot of the demo city Al-Manar, made on the spot: the page with all it can say. */
export const demoSite = async (): Promise<Map<string, Uint8Array | string>> => {
  const work = mkdtempSync(join(tmpdir(), 'marsad-demo-'));
  try {
    await promisify(execFile)(process.execPath, [MARSAD, 'demo', '--no-serve', '--work', work]);
    const files = [...Object.values(SNAPSHOT_FILES), CONTEXT_FILES.public].map((name): [string, string] => [
      name,
      readFileSync(join(work, 'snapshot', name), 'utf8'),
    ]);
    return siteOf(makeSnapshot(), Object.fromEntries(files));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
