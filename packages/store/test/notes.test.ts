import { expect, it } from 'vitest';
import { tempStore } from './temp-store.js';

it('a note is recalled by its source and key, and a later one takes its place', async () => {
  const { store } = await tempStore();
  expect(await store.recallNote('mastodon', 'newest')).toBeNull();
  await store.keepNote('mastodon', 'newest', '41');
  await store.keepNote('mastodon', 'oldest', '1');
  await store.keepNote('mastodon', 'newest', '42');
  expect(await store.recallNote('mastodon', 'newest')).toBe('42');
  expect(await store.recallNote('mastodon', 'oldest')).toBe('1');
  expect(await store.recallNote('forum', 'newest')).toBeNull();
});
