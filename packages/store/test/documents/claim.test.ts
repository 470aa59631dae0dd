import { expect, it } from 'vitest';
import { NOW, tempStore } from '../temp-store.js';

const page = (url: string, depth = 1) => ({ sourceId: 'forum', url, role: 'page' as const, depth });
const claimedUrls = (entries: { url: string }[]): string[] => entries.map(({ url }) => url);

it('claims go to documents nearest to an entry point first, then by URL, up to the limit', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/c', 2), page('http://a.test/b'), page('http://a.test/a', 2)], NOW);
  const lease = '2026-04-01T09:00:00Z';
  expect(claimedUrls(await store.claimDocuments('forum', 2, NOW, lease))).toEqual([
    'http://a.test/b',
    'http://a.test/a',
  ]);
  expect(claimedUrls(await store.claimDocuments('forum', 2, NOW, lease))).toEqual(['http://a.test/c']);
  expect(await store.claimDocuments('forum', 2, NOW, lease)).toEqual([]);
});

it('what a claim would give can be looked at without claiming it', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/c', 2), page('http://a.test/b')], NOW);
  const first = [{ url: 'http://a.test/b', role: 'page', depth: 1 }];
  expect(await store.queuedDocuments('forum', 1)).toEqual(first);
  expect(await store.queuedDocuments('forum', 1)).toEqual(first);
  await store.claimDocuments('forum', 1, NOW, '2026-04-01T09:00:00Z');
  expect(claimedUrls(await store.queuedDocuments('forum', 9))).toEqual(['http://a.test/c']);
});

it('documents of other sources are left alone', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/a')], NOW);
  expect(await store.claimDocuments('feed', 10, NOW, '2026-04-01T09:00:00Z')).toEqual([]);
});

it('a lease that has run out counts as queued, and each claim is an attempt', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/a')], NOW);
  const [first] = await store.claimDocuments('forum', 1, '2026-04-01T08:00:00Z', '2026-04-01T08:05:00Z');
  expect(first?.attempts).toBe(1);
  expect(await store.claimDocuments('forum', 1, '2026-04-01T08:04:59.999Z', '2026-04-01T09:00:00Z')).toEqual([]);
  const [second] = await store.claimDocuments('forum', 1, '2026-04-01T08:05:00.000Z', '2026-04-01T09:00:00Z');
  expect(second?.attempts).toBe(2);
});

it('times with and without fractions of a second are compared as times', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/a')], NOW);
  await store.claimDocuments('forum', 1, '2026-04-01T08:00:00Z', '2026-04-01T08:05:00Z');
  expect(await store.claimDocuments('forum', 1, '2026-04-01T08:05:00.500Z', '2026-04-01T09:00:00Z')).toHaveLength(1);
});

it('a document given back is claimed after those not tried yet', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/a'), page('http://a.test/b')], NOW);
  await store.claimDocuments('forum', 1, NOW, '2026-04-01T09:00:00Z');
  await store.settleDocument({ sourceId: 'forum', url: 'http://a.test/a', state: 'queued', reason: 'http-503' }, NOW);
  expect(claimedUrls(await store.claimDocuments('forum', 2, NOW, '2026-04-01T09:00:00Z'))).toEqual([
    'http://a.test/b',
    'http://a.test/a',
  ]);
});

it('a time that is none is refused and nothing is leased', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/a')], NOW);
  await expect(store.claimDocuments('forum', 1, NOW, 'soon')).rejects.toThrow('"soon"');
  expect(await store.claimDocuments('forum', 1, NOW, '2026-04-01T09:00:00Z')).toHaveLength(1);
});
