import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClassifier } from '@marsad/classifier';
import { InputError } from '@marsad/records';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkOutput } from '../../src/batch/check-output.js';
import { main } from '../../src/main.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-output-'));
  writeFileSync(at('posts.jsonl'), '{"id":"a","text":"The library opens at nine."}\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const codeOf = async (output: string, input = 'posts.jsonl'): Promise<string> => {
  const error: unknown = await checkOutput(at(input), at(output)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof InputError ? error.code : 'accepted';
};

describe('the output of a batch', () => {
  it('may be a new name or an empty file', async () => {
    expect(await checkOutput(at('posts.jsonl'), at('out.jsonl'))).toBe('new');
    writeFileSync(at('out.jsonl'), '');
    expect(await checkOutput(at('posts.jsonl'), at('out.jsonl'))).toBe('new');
  });

  it('may be what a batch wrote before, whatever the first row was', async () => {
    const classifier = await openClassifier({ engine: 'lexicon' });
    try {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (id, text) => {
          const { lines } = await classifier.classifyLines([{ id, text }]);
          writeFileSync(at('out.jsonl'), lines);
          expect(await checkOutput(at('posts.jsonl'), at('out.jsonl'))).toBe('former');
        }),
        { numRuns: 200 },
      );
    } finally {
      await classifier.close();
    }
    expect(await main(['detect-language', at('posts.jsonl'), '-o', at('named.jsonl'), '--quiet'])).toBe(0);
    expect(await checkOutput(at('posts.jsonl'), at('named.jsonl'))).toBe('former');
    writeFileSync(at('out.jsonl'), '{"id":"c","error":{"code":"no-text","message":"expected a text"}}\n');
    expect(await checkOutput(at('posts.jsonl'), at('out.jsonl'))).toBe('former');
  });

  it.each([
    ['other posts', '{"id":"a","text":"somebody collected this"}\n'],
    ['other posts that name their language', '{"id":"a","language":"fra","text":"somebody collected this"}\n'],
    ['a table', 'id,text\na,b\n'],
    ['notes', 'remember the milk'],
    ['bytes', '\u0000\u0001'],
  ])('may not be %s', async (_what, content) => {
    writeFileSync(at('out.jsonl'), content);
    expect(await codeOf('out.jsonl')).toBe('would-overwrite');
  });

  it('may not be the input, by whatever name, nor what is written beside it until it is whole', async () => {
    expect(await codeOf('posts.jsonl')).toBe('same-file');
    symlinkSync(at('posts.jsonl'), at('symbolic.jsonl'));
    linkSync(at('posts.jsonl'), at('hard.jsonl'));
    expect([await codeOf('symbolic.jsonl'), await codeOf('hard.jsonl')]).toEqual(['same-file', 'same-file']);
    writeFileSync(at('old.jsonl.part'), '{"id":"a","text":"b"}\n');
    expect(await codeOf('old.jsonl', 'old.jsonl.part')).toBe('same-file');
  });

  it('may be a pipe or a device, but not a folder', async () => {
    mkdirSync(at('out'));
    expect(await codeOf('out')).toBe('not-a-file');
    expect(await checkOutput(at('posts.jsonl'), '/dev/null')).toBe('stream');
  });
});

describe('a command that goes from file to file', () => {
  it('leaves a file that holds something else as it was, and ends with 2', async () => {
    writeFileSync(at('out.jsonl'), 'three months of labels\n');
    for (const command of ['classify', 'detect-language'])
      for (const more of [[], ['--resume']])
        expect(await main([command, at('posts.jsonl'), '-o', at('out.jsonl'), '--quiet', ...more])).toBe(2);
    expect(readFileSync(at('out.jsonl'), 'utf8')).toBe('three months of labels\n');
  });

  it('replaces its own lines, and begins where --resume meets an empty file', async () => {
    const args = ['detect-language', at('posts.jsonl'), '-o', at('out.jsonl'), '--quiet'];
    writeFileSync(at('out.jsonl'), '');
    expect(await main([...args, '--resume'])).toBe(0);
    expect(readFileSync(at('out.jsonl'), 'utf8')).toContain('"id":"a","language"');
    writeFileSync(at('posts.jsonl'), '{"id":"b","text":"The market opens at noon."}\n');
    expect(await main(args)).toBe(0);
    expect(readFileSync(at('out.jsonl'), 'utf8')).toContain('"id":"b","language"');
  });

  it('writes to a device as it comes, and nothing beside it', async () => {
    const args = ['detect-language', at('posts.jsonl'), '-o', '/dev/null', '--quiet'];
    expect(await main(args)).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(existsSync('/dev/null.part')).toBe(false);
    expect(await main([...args, '--resume'])).toBe(2);
  });
});
