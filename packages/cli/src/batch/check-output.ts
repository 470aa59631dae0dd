import { open, stat } from 'node:fs/promises';
import { InputError } from '@marsad/records';
import { partOf } from './write-lines.js';

/** Enough of a line to know it by: an id is not longer. */
const HEAD_BYTES = 64 * 1024;

/** How a line that a batch has written begins: a verdict or a named language, or an error in its place. */
const OUR_LINE = /^\{"id":(?:"(?:[^"\\]|\\.)*"|null|-?\d[\d.e+-]*),"(?:language|error)":\{"code":"/u;

const headOf = async (path: string): Promise<string> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
};

const statOf = (path: string) => stat(path).catch(() => undefined);

/**
 * Makes sure that a batch may write to a name.
 * @returns `new` where nothing is there, or an empty file; `former` where lines are there that an earlier batch wrote;
 * `stream` for a pipe or a device
 * @throws InputError `same-file` for the input itself, `not-a-file` for a folder, `would-overwrite` for any other file: it
 * may be somebody's data
 */
export const checkOutput = async (input: string, output: string): Promise<'new' | 'former' | 'stream'> => {
  const [from, part, found] = await Promise.all([input, partOf(output), output].map(statOf));
  for (const to of [part, found]) {
    if (from === undefined || to === undefined || from.ino !== to.ino || from.dev !== to.dev) continue;
    throw new InputError('same-file', `-o ${output}: expected another file than the input, got the input itself`, {
      remedy: 'Name another output; nothing was written.',
    });
  }
  if (!found) return 'new';
  if (found.isDirectory()) {
    throw new InputError('not-a-file', `-o ${output}: expected a file, got a folder`, { remedy: 'Name a file in it.' });
  }
  if (!found.isFile()) return 'stream';
  if (found.size === 0) return 'new';
  if (OUR_LINE.test(await headOf(output))) return 'former';
  throw new InputError(
    'would-overwrite',
    `-o ${output}: expected a new name or the lines of an earlier run, but the file there holds something else`,
    { remedy: 'Name another output, or move that file away; nothing was written.' },
  );
};
