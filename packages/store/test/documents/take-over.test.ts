import { expect, it } from 'vitest';
import { NOW, tempStore } from '../temp-store.js';

const LEASE = '2026-04-01T09:00:00Z';
const page = (url: string, depth = 1) => ({ sourceId: 'forum', url, role: 'page' as const, depth });
const urls = (entries: { url: string }[]): string[] => entries.map(({ url }) => url);

it('what an ended holder held is leased anew before its lease runs out, in the order of its claim', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/c'), page('http://a.test/b', 2), page('http://a.test/a', 2)], NOW);
  const claimed = urls(await store.claimDocuments('forum', 3, NOW, LEASE, 'first'));
  expect(await store.leases('forum')).toEqual([{ holder: 'first', until: '2026-04-01T09:00:00.000Z' }]);
  await store.settleDocument({ sourceId: 'forum', url: 'http://a.test/c', state: 'fetched' }, NOW);
  await store.addDocuments([page('http://a.test/nearer', 0)], NOW);
  const taken = await store.takeOverDocuments('forum', ['first'], NOW, LEASE, 'second');
  expect(urls(taken)).toEqual(claimed.slice(1));
  expect(taken.map(({ attempts }) => attempts)).toEqual([2, 2]);
  expect((await store.leases('forum')).map(({ holder }) => holder)).toEqual(['second']);
});

it('what others hold, with a name or without, is left to them', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/a'), page('http://a.test/b')], NOW);
  await store.claimDocuments('forum', 1, NOW, LEASE, 'alive');
  await store.claimDocuments('forum', 1, NOW, LEASE);
  expect(await store.takeOverDocuments('forum', ['ended'], NOW, LEASE, 'mine')).toEqual([]);
  expect(await store.takeOverDocuments('forum', [], NOW, LEASE, 'mine')).toEqual([]);
  expect((await store.leases('forum')).map(({ holder }) => holder)).toEqual([null, 'alive']);
});

it('a document whose holders ended five times waits behind all others', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/a')], NOW);
  await store.claimDocuments('forum', 1, NOW, LEASE, 'run 1');
  for (let run = 2; run <= 5; run += 1) {
    expect(await store.takeOverDocuments('forum', [`run ${run - 1}`], NOW, LEASE, `run ${run}`)).toHaveLength(1);
  }
  expect(await store.takeOverDocuments('forum', ['run 5'], NOW, LEASE, 'run 6')).toEqual([]);
  await store.addDocuments([page('http://a.test/z')], NOW);
  expect(urls(await store.claimDocuments('forum', 2, NOW, LEASE, 'run 6'))).toEqual([
    'http://a.test/z',
    'http://a.test/a',
  ]);
});

it('a settled document has no holder', async () => {
  const { store } = await tempStore();
  await store.addDocuments([page('http://a.test/a')], NOW);
  await store.claimDocuments('forum', 1, NOW, LEASE, 'first');
  await store.settleDocument({ sourceId: 'forum', url: 'http://a.test/a', state: 'fetched' }, NOW);
  expect(await store.leases('forum')).toEqual([]);
  expect(await store.takeOverDocuments('forum', ['first'], NOW, LEASE, 'second')).toEqual([]);
});
