import { copyFile, lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '@marsad/records';
import type { Site } from './site-files.js';
import { markerText, readMarker, SITE_MARKER } from './site-marker.js';

const FIRST_PAGE = 'index.html';

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const entriesOf = async (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw new InputError('site-folder', `${folder}: expected a folder, or nothing`, { cause: error });
  });

/** The files of an earlier publication; refuses a folder that holds anything else and no such publication. */
const publishedBefore = async (target: string, dir: string): Promise<Set<string>> => {
  const entries = await entriesOf(target);
  if (entries.length === 0) return new Set();
  if (!entries.includes(SITE_MARKER)) {
    throw new InputError('not-a-site', `${dir}: expected an empty folder or a published site, got other files`, {
      remedy: 'Choose another folder; nothing was written.',
    });
  }
  return readMarker(await readFile(join(target, SITE_MARKER), 'utf8'), dir);
};

/** Refuses to write over a file that is not ours, or through a link that leads out of the folder. */
const checkPlace = async (target: string, path: string, ours: ReadonlySet<string>, dir: string): Promise<void> => {
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const part = parts.slice(0, length).join('/');
    const found = await lstat(join(target, part)).catch(() => undefined);
    if (!found) return;
    const isFile = length === parts.length;
    if (isFile ? found.isFile() && ours.has(path) : found.isDirectory()) continue;
    throw new InputError('not-ours', `${dir}/${part}: is in the way and was not written by an earlier publication`, {
      remedy: 'Move it away or choose another folder; nothing was written.',
    });
  }
};

const writeWhole = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.writing`;
  await writeFile(aside, bytes, { flush: true });
  await rename(aside, path);
};

/** Copies a file of any size, so that there is the old one, or the whole new one. */
const copyWhole = async (path: string, source: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.writing`;
  await copyFile(source, aside);
  await rename(aside, path);
};

/**
 * Writes a site into an empty folder or over an earlier publication. Files that are not ours (a CNAME, a .git) stay. The
 * first page is written last, so that visitors of a folder under a running server find old page and old parts, or new ones;
 * files of the earlier publication that this one has not are removed at the end.
 * @throws InputError when the folder holds anything else and no earlier publication; nothing is written then
 */
export const writeSite = async (site: Site, dir: string): Promise<void> => {
  const target = resolve(dir);
  const before = await publishedBefore(target, dir);
  const paths = new Set([...site.files.keys(), ...(site.ground ? [site.ground.path] : [])]);
  for (const path of paths) await checkPlace(target, path, before, dir);
  await mkdir(target, { recursive: true });
  const marker = join(target, SITE_MARKER);
  // Named before they are there: a publication that was interrupted is known again and can be finished.
  await writeWhole(marker, markerText(site.snapshot, [...before, ...paths]));
  if (site.ground) await copyWhole(join(target, site.ground.path), site.ground.source);
  const last = site.files.get(FIRST_PAGE);
  for (const [path, bytes] of site.files) if (path !== FIRST_PAGE) await writeWhole(join(target, path), bytes);
  if (last) await writeWhole(join(target, FIRST_PAGE), last);
  for (const path of before) {
    if (paths.has(path)) continue;
    await rm(join(target, path), { force: true });
    await rmdir(dirname(join(target, path))).catch(() => undefined);
  }
  await writeWhole(marker, markerText(site.snapshot, paths));
};
