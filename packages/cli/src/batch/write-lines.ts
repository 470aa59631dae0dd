import { createReadStream } from 'node:fs';
import { open, rename, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '@marsad/records';

/** What an earlier, interrupted run has written already. */
export interface Written {
  /** whole lines */
  lines: number;
  /** the last of them */
  last: string | undefined;
}

/** Where the lines of a batch go. */
export interface LineSink {
  readonly alreadyWritten: Written;
  /** @param lines whole lines in UTF-8, each ended by a line feed */
  write(lines: Uint8Array): Promise<void>;
  /** makes the output appear under its own name */
  finish(): Promise<void>;
}

const NOTHING: Written = { lines: 0, last: undefined };

/** Lines to standard output. */
export const lineSinkToStdout = (out: (text: string) => void): LineSink => ({
  alreadyWritten: NOTHING,
  write: async (lines) => out(new TextDecoder().decode(lines)),
  finish: async () => {},
});

/** Lines to what is there and is no file: a pipe, or /dev/null. */
export const lineSinkToStream = async (path: string): Promise<LineSink> => {
  const stream = await open(path, 'w');
  return {
    alreadyWritten: NOTHING,
    write: (lines) => stream.appendFile(lines),
    finish: () => stream.close(),
  };
};

/** Counts whole lines and where the last of them begins and ends: a line cut by a kill does not count. */
const wholeLines = async (path: string): Promise<{ lines: number; lastStart: number; end: number }> => {
  let lines = 0;
  let lastStart = 0;
  let end = 0;
  let offset = 0;
  for await (const chunk of createReadStream(path)) {
    const buffer = chunk as Buffer;
    for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) {
      lines += 1;
      lastStart = end;
      end = offset + at + 1;
    }
    offset += buffer.length;
  }
  return { lines, lastStart, end };
};

/** The name under which a batch is written until it is whole. */
export const partOf = (path: string): string => `${path}.part`;

const keepWholeLines = async (part: string): Promise<Written> => {
  const { lines, lastStart, end } = await wholeLines(part);
  await truncate(part, end);
  if (lines === 0) return NOTHING;
  const file = await open(part);
  try {
    const { buffer } = await file.read(Buffer.alloc(end - lastStart - 1), 0, end - lastStart - 1, lastStart);
    return { lines, last: buffer.toString('utf8') };
  } finally {
    await file.close();
  }
};

/**
 * Lines to a file that appears under its name only when all are written; until then it lies beside it as `PATH.part`.
 * With `resume`, whole lines of an earlier `.part` are kept and told in `alreadyWritten`.
 * @throws InputError when the folder does not exist
 */
export const lineSinkToFile = async (path: string, resume: boolean): Promise<LineSink> => {
  const folder = dirname(path);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new InputError('folder-missing', `-o ${path}: expected the folder ${folder} to exist, but it does not`, {
      remedy: 'Make it first.',
    });
  }
  const part = partOf(path);
  const alreadyWritten = resume && (await stat(part).catch(() => undefined)) ? await keepWholeLines(part) : NOTHING;
  const file = await open(part, resume ? 'a' : 'w');
  return {
    alreadyWritten,
    write: (lines) => file.appendFile(lines),
    finish: async () => {
      await file.sync();
      await file.close();
      await rename(part, path);
    },
  };
};
