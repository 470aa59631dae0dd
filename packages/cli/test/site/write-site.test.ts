import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Site } from '../../src/site/site-files.js';
import { SITE_MARKER } from '../../src/site/site-marker.js';
import { writeSite } from '../../src/site/write-site.js';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'marsad-site-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const site = (...paths: string[]): Site => ({
  snapshot: 'a'.repeat(64),
  files: new Map(['index.html', ...paths].map((path) => [path, new TextEncoder().encode(`new ${path}`)])),
});
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('writeSite', () => {
  it('writes into a folder that is not there, and into an empty one', async () => {
    for (const name of ['new/deep', 'empty']) {
      const dir = join(work, name);
      if (name === 'empty') mkdirSync(dir);
      await writeSite(site('data/manifest.json'), dir);
      expect(filesIn(dir)).toEqual(['data/manifest.json', 'index.html', SITE_MARKER]);
    }
  });

  it('refuses a folder with anything else in it, and leaves it as it was', async () => {
    writeFileSync(join(work, 'thesis.doc'), 'mine');
    await expect(writeSite(site(), work)).rejects.toMatchObject({ code: 'not-a-site' });
    expect(filesIn(work)).toEqual(['thesis.doc']);
  });

  it('refuses a file in the place of the folder', async () => {
    const dir = join(work, 'file');
    writeFileSync(dir, '');
    await expect(writeSite(site(), dir)).rejects.toMatchObject({ code: 'site-folder' });
  });

  it('replaces its own files, removes those that are no longer needed, and leaves the files of others', async () => {
    const dir = join(work, 'site');
    await writeSite(site('assets/old-1.js', 'assets/index-1.js', 'other/alone.js'), dir);
    writeFileSync(join(dir, 'CNAME'), 'city.example');
    await writeSite(site('assets/index-2.js'), dir);
    expect(filesIn(dir)).toEqual(['CNAME', 'assets/index-2.js', 'index.html', SITE_MARKER]);
    expect(readdirSync(dir)).not.toContain('other');
    expect(readFileSync(join(dir, 'CNAME'), 'utf8')).toBe('city.example');
  });

  it('gives the same bytes for the same site', async () => {
    for (const name of ['a', 'b']) await writeSite(site('z.js', 'a.js'), join(work, name));
    for (const path of filesIn(join(work, 'a'))) {
      expect(readFileSync(join(work, 'a', path))).toEqual(readFileSync(join(work, 'b', path)));
    }
  });

  it('finishes a publication that was interrupted', async () => {
    const dir = join(work, 'site');
    await writeSite(site('a.js', 'b.js'), dir);
    // As an interruption leaves it: named in the marker, not yet there.
    rmSync(join(dir, 'b.js'));
    rmSync(join(dir, 'index.html'));
    await writeSite(site('b.js'), dir);
    expect(filesIn(dir)).toEqual(['b.js', 'index.html', SITE_MARKER]);
  });

  it('does not write over a file that somebody else put there, nor through a link', async () => {
    const dir = join(work, 'site');
    await writeSite(site(), dir);
    writeFileSync(join(dir, 'about.html'), 'mine');
    await expect(writeSite(site('about.html'), dir)).rejects.toMatchObject({ code: 'not-ours' });
    expect(readFileSync(join(dir, 'about.html'), 'utf8')).toBe('mine');
    const outside = join(work, 'outside');
    mkdirSync(outside);
    symlinkSync(outside, join(dir, 'data'));
    await expect(writeSite(site('data/figures.json'), dir)).rejects.toMatchObject({ code: 'not-ours' });
    expect(filesIn(outside)).toEqual([]);
  });

  it.each([
    '{"format"',
    '{}',
    JSON.stringify({
      format: { name: 'marsad-site', version: '1.0.0' },
      snapshot: 'a'.repeat(64),
      files: ['../victim'],
    }),
    JSON.stringify({
      format: { name: 'marsad-site', version: '1.0.0' },
      snapshot: 'a'.repeat(64),
      files: ['a/../../victim'],
    }),
    JSON.stringify({
      format: { name: 'marsad-site', version: '1.0.0' },
      snapshot: 'a'.repeat(64),
      files: ['/etc/passwd'],
    }),
    JSON.stringify({ format: { name: 'marsad-site', version: '9.0.0' }, snapshot: 'a'.repeat(64), files: [] }),
  ])('deletes nothing by a marker that cannot be trusted: %s', async (marker) => {
    const dir = join(work, 'site');
    mkdirSync(dir);
    writeFileSync(join(work, 'victim'), 'alive');
    writeFileSync(join(dir, SITE_MARKER), marker);
    await expect(writeSite(site(), dir)).rejects.toMatchObject({ code: 'site-marker-broken' });
    expect(readFileSync(join(work, 'victim'), 'utf8')).toBe('alive');
    expect(filesIn(dir)).toEqual([SITE_MARKER]);
  });
});
