import { expect, it } from 'vitest';
import { makePost } from './make-records.js';
import { NOW, tempStore } from './temp-store.js';

const URL_A = 'http://a.test/a';
const page = (url: string) => ({ sourceId: 'forum', url, role: 'page' as const, depth: 1 });

it('what came of a document is kept all together', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page(URL_A)], NOW);
  const kept = await store.keepReading(
    {
      documents: [page('http://a.test/b'), page(URL_A)],
      posts: [makePost('forum', URL_A, 'words that somebody wrote')],
      rejections: [{ sourceId: 'forum', locator: `${URL_A}#2`, reason: 'no-text' }],
      note: { sourceId: 'forum', key: 'newest', value: '7' },
      settlement: { sourceId: 'forum', url: URL_A, state: 'fetched', etag: '"1"' },
    },
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
    store.keepReading(
      {
        documents: [page('http://a.test/b')],
        posts: [makePost('forum', URL_A, 'words that somebody wrote')],
        rejections: [],
        note: { sourceId: 'forum', key: 'newest', value: '7' },
        settlement: { sourceId: 'forum', url: 'http://a.test/nobody-knows-it', state: 'fetched' },
      },
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
  await store.keepReading({ documents: [], posts: [], rejections: [] }, NOW);
  expect((await store.leases('forum')).map(({ holder }) => holder)).toEqual(['me']);
});
