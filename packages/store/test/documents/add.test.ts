import type { Settlement } from '@marsad/records';
import { expect, it } from 'vitest';
import type { Store } from '../../src/index.js';
import { LATER, NOW, rowsOf, tempStore } from '../temp-store.js';

const LEASE = '2026-04-01T08:05:00.000Z';
const entry = (url: string, depth = 0) => ({ sourceId: 'forum', url, role: 'entry' as const, depth });
const page = (url: string, depth = 1) => ({ sourceId: 'forum', url, role: 'page' as const, depth });

const settle = async (store: Store, url: string, ending: Pick<Settlement, 'state'> & Partial<Settlement>) => {
  await store.claimDocuments('forum', 100, NOW, LEASE);
  await store.settleDocument({ sourceId: 'forum', url, ...ending }, NOW);
};
const queued = (path: string): unknown[] =>
  rowsOf(path, "select url from documents where state = 'queued' order by url").map(({ url }) => url);

it('documents not held yet are queued and counted as new, those held are not', async () => {
  const { store } = await tempStore();
  expect(await store.addDocuments([entry('http://a.test/'), page('http://a.test/1')], NOW)).toBe(2);
  expect(await store.addDocuments([page('http://a.test/1'), page('http://a.test/2')], NOW)).toBe(1);
});

it('the same document twice in one call is one document, an entry point if either is', async () => {
  const { store, path } = await tempStore();
  expect(await store.addDocuments([page('http://a.test/', 3), entry('http://a.test/')], NOW)).toBe(1);
  expect(rowsOf(path, 'select role, depth from documents')).toEqual([{ role: 'entry', depth: 0 }]);
});

it('the same URL in two sources is two documents', async () => {
  const { store } = await tempStore();
  expect(await store.addDocuments([page('http://a.test/'), { ...page('http://a.test/'), sourceId: 'feed' }], NOW)).toBe(
    2,
  );
});

it('more documents than one statement holds are added', async () => {
  const { store } = await tempStore();
  const many = Array.from({ length: 1201 }, (_, index) => page(`http://a.test/${index}`));
  expect(await store.addDocuments(many, NOW)).toBe(1201);
  expect(await store.addDocuments(many, NOW)).toBe(0);
});

it('a settled entry point is queued again with its validators, its attempts counted anew', async () => {
  const { store } = await tempStore();
  await store.addDocuments([entry('http://a.test/')], NOW);
  await settle(store, 'http://a.test/', {
    state: 'fetched',
    etag: '"1"',
    lastModified: 'Wed, 01 Apr 2026 08:00:00 GMT',
  });
  expect(await store.addDocuments([entry('http://a.test/')], LATER)).toBe(0);
  expect(await store.claimDocuments('forum', 10, LATER, '2026-04-02T09:00:00Z')).toEqual([
    {
      sourceId: 'forum',
      url: 'http://a.test/',
      role: 'entry',
      depth: 0,
      attempts: 1,
      etag: '"1"',
      lastModified: 'Wed, 01 Apr 2026 08:00:00 GMT',
    },
  ]);
});

it('an entry point in flight stays with whoever holds it', async () => {
  const { store } = await tempStore();
  await store.addDocuments([entry('http://a.test/')], NOW);
  await store.claimDocuments('forum', 1, NOW, LEASE);
  await store.addDocuments([entry('http://a.test/')], NOW);
  expect(await store.claimDocuments('forum', 1, NOW, LEASE)).toEqual([]);
});

it('pages that were fetched or skipped are not queued again', async () => {
  const { store, path } = await tempStore();
  await store.addDocuments([entry('http://a.test/'), page('http://a.test/1'), page('http://a.test/2')], NOW);
  await settle(store, 'http://a.test/1', { state: 'fetched' });
  await settle(store, 'http://a.test/2', { state: 'skipped', reason: 'robots' });
  await settle(store, 'http://a.test/', { state: 'fetched' });
  await store.addDocuments([entry('http://a.test/'), page('http://a.test/1'), page('http://a.test/2')], LATER);
  expect(queued(path)).toEqual(['http://a.test/']);
});

it('a page that failed waits for the next run, which begins when the entry points are asked again', async () => {
  const { store, path } = await tempStore();
  await store.addDocuments([entry('http://a.test/')], NOW);
  await store.addDocuments([page('http://a.test/dead')], NOW);
  await settle(store, 'http://a.test/', { state: 'fetched' });
  await settle(store, 'http://a.test/dead', { state: 'failed', reason: 'http-500' });
  await store.addDocuments([page('http://a.test/dead')], NOW);
  expect(queued(path)).toEqual([]);

  await store.addDocuments([entry('http://a.test/')], LATER);
  await store.addDocuments([page('http://a.test/dead')], LATER);
  expect(queued(path)).toEqual(['http://a.test/', 'http://a.test/dead']);

  await settle(store, 'http://a.test/dead', { state: 'failed', reason: 'http-500' });
  await store.addDocuments([page('http://a.test/dead')], LATER);
  expect(queued(path)).not.toContain('http://a.test/dead');
});

it('a page that failed is queued again at once in a source without entry points', async () => {
  const { store, path } = await tempStore();
  await store.addDocuments([page('http://a.test/dead')], NOW);
  await settle(store, 'http://a.test/dead', { state: 'failed', reason: 'timeout' });
  expect(await store.addDocuments([page('http://a.test/dead')], LATER)).toBe(0);
  expect(queued(path)).toEqual(['http://a.test/dead']);
});

it('a page that the city names as an entry point becomes one', async () => {
  const { store, path } = await tempStore();
  await store.addDocuments([page('http://a.test/1')], NOW);
  await settle(store, 'http://a.test/1', { state: 'fetched' });
  await store.addDocuments([entry('http://a.test/1')], LATER);
  expect(rowsOf(path, 'select role, depth, state from documents')).toEqual([
    { role: 'entry', depth: 0, state: 'queued' },
  ]);
});
