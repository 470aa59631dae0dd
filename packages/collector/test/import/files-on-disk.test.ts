import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOnDisk } from '../../src/import/files-on-disk.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-files-'));
  mkdirSync(join(folder, 'saved/b'), { recursive: true });
  for (const name of ['saved/c.txt', 'saved/a.txt', 'saved/b/z.txt'])
    writeFileSync(join(folder, name), `this is ${name}`);
  symlinkSync(join(folder, 'saved'), join(folder, 'saved/link'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const listed = async (path: string) => {
  const names: string[] = [];
  for await (const { name, size, inFolder, isSpecial } of filesOnDisk(folder).list(path))
    names.push(`${name} ${isSpecial ? 'special' : size} ${inFolder ? 'in folder' : 'named'}`);
  return names;
};

describe('filesOnDisk', () => {
  it('lists the files of a folder and of those below, sorted, links not followed', async () => {
    expect(await listed('saved')).toEqual([
      'a.txt 19 in folder',
      'b/z.txt 21 in folder',
      'c.txt 19 in folder',
      'link special in folder',
    ]);
  });

  it('lists a file that is named, by a path from the folder or a whole one', async () => {
    expect(await listed('saved/a.txt')).toEqual(['a.txt 19 named']);
    expect(await listed(join(folder, 'saved/a.txt'))).toEqual(['a.txt 19 named']);
  });

  it('says when nothing is there', async () => {
    await expect(listed('nothing')).rejects.toMatchObject({ name: 'InputError', code: 'file-missing' });
  });

  it('gives another stamp to a file that has changed', async () => {
    const stampOf = async (): Promise<string> => {
      for await (const { stamp } of filesOnDisk(folder).list('saved/a.txt')) return stamp;
      return '';
    };
    const before = await stampOf();
    expect(await stampOf()).toBe(before);
    writeFileSync(join(folder, 'saved/a.txt'), 'something longer than before');
    expect(await stampOf()).not.toBe(before);
  });

  it('opens a file, or a part of it', async () => {
    const read = async (range?: { start: number; end: number }): Promise<string> => {
      let text = '';
      for await (const chunk of filesOnDisk(folder).open('saved/a.txt', range)) text += chunk;
      return text;
    };
    expect(await read()).toBe('this is saved/a.txt');
    expect(await read({ start: 5, end: 7 })).toBe('is');
  });
});
