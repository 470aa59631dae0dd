import { expect, it } from 'vitest';
import { NOW, rowsOf, tempStore } from '../temp-store.js';

const URL_A = 'http://a.test/a';
const leased = async () => {
  const opened = await tempStore();
  await opened.store.addDocuments([{ sourceId: 'forum', url: URL_A, role: 'page', depth: 1 }], NOW);
  await opened.store.claimDocuments('forum', 1, NOW, '2026-04-01T09:00:00Z');
  return opened;
};
const state = 'select state, reason, lease_until, etag, last_modified from documents';

it('a document ends with its reason, its validators and no lease', async () => {
  const { store, path } = await leased();
  await store.settleDocument({ sourceId: 'forum', url: URL_A, state: 'skipped', reason: 'robots', etag: '"1"' }, NOW);
  expect(rowsOf(path, state)).toEqual([
    { state: 'skipped', reason: 'robots', lease_until: null, etag: '"1"', last_modified: null },
  ]);
});

it('validators that are not mentioned stay, those that are null go', async () => {
  const { store, path } = await leased();
  const base = { sourceId: 'forum', url: URL_A, state: 'fetched' as const };
  await store.settleDocument({ ...base, etag: '"1"', lastModified: 'yesterday' }, NOW);
  await store.settleDocument({ ...base, etag: null }, NOW);
  expect(rowsOf(path, state)).toEqual([
    { state: 'fetched', reason: null, lease_until: null, etag: null, last_modified: 'yesterday' },
  ]);
});

it('skipping or failing without a reason is refused', async () => {
  const { store } = await leased();
  for (const ending of ['skipped', 'failed', 'queued'] as const) {
    await expect(store.settleDocument({ sourceId: 'forum', url: URL_A, state: ending }, NOW)).rejects.toMatchObject({
      code: 'no-reason',
    });
  }
});

it('settling a document the ledger does not hold is refused', async () => {
  const { store } = await leased();
  await expect(
    store.settleDocument({ sourceId: 'forum', url: 'http://a.test/other', state: 'fetched' }, NOW),
  ).rejects.toMatchObject({ code: 'unknown-document' });
});
