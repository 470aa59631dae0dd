import { describe, expect, it } from 'vitest';
import { collect } from '../../src/collect.js';
import { type Source, sourceSpec } from '../../src/sources/all.js';
import { memoryFiles } from '../import/support/memory-files.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { testEffects } from '../support/web.js';

const source = (more: object = {}): Source =>
  sourceSpec.parse({ id: 'export', kind: 'file', name: 'Export', path: 'posts.csv', ...more });
const rows = 'id,body,when\n1,Une ligne de texte,2026-04-01\n2,,2026-04-01\n';
const run = (sources: Source[], held: Record<string, string> | undefined, ledger = new MemoryLedger(), more = {}) =>
  collect(sources, {
    ledger,
    effects: { ...testEffects(), ...(held ? { files: memoryFiles(held) } : {}) },
    userAgent: 'Marsad/0.1 (+test@example.org)',
    allowPrivateHosts: [],
    ...more,
  });

describe('a source of kind file', () => {
  it('gives the texts of its file, with its own column map and language', async () => {
    const ledger = new MemoryLedger();
    const report = await run([source({ map: { time: 'when' }, language: 'fra' })], { 'posts.csv': rows }, ledger);
    expect(report.sources).toEqual([
      {
        id: 'export',
        kind: 'file',
        reached: true,
        documents: { fetched: 1, unchanged: 0, skipped: {}, failed: {} },
        items: { stored: 1, duplicate: 0, superseded: 0, rejected: 1, known: 0 },
      },
    ]);
    expect(report.items).toMatchObject({ in: 2, out: 1, dropped: { 'no-text': 1 } });
    expect([...ledger.posts.values()]).toEqual([
      expect.objectContaining({
        sourceId: 'export',
        locator: '1',
        publishedAt: '2026-04-01T00:00:00.000Z',
        languageHint: 'fra',
      }),
    ]);
  });

  it('is not read again while its file stays the same', async () => {
    const ledger = new MemoryLedger();
    await run([source()], { 'posts.csv': rows }, ledger);
    const { sources, items } = await run([source()], { 'posts.csv': rows }, ledger);
    expect(sources[0]?.documents).toMatchObject({ fetched: 1, unchanged: 1 });
    expect(items).toMatchObject({ in: 0, out: 0 });
  });

  it('says what is wrong and does not stop the others, whose order stays', async () => {
    const sources = [
      source({ id: 'gone', path: 'gone.csv' }),
      source({ id: 'odd', path: 'odd.csv' }),
      source({ id: 'cut', path: 'cut.json' }),
      source(),
    ];
    const held = { 'posts.csv': rows, 'odd.csv': 'a,b\n1,2\n', 'cut.json': '[{"text":"Une ligne"},{"te' };
    const report = await run(sources, held);
    expect(report.sources.map(({ id, reached, error }) => [id, reached, error === undefined])).toEqual([
      ['gone', false, false],
      ['odd', true, false],
      ['cut', true, false],
      ['export', true, true],
    ]);
    expect(report.sources[1]?.documents.failed).toEqual({ 'no-text-column': 1 });
    expect(report.sources[2]).toMatchObject({ items: { stored: 1 }, documents: { failed: { 'cut-off': 1 } } });
  });

  it('is listed by a dry run without being opened', async () => {
    const files = memoryFiles({ 'saved/a.html': '<p>x</p>', 'saved/b.csv': rows });
    const ledger = new MemoryLedger();
    const { sources } = await run([source({ path: 'saved' })], undefined, ledger, {
      effects: { ...testEffects(), files },
      dryRun: true,
    });
    expect(sources[0]?.planned).toEqual([
      { url: 'a.html', from: 'file', decision: 'fetch' },
      { url: 'b.csv', from: 'file', decision: 'fetch' },
    ]);
    expect(files.opened).toEqual([]);
    expect(ledger.posts.size).toBe(0);
  });

  it('is reported as not reached where no files may be read', async () => {
    const { sources } = await run([source()], undefined);
    expect(sources[0]).toMatchObject({ reached: false, error: 'files cannot be read here' });
  });

  it('takes no unknown format and no unknown column', () => {
    const parse = (more: object) =>
      sourceSpec.safeParse({ id: 'a', kind: 'file', name: 'a', path: 'a', ...more }).success;
    expect(parse({ format: 'warc', map: { text: 'body', thread: 'topic' } })).toBe(true);
    expect(parse({ format: 'doc' })).toBe(false);
    expect(parse({ map: { words: 'body' } })).toBe(false);
    expect(parse({ path: '' })).toBe(false);
  });
});
