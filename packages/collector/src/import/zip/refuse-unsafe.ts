import { InputError } from '@marsad/records';
import type { ZipEntry } from './zip-file.js';

const MAXIMUM_TOTAL_BYTES = 2 ** 40;

const outside = (name: string): string | undefined => {
  if (name === '' || name.length > 4096) return 'has no name, or one of more than 4,096 characters';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'has control characters in its name';
  if (/\\/.test(name)) return 'has a backslash in its name';
  if (/^\//.test(name) || /^[a-z]:/i.test(name)) return 'has an absolute path';
  const parts = name.replace(/\/$/, '').split('/');
  return parts.some((part) => part === '..' || part === '.' || part === '') ? 'leads outside the archive' : undefined;
};

/**
 * Refuses a zip file whose directory is made to mislead: paths outside, one name twice (also in other case or another
 * Unicode form), files that overlap, sizes past any use.
 * @param end where the last entry must have ended: the begin of the directory
 * @throws {InputError} `unsafe-zip` naming the entry
 */
export const refuseUnsafe = (file: string, entries: readonly ZipEntry[], end: number): void => {
  const refuse = (entry: ZipEntry, problem: string): never => {
    throw new InputError('unsafe-zip', `${file}: the entry ${JSON.stringify(entry.name.slice(0, 200))} ${problem}`, {
      remedy: 'Do not use this file: no honest program writes such an archive.',
    });
  };
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    const problem = outside(entry.name);
    if (problem !== undefined) refuse(entry, problem);
    const folded = entry.name.normalize('NFC').toLowerCase().replace(/\/$/, '');
    if (names.has(folded)) refuse(entry, 'is there twice');
    names.add(folded);
    total += entry.size;
    if (total > MAXIMUM_TOTAL_BYTES) refuse(entry, `takes the archive past ${MAXIMUM_TOTAL_BYTES} unpacked bytes`);
    // Deflate cannot pack more than about 1,032 bytes into one.
    const isPossible =
      entry.method === 'stored' ? entry.size === entry.packedSize : entry.size <= 1040 * entry.packedSize + 64;
    if (!isPossible) refuse(entry, `states ${entry.size} bytes packed into ${entry.packedSize}`);
  }
  const byOffset = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [index, entry] of byOffset.entries()) {
    const next = byOffset[index + 1]?.offset ?? end;
    if (entry.offset + 30 + entry.packedSize > next) refuse(entry, 'overlaps what comes after it');
  }
};
