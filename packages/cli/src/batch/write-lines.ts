import { createReadStream } from 'node:fs';
import { open, rename, stat, truncate } from 'node:fs/promises';

/** Where the lines of a batch go. */
export interface LineSink {
  /** lines that an earlier, interrupted run has already written */
  readonly alreadyWritten: number;
  write(lines: readonly string[]): Promise<void>;
  /** makes the output appear under its own name */
  finish(): Promise<void>;
}

/** Lines to standard output. */
export const lineSinkToStdout = (out: (text: string) => void): LineSink => ({
  alreadyWritten: 0,
  write: async (lines) => {
    if (lines.length > 0) out(`${lines.join('\n')}\n`);
  },
  finish: async () => {},
});

/** Counts whole lines and where the last of them ends: a line cut by a kill does not count. */
const wholeLines = async (path: string): Promise<{ lines: number; bytes: number }> => {
  let lines = 0;
  let bytes = 0;
  let offset = 0;
  for await (const chunk of createReadStream(path)) {
    const buffer = chunk as Buffer;
    for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) {
      lines += 1;
      bytes = offset + at + 1;
    }
    offset += buffer.length;
  }
  return { lines, bytes };
};

/**
 * Lines to a file that appears under its name only when all are written; until then it lies beside it as `PATH.part`.
 * With `resume`, whole lines of an earlier `.part` are kept and counted in `alreadyWritten`.
 */
export const lineSinkToFile = async (path: string, resume: boolean): Promise<LineSink> => {
  const part = `${path}.part`;
  let alreadyWritten = 0;
  if (resume && (await stat(part).catch(() => undefined))) {
    const { lines, bytes } = await wholeLines(part);
    await truncate(part, bytes);
    alreadyWritten = lines;
  }
  const file = await open(part, resume ? 'a' : 'w');
  return {
    alreadyWritten,
    write: async (lines) => {
      if (lines.length > 0) await file.write(`${lines.join('\n')}\n`);
    },
    finish: async () => {
      await file.sync();
      await file.close();
      await rename(part, path);
    },
  };
};
