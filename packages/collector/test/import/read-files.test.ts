import { describe, expect, it } from 'vitest';
import { type FilesToRead, type ReadFilesOptions, readFiles } from '../../src/import/read-files.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { testEffects } from '../support/web.js';
import { workersHere } from './support/here-and-now.js';
import { memoryFiles } from './support/memory-files.js';
import { packedWarc, pageOf, pageRecord } from './support/write-warc.js';

const story = 'Le marché de la vieille ville ouvre de nouveau dimanche, dit la mairie aux habitants.';
const folder = {
  'saved/a.html': pageOf('Premier', `${story} Un.`),
  'saved/a_files/logo.png': '\u0089PNG',
  'saved/a_files/style.css': 'body { color: red }',
  'saved/b/view.php?id=2': pageOf('Second', `${story} Deux.`),
  'saved/c.warc.gz': packedWarc([pageRecord('http://a.test/3', pageOf('Troisième', `${story} Trois.`))]),
  'saved/d.csv': 'id,text\n1,Une ligne de texte\n2,\n',
  'saved/e.csv': 'a,b\n1,2\n',
  'saved/f.wacz': 'no zip archive',
};

const run = async (
  held: Record<string, string | Uint8Array>,
  wanted: Partial<FilesToRead> = {},
  options: Partial<ReadFilesOptions> = {},
  ledger = new MemoryLedger(),
) => {
  const files = memoryFiles(held, 1000);
  const progress: string[] = [];
  const outcome = await readFiles(
    { path: 'saved', sourceId: 'file', map: {}, ...wanted },
    {
      ledger,
      effects: testEffects(),
      files,
      workers: workersHere,
      onProgress: ({ name, files: seen, items }) => progress.push(`${name} ${seen} ${items}`),
      ...options,
    },
  );
  return { ...outcome, ledger, progress, opened: files.opened };
};
const titles = (ledger: MemoryLedger) =>
  [...ledger.posts.values()].map(({ locator, title }) => `${locator} ${title ?? ''}`.trim());

describe('readFiles', () => {
  it('reads every file of a folder that tells its format, and counts the others and those that fail', async () => {
    const { sink, files, errors, ledger, progress } = await run(folder);
    expect(titles(ledger)).toEqual(['a.html Premier', 'b/view.php?id=2 Second', 'http://a.test/3 Troisième', '1']);
    expect(files).toEqual({
      fetched: 4,
      unchanged: 0,
      skipped: { 'unknown-format': 2 },
      failed: { 'bad-zip': 1, 'no-text-column': 1 },
    });
    expect(errors.map(({ code }) => code)).toEqual(['no-text-column', 'bad-zip']);
    expect(sink.rejected).toEqual([
      { file: 'd.csv', line: 3, reason: 'no-text', message: 'row 2 has no text in column text' },
    ]);
    expect(sink.counts.found).toBe(5);
    expect(progress.at(-1)).toBe('f.wacz 8 5');
  });

  it('reads only files of the format that is asked for', async () => {
    const { files, ledger } = await run(folder, { format: 'html' });
    expect(titles(ledger)).toEqual(['a.html Premier', 'b/view.php?id=2 Second']);
    expect(files.skipped).toEqual({ 'other-format': 4, 'unknown-format': 2 });
  });

  it('reads a page with its title, language and the address it says it has', async () => {
    const html = pageOf('Premier', story).replace(
      '<title>',
      '<link rel="canonical" href="https://a.test/premier"><title>',
    );
    const { ledger } = await run({ 'saved/a.html': html });
    expect([...ledger.posts.values()]).toEqual([
      expect.objectContaining({
        locator: 'a.html',
        url: 'https://a.test/premier',
        title: 'Premier',
        languageHint: 'fra',
        text: expect.stringContaining(story),
        permission: 'file-import',
      }),
    ]);
  });

  it('reads a file again only when it or the way it is read has changed', async () => {
    const ledger = new MemoryLedger();
    const held = { ...folder };
    await run(held, {}, { memory: ledger }, ledger);
    const second = await run(held, {}, { memory: ledger }, ledger);
    expect(second.files).toMatchObject({ fetched: 4, unchanged: 4, failed: { 'bad-zip': 1, 'no-text-column': 1 } });
    expect(second.opened).toEqual(['saved/e.csv']);
    expect(second.sink.counts.found).toBe(0);
    held['saved/d.csv'] += '3,Une autre ligne\n';
    const third = await run(held, {}, { memory: ledger }, ledger);
    expect(third.opened).toEqual(['saved/d.csv', 'saved/e.csv']);
    expect(third.sink.counts.outcome).toMatchObject({ stored: 1, known: 2 });
    expect((await run(held, { map: { title: 'id' } }, { memory: ledger }, ledger)).files.unchanged).toBe(0);
  });

  it('remembers no file whose texts did not reach the ledger', async () => {
    const ledger = new MemoryLedger();
    const full = { offerPosts: () => Promise.reject(new Error('disk full')) };
    await expect(run(folder, {}, { ledger: full, memory: ledger })).rejects.toThrow('disk full');
    expect(ledger.notes.size).toBe(0);
  });

  it('stops at the limit and goes on from there the next time', async () => {
    const ledger = new MemoryLedger();
    for (const found of [2, 4, 4]) {
      await run(folder, {}, { memory: ledger, limit: 2 }, ledger);
      expect(ledger.posts.size).toBe(found);
    }
  });

  it('stops when it is told to, keeps what was read and remembers no half file', async () => {
    const ledger = new MemoryLedger();
    const stop = new AbortController();
    const rows = Array.from({ length: 2000 }, (_, n) => `${n},Ligne de texte numéro ${n}`).join('\n');
    const { files } = await run(
      { 'saved/a.csv': `id,text\n${rows}\n`, 'saved/b.csv': 'id,text\n1,Une ligne\n' },
      {},
      { memory: ledger, signal: stop.signal, onProgress: () => stop.abort() },
      ledger,
    );
    expect(files.failed).toEqual({ interrupted: 1 });
    expect(ledger.posts.size).toBeGreaterThan(400);
    expect(ledger.posts.size).toBeLessThan(2000);
    expect(ledger.notes.size).toBe(0);
  });

  it('leaves out what is no plain file, and names what cannot be opened', async () => {
    const files = memoryFiles(folder, 1000);
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: 'open' });
    const outcome = await run(
      folder,
      {},
      {
        files: {
          async *list(path) {
            for await (const entry of files.list(path)) yield { ...entry, isSpecial: entry.name.endsWith('.css') };
          },
          open(path, range) {
            const stream = files.open(path, range);
            if (path.endsWith('a.html')) stream.destroy(denied);
            return stream;
          },
        },
      },
    );
    expect(outcome.files.skipped).toEqual({ 'not-a-file': 1, 'unknown-format': 1 });
    expect(outcome.errors[0]).toMatchObject({
      code: 'file-unreadable',
      message: 'a.html: cannot be read: EACCES: permission denied',
    });
  });
});
