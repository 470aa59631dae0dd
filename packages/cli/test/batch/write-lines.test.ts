import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lineSinkToFile } from '../../src/batch/write-lines.js';

const bytes = (text: string) => new TextEncoder().encode(text);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-lines-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('lines to a file', () => {
  it('appear under their name only when all are written', async () => {
    const path = join(folder, 'out.jsonl');
    const sink = await lineSinkToFile(path, false);
    await sink.write(bytes('a\nb\n'));
    await expect(stat(path)).rejects.toThrow();
    await sink.finish();
    expect(await readFile(path, 'utf8')).toBe('a\nb\n');
    await expect(stat(`${path}.part`)).rejects.toThrow();
  });

  it('go on after a kill: whole lines are kept and counted, a cut one is written again', async () => {
    const path = join(folder, 'out.jsonl');
    await writeFile(`${path}.part`, 'a\nb\nhal');
    const sink = await lineSinkToFile(path, true);
    expect(sink.alreadyWritten).toEqual({ lines: 2, last: 'b' });
    await sink.write(bytes('half\nd\n'));
    await sink.finish();
    expect(await readFile(path, 'utf8')).toBe('a\nb\nhalf\nd\n');
  });

  it('are refused where the folder does not exist', async () => {
    await expect(lineSinkToFile(join(folder, 'nowhere', 'out.jsonl'), false)).rejects.toThrow(/nowhere to exist/);
  });

  it('begin anew without resume', async () => {
    const path = join(folder, 'out.jsonl');
    await writeFile(`${path}.part`, 'old\n');
    const sink = await lineSinkToFile(path, false);
    await sink.write(bytes('new\n'));
    await sink.finish();
    expect(await readFile(path, 'utf8')).toBe('new\n');
  });
});
