import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSnapshot, readSnapshot, verifySnapshot, writeSnapshot } from '@marsad/observatory';
import type { Block } from '@marsad/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const FIXTURE = fileURLToPath(new URL('../../../../fixtures/snapshots/1.2.0', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-merge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const merge = (...words: string[]) =>
  spawnSync(process.execPath, [BIN, 'snapshot', 'merge', ...words], { encoding: 'utf8' });

/** What the fixture is made of. */
const partsOf = async () => {
  const { manifest, areas, figures } = await readSnapshot(FIXTURE);
  const { city, model, rules, sources, counts } = manifest;
  return { city, model, rules, sources, counts, areas, figures };
};

/** The fixture's city in later weeks: a quarter after. */
const later = async (): Promise<string> => {
  const { figures, ...parts } = await partsOf();
  const shift = (week: string): string => week.replace(/\d+$/u, (number) => String(Number(number) + 13));
  const blocks = figures.blocks.flatMap((block): Block[] =>
    block.weeks === null ? [] : [{ ...block, weeks: [shift(block.weeks[0]), shift(block.weeks[1])] }],
  );
  const path = join(folder, 'later');
  await writeSnapshot(buildSnapshot({ ...parts, blocks }), path);
  return path;
};

describe('marsad snapshot merge', () => {
  it('writes one snapshot of two periods, as a folder or a package, that verifies', async () => {
    const [second, both, zip] = [await later(), join(folder, 'both'), join(folder, 'both.zip')];
    const { status, stdout } = merge(FIXTURE, second, '-o', both, '--json');
    expect(status).toBe(0);
    const { snapshot, mergedFrom } = JSON.parse(stdout);
    expect(mergedFrom).toHaveLength(2);
    expect(merge(second, FIXTURE, '-o', zip).status).toBe(0);
    expect((await readSnapshot(zip)).hash).toBe(snapshot.sha256);
    expect((await verifySnapshot(both)).problems).toEqual([]);
    expect((await readSnapshot(both)).manifest.weeks?.[1]).toBe((await readSnapshot(second)).manifest.weeks?.[1]);
  });

  it('writes nothing where snapshots cannot be one, and says why', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const { figures: _, ...parts } = await partsOf();
    const city = { ...parts.city, id: 'elsewhere' };
    await writeSnapshot(buildSnapshot({ ...parts, city, blocks: [] }), elsewhere);
    const { status, stderr } = merge(FIXTURE, elsewhere, '-o', join(folder, 'out'));
    expect(status).toBe(2);
    expect(stderr).toContain('different cities are not merged into one');
    expect(() => readFileSync(join(folder, 'out', 'manifest.json'))).toThrow();
  });

  it('replaces no file that is there', async () => {
    const zip = join(folder, 'mine.zip');
    writeFileSync(zip, 'mine');
    expect(merge(FIXTURE, FIXTURE, '-o', zip).status).toBe(2);
    expect(readFileSync(zip, 'utf8')).toBe('mine');
  });
});
