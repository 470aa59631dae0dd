import type { FrontierEntry } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressWithoutFragment, openNewestFirst } from '../../src/sources/newest-first.js';
import { MemoryLedger } from '../support/memory-ledger.js';

const ENTRY = 'http://list.test/new';
const PAGE_SIZE = 3;
const NOW = '2026-09-28T00:00:00.000Z';
const LATER = '2026-09-28T00:01:00.000Z';

/** One run over a list of positions, as the collector does it: leads, items, note, settlement; at most `budget` pages. */
const runOver = async (
  ledger: MemoryLedger,
  positions: readonly number[],
  { seen, budget, maximumPages = 1000 }: { seen: Set<number>; budget: number; maximumPages?: number },
): Promise<string[]> => {
  const asked: string[] = [];
  await ledger.addDocuments([{ sourceId: 's', url: ENTRY, role: 'entry', depth: 0 }]);
  const walk = openNewestFirst('s', ledger, { maximumPages });
  for (let left = budget; left > 0; left -= 1) {
    const [document] = await ledger.claimDocuments('s', 1, NOW, LATER);
    if (!document) break;
    const address = await addressWithoutFragment(document);
    asked.push(address);
    const before = Number(new URL(address).searchParams.get('before') ?? Number.POSITIVE_INFINITY);
    const older = [...positions].sort((a, b) => b - a).filter((position) => position < before);
    const page = older.slice(0, PAGE_SIZE);
    const { leads, note } = await walk.step(document, {
      positions: page,
      older: older.length > PAGE_SIZE ? `${ENTRY}?before=${page.at(-1)}` : undefined,
    });
    await ledger.addDocuments(leads.map((lead) => ({ ...lead, sourceId: 's' })));
    for (const position of page) seen.add(position);
    if (note) await ledger.keepNote('s', note.key, note.value);
    await ledger.settleDocument({ sourceId: 's', url: document.url, state: 'fetched' });
  }
  return asked;
};

describe('openNewestFirst', () => {
  it('misses nothing, whatever comes between runs and wherever they stop', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ added: fc.nat({ max: 12 }), budget: fc.integer({ min: 1, max: 6 }) }), { maxLength: 8 }),
        async (runs) => {
          const ledger = new MemoryLedger();
          const seen = new Set<number>();
          const positions: number[] = [];
          for (const { added, budget } of runs) {
            for (let item = 0; item < added; item += 1) positions.push(positions.length + 1);
            await runOver(ledger, positions, { seen, budget });
          }
          await runOver(ledger, positions, { seen, budget: 1000 });
          expect(seen.size).toBe(positions.length);
          expect(await runOver(ledger, positions, { seen, budget: 1000 })).toEqual([ENTRY]);
        },
      ),
    );
  });

  it('misses nothing when what it knew has been deleted', async () => {
    const ledger = new MemoryLedger();
    const seen = new Set<number>();
    await runOver(ledger, [1, 2, 3, 4, 5], { seen, budget: 100 });
    await runOver(ledger, [1, 2, 9, 10, 11, 12, 13], { seen, budget: 100 });
    expect([...seen].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 9, 10, 11, 12, 13]);
  });

  it('goes on its first run as many pages back as it may, later down to what is known', async () => {
    const ledger = new MemoryLedger();
    const seen = new Set<number>();
    const positions = Array.from({ length: 30 }, (_, index) => index + 1);
    expect(await runOver(ledger, positions, { seen, budget: 100, maximumPages: 2 })).toHaveLength(2);
    positions.push(...Array.from({ length: 30 }, (_, index) => index + 31));
    expect(await runOver(ledger, positions, { seen, budget: 100, maximumPages: 2 })).toHaveLength(11);
    expect(seen.size).toBe(6 + 30);
  });

  it('looks behind the newest item by the overlap', async () => {
    const ledger = new MemoryLedger();
    const walk = openNewestFirst('s', ledger, { maximumPages: 10, overlap: 5 });
    const entry: FrontierEntry = {
      sourceId: 's',
      url: ENTRY,
      role: 'entry',
      depth: 0,
      attempts: 1,
      etag: null,
      lastModified: null,
    };
    expect(await walk.boundOf(entry)).toBeUndefined();
    await ledger.keepNote('s', `newest ${ENTRY}`, '100');
    expect(await walk.boundOf(entry)).toBe(95);
    const { leads, note } = await walk.step(entry, { positions: [101, 96], older: `${ENTRY}?before=96` });
    expect(leads).toEqual([{ url: `${ENTRY}?before=96#down-to=95`, role: 'page', depth: 1 }]);
    expect(note).toEqual({ key: `newest ${ENTRY}`, value: '101' });
    const page: FrontierEntry = { ...entry, role: 'page', depth: 1, url: leads[0]?.url ?? '' };
    expect(await addressWithoutFragment(page)).toBe(`${ENTRY}?before=96`);
    expect(await walk.step(page, { positions: [95], older: `${ENTRY}?before=95` })).toEqual({ leads: [] });
  });
});
