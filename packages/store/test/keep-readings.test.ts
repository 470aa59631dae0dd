import type { DocumentRole } from '@marsad/records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KeptReading } from '../src/keep-readings.js';
import { makePost } from './make-records.js';
import { LATER, NOW, rowsOf, tempStore } from './temp-store.js';

const URL_A = 'http://a.test/a';
const page = (url: string) => ({ sourceId: 'forum', url, role: 'page' as const, depth: 1 });

it('what came of a document is kept all together', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page(URL_A)], NOW);
  const kept = await store.keepReadings(
    [
      {
        documents: [page('http://a.test/b'), page(URL_A)],
        posts: [makePost('forum', URL_A, 'words that somebody wrote')],
        rejections: [{ sourceId: 'forum', locator: `${URL_A}#2`, reason: 'no-text' }],
        note: { sourceId: 'forum', key: 'newest', value: '7' },
        settlement: { sourceId: 'forum', url: URL_A, state: 'fetched', etag: '"1"' },
      },
    ],
    NOW,
  );
  expect(kept).toEqual({ offered: { stored: 1, duplicate: 0, superseded: 0, rejected: 1, known: 0 }, added: 1 });
  expect(await store.recallNote('forum', 'newest')).toBe('7');
  expect((await store.counts()).posts).toBe(1);
  const queued = await store.claimDocuments('forum', 9, NOW, '2026-04-01T09:00:00Z');
  expect(queued.map(({ url }) => url)).toEqual(['http://a.test/b']);
});

it('what came of a document is not kept at all when a part of it cannot be', async () => {
  const { store } = await tempStore();
  await expect(
    store.keepReadings(
      [
        {
          documents: [page('http://a.test/b')],
          posts: [makePost('forum', URL_A, 'words that somebody wrote')],
          rejections: [],
          note: { sourceId: 'forum', key: 'newest', value: '7' },
          settlement: { sourceId: 'forum', url: 'http://a.test/nobody-knows-it', state: 'fetched' },
        },
      ],
      NOW,
    ),
  ).rejects.toThrow('expected a document of the ledger');
  expect(await store.recallNote('forum', 'newest')).toBeNull();
  expect(await store.claimDocuments('forum', 9, NOW, '2026-04-01T09:00:00Z')).toEqual([]);
  expect((await store.counts()).posts).toBe(0);
});

it('a document may be settled later', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page(URL_A)], NOW);
  await store.claimDocuments('forum', 1, NOW, '2026-04-01T09:00:00Z', 'me');
  await store.keepReadings([{ documents: [], posts: [], rejections: [] }], NOW);
  expect((await store.leases('forum')).map(({ holder }) => holder)).toEqual(['me']);
});

const KNOWN = 6;
/** The first six are on the frontier, the others are only led to. */
const FAMILY = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => `http://a.test/${name}`);

/** What came of one of few documents: links to others, texts that repeat one another, an outcome of any kind. */
const readings = fc.array(
  fc
    .record({
      at: fc.integer({ min: 0, max: KNOWN - 1 }),
      leads: fc.array(
        fc.record({
          to: fc.integer({ min: 0, max: FAMILY.length - 1 }),
          depth: fc.integer({ min: 0, max: 3 }),
          role: fc.constantFrom<DocumentRole>('page', 'page', 'page', 'entry'),
        }),
        { maxLength: 4 },
      ),
      texts: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
      state: fc.constantFrom('fetched' as const, 'fetched' as const, 'skipped' as const, 'failed' as const),
      isSettled: fc.boolean(),
    })
    .map(({ at, leads, texts, state, isSettled }): KeptReading => {
      const url = FAMILY[at] ?? '';
      return {
        documents: leads.map(({ to, role, depth }) => ({ sourceId: 'forum', url: FAMILY[to] ?? '', role, depth })),
        posts: texts.map((text, place) =>
          makePost('forum', `${url}#${place}`, `words that stand in many places ${text}`),
        ),
        rejections: [{ sourceId: 'forum', locator: `${url}#refused`, reason: 'no-text' }],
        note: { sourceId: 'forum', key: 'newest', value: url },
        ...(isSettled || state !== 'fetched'
          ? { settlement: { sourceId: 'forum', url, state, ...(state === 'fetched' ? {} : { reason: 'x' }) } }
          : {}),
      };
    }),
  { minLength: 1, maxLength: 6 },
);

/** As most readings are: pages that lead to pages, and no failure among them. */
const plain = (all: readonly KeptReading[]): KeptReading[] =>
  all.map((reading, at) => ({
    ...reading,
    documents: reading.documents.map((document) => ({ ...document, role: 'page' })),
    settlement: { sourceId: 'forum', url: FAMILY[at % KNOWN] ?? '', state: 'fetched' },
  }));

const everythingIn = (path: string): Record<string, unknown>[][] =>
  [
    'select * from documents order by url',
    'select * from items order by id',
    'select * from posts order by id',
    'select * from bands order by key, arrival',
    'select * from notes order by key',
    'select * from marks order by name',
  ].map((query) => rowsOf(path, query));

it('what came of several documents is kept as if each had been kept alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(readings, readings.map(plain)), async (all) => {
      const [together, alone] = [await tempStore(), await tempStore()];
      for (const { store } of [together, alone]) await store.addDocuments(FAMILY.slice(0, KNOWN).map(page), NOW);
      const kept = await together.store.keepReadings(all, LATER);
      let added = 0;
      let stored = 0;
      for (const reading of all) {
        const one = await alone.store.keepReadings([reading], LATER);
        added += one.added;
        stored += one.offered.stored;
      }
      expect(everythingIn(together.path)).toEqual(everythingIn(alone.path));
      expect([kept.added, kept.offered.stored]).toEqual([added, stored]);
    }),
    { numRuns: 40 },
  );
}, 60_000);
