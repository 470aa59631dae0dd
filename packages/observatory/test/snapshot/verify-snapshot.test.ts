import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, sha256 } from '@marsad/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../src/snapshot/build-snapshot.js';
import { manifestSum } from '../../src/snapshot/manifest-sum.js';
import { openSnapshotFiles } from '../../src/snapshot/open-snapshot-files.js';
import { readSnapshot, snapshotHash } from '../../src/snapshot/read-snapshot.js';
import { verifySnapshot } from '../../src/snapshot/verify-snapshot.js';
import { writeSnapshot } from '../../src/snapshot/write-snapshot.js';
import { seeded } from '../areas/polygons.js';
import { parts } from './parts.js';

let folder: string;
let snapshot: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-snapshot-'));
  snapshot = join(folder, 'snapshot');
  await writeSnapshot(buildSnapshot(parts()), snapshot);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const at = (file: string): string => join(snapshot, file);

/** Changes a file's JSON and makes every hash fit again, as a maker who lies would. */
const forge = async (file: string, change: (value: Record<string, unknown>) => void): Promise<void> => {
  const edit = async (name: string, by: (value: never) => void): Promise<string> => {
    const value = JSON.parse(await readFile(at(name), 'utf8'));
    by(value as never);
    const text = JSON.stringify(value);
    await writeFile(at(name), text);
    return text;
  };
  const text = await edit(file, change);
  if (file !== 'manifest.json')
    await edit('manifest.json', ({ files }: { files: { path: string; bytes: number; sha256: string }[] }) => {
      for (const entry of files)
        if (entry.path === file) Object.assign(entry, { bytes: Buffer.byteLength(text), sha256: sha256(text) });
    });
  await writeFile(at('manifest.json.sha256'), manifestSum(await readFile(at('manifest.json'))));
};

describe('writeSnapshot', () => {
  it('writes what verifies, and leaves nothing beside it', async () => {
    expect(await verifySnapshot(snapshot)).toEqual({ ok: true, problems: [], notes: [] });
    expect(await readdir(folder)).toEqual(['snapshot']);
  });

  it('replaces an earlier snapshot with all its files, and clears what a killed run left', async () => {
    await writeFile(at('old.json'), '{}');
    await mkdir(`${snapshot}.writing`);
    await mkdir(`${snapshot}.replaced`);
    await writeSnapshot(buildSnapshot(parts()), snapshot);
    expect(await verifySnapshot(snapshot)).toEqual({ ok: true, problems: [], notes: [] });
    expect(await readdir(folder)).toEqual(['snapshot']);
  });

  it('does not touch a folder that holds something else', async () => {
    const other = join(folder, 'other');
    await mkdir(other);
    await writeFile(join(other, 'thesis.txt'), 'years of work');
    await expect(writeSnapshot(buildSnapshot(parts()), other)).rejects.toThrow(
      /expected an empty folder or a snapshot/,
    );
    expect(await readdir(other)).toEqual(['thesis.txt']);
  });

  it('makes the folders above and fills an empty one', async () => {
    const deep = join(folder, 'x', 'y');
    await mkdir(deep, { recursive: true });
    await writeSnapshot(buildSnapshot(parts()), deep);
    await writeSnapshot(buildSnapshot(parts()), join(folder, 'p', 'q'));
    expect((await verifySnapshot(deep)).ok).toBe(true);
    expect((await verifySnapshot(join(folder, 'p', 'q'))).ok).toBe(true);
  });
});

describe('verifySnapshot', () => {
  it('notices any changed byte, twenty in every file, and names the file', async () => {
    const random = seeded(2026);
    const original = await openSnapshotFiles(snapshot);
    const files = [...original.keys()];
    const struck = new Map<string, number>();
    for (let flip = 0; flip < 20 * files.length; flip += 1) {
      const file = files[flip % files.length] ?? '';
      const bytes = Buffer.from(original.get(file) ?? []);
      const place = Math.floor(random() * bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
      await writeFile(at(file), bytes);
      const { ok, problems } = await verifySnapshot(snapshot);
      expect(ok, `${file} at ${place}`).toBe(false);
      expect(problems.some((problem) => problem.includes(file))).toBe(true);
      struck.set(file, (struck.get(file) ?? 0) + 1);
      await writeFile(at(file), original.get(file) ?? '');
    }
    expect([...struck.values()]).toEqual(Array(26).fill(20));
    expect((await verifySnapshot(snapshot)).ok).toBe(true);
  });

  it.each(['areas.geojson', 'figures.json', 'manifest.json', 'manifest.json.sha256'])('misses %s', async (file) => {
    await rename(at(file), join(folder, 'elsewhere'));
    expect((await verifySnapshot(snapshot)).problems).toContain(`${file}: is missing`);
  });

  it('notices a file too many, also in a folder', async () => {
    await mkdir(at('notes'));
    await writeFile(at('notes/posts.csv'), 'text');
    expect(await verifySnapshot(snapshot)).toEqual({
      ok: false,
      problems: ['notes/posts.csv: does not belong to the snapshot'],
      notes: [],
    });
  });

  it('says in words that a newer format needs a newer program', async () => {
    await forge('manifest.json', (manifest) => {
      manifest.format = { name: 'marsad-snapshot', version: '2.0.0' };
    });
    expect((await verifySnapshot(snapshot)).problems).toEqual([
      'manifest.json: format 2 is newer than this program reads (1): update Marsad to open it',
    ]);
  });

  it('reads what it knows of a later minor version, and passes over the rest', async () => {
    await forge('manifest.json', (manifest) => {
      manifest.format = { name: 'marsad-snapshot', version: '1.7.0' };
      manifest.more = { of: ['everything'] };
      Object.assign(manifest.model as object, { trainedOn: 'more' });
    });
    await forge('figures.json', (figures) => {
      figures.forecast = [{ area: 'a' }];
      for (const block of figures.blocks as { figures?: object }[])
        Object.assign(block, { note: 'new' }, block.figures && { figures: { ...block.figures, more: { hate: 1 } } });
    });
    const { figures } = await readSnapshot(snapshot);
    expect(figures.blocks).toHaveLength(4);
    expect(JSON.stringify(figures)).not.toContain('forecast');
  });

  it('reads a later minor version', async () => {
    await forge('manifest.json', (manifest) => {
      manifest.format = { name: 'marsad-snapshot', version: '1.7.0' };
    });
    expect((await verifySnapshot(snapshot)).ok).toBe(true);
  });

  it.each([
    ['posts', 9, 'shown although too-few-posts'],
    ['authors', 4, 'shown although too-few-authors'],
    ['sources', 2, 'shown although too-few-sources'],
  ])('catches a maker whose hashes fit but who shows %s under the floor', async (field, value, problem) => {
    await forge('figures.json', ({ blocks }) => {
      for (const { figures } of blocks as { figures?: Record<string, number> }[]) if (figures) figures[field] = value;
    });
    const { ok, problems } = await verifySnapshot(snapshot);
    expect(ok).toBe(false);
    expect(problems.join()).toContain(`figures.json: a, 2026-W14 to 2026-W15: ${problem}`);
  });

  it('catches rules below the floor and raw counts beside the figures', async () => {
    await forge('manifest.json', ({ rules }) => {
      (rules as Record<string, number>).minimumPosts = 3;
    });
    expect((await verifySnapshot(snapshot)).problems.join()).toContain('manifest.json: rules.minimumPosts');
    await writeSnapshot(buildSnapshot(parts()), snapshot);
    await forge('figures.json', ({ blocks }) => {
      Object.assign((blocks as object[])[3] ?? {}, { posts: 3 });
    });
    expect((await verifySnapshot(snapshot)).problems.join()).toContain('figures.json: blocks.3');
  });

  it('refuses a folder that is not there', async () => {
    await expect(verifySnapshot(join(folder, 'nothing'))).rejects.toThrow(InputError);
  });
});

/** Written by the programs of their time (fixtures/README.md). */
const released = (version: string): string =>
  fileURLToPath(new URL(`../../../../fixtures/snapshots/${version}`, import.meta.url));

describe('snapshots of every released format', () => {
  it.each([
    ['1.0.0', [0, 0]],
    ['1.1.0', [10, 10]],
    ['1.1.0-estimates', [10, 10]],
  ])('%s is read, with what it did not know yet left empty', async (version, copies) => {
    const { figures, manifest } = await readSnapshot(released(version));
    expect(manifest.format.version).toBe(version.slice(0, 5));
    expect(figures.blocks.flatMap((block) => (block.status === 'shown' ? [block.figures.copies] : []))).toEqual(copies);
    expect(figures.overall).toBeUndefined();
    expect(manifest.sources.map(({ events }) => events.length)).toEqual(version === '1.0.0' ? [0, 0] : [1, 2]);
    expect(figures.blocks.map(({ area, status }) => [area, status])).toEqual([
      [null, 'shown'],
      ['a', 'shown'],
      ['a', 'suppressed'],
      ['b', 'suppressed'],
    ]);
  });

  it('1.2.0 is read with all that it says beyond single blocks', async () => {
    const { figures, manifest } = await readSnapshot(released('1.2.0'));
    expect(manifest.format.version).toBe('1.2.0');
    expect(figures.overall?.map(({ area }) => area)).toEqual([null, 'a']);
    expect(figures.clusters?.hate?.areas).toHaveLength(1);
    expect([figures.panel?.blocks, figures.changes].map((list) => list?.length)).toEqual([1, 1]);
    expect((await verifySnapshot(released('1.2.0'))).notes).toEqual([]);
  });

  it('1.3.0 is whole in all its tiers: what this code derives is byte for byte what the released one derived', async () => {
    expect(await verifySnapshot(released('1.3.0'))).toEqual({ ok: true, problems: [], notes: [] });
    const { manifest } = await readSnapshot(released('1.3.0'));
    expect(manifest.format.version).toBe('1.3.0');
  });

  it('1.4.0 is whole in all its tiers, with flagged posts by language and rung', async () => {
    expect(await verifySnapshot(released('1.4.0'))).toEqual({ ok: true, problems: [], notes: [] });
    const { manifest, figures } = await readSnapshot(released('1.4.0'));
    expect(manifest.format.version).toBe('1.4.0');
    const [city] = figures.blocks;
    expect(city?.status === 'shown' && city.figures.flaggedBy?.languages.fra?.hate).toBe(4);
  });

  it('what they tell that the gate hides today is said, and no reason to refuse them', async () => {
    const { ok, notes } = await verifySnapshot(released('1.0.0'));
    expect(ok).toBe(true);
    expect(notes.join('\n')).toMatch(/counts of posts are told exactly/);
    expect(notes.join('\n')).toMatch(/languages tell of too few posts/);
    expect(notes.join('\n')).toMatch(/rungs of the city/);
    expect((await verifySnapshot(released('1.1.0-estimates'))).notes).toEqual([]);
  });

  it('the same told under today’s version is refused', async () => {
    await forge('figures.json', ({ blocks }) => {
      for (const { figures } of blocks as { figures?: { languages: object } }[])
        if (figures) figures.languages = { fra: 4, ara: 8 };
    });
    expect((await verifySnapshot(snapshot)).problems.join()).toContain('languages tell of too few posts');
  });

  it('catches a surge that is told of a week inside a block', async () => {
    await forge('figures.json', (figures) => {
      figures.surges = [{ signal: 'hate', weeks: ['2026-W15'] }];
    });
    expect((await verifySnapshot(snapshot)).problems.join()).toContain('a week that begins no shown block');
  });
});

describe('readSnapshot', () => {
  it('gives the parts and the hash of the manifest', async () => {
    const read = await readSnapshot(snapshot);
    expect(read.manifest.city.id).toBe('test-city');
    expect(read.areas.features.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(read.figures.blocks.map(({ area, status }) => [area, status])).toEqual([
      [null, 'shown'],
      ['a', 'shown'],
      ['a', 'suppressed'],
      ['b', 'suppressed'],
    ]);
    expect(read.hash).toBe(sha256(await readFile(at('manifest.json'))));
    const copy = join(folder, 'copy');
    await cp(snapshot, copy, { recursive: true });
    expect(await snapshotHash(copy)).toBe(read.hash);
  });

  it('refuses one that was changed', async () => {
    await writeFile(at('figures.json'), '{"blocks":[]}');
    await expect(readSnapshot(snapshot)).rejects.toThrow(/figures\.json: was changed/);
    await expect(snapshotHash(folder)).rejects.toThrow(InputError);
  });
});
