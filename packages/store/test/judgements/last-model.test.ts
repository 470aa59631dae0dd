import { expect, it } from 'vitest';
import { MODEL, makePost, makeVerdict } from '../make-records.js';
import { LATER, NOW, tempStore } from '../temp-store.js';

it('names the model that judged last', async () => {
  const { store } = await tempStore();
  expect(await store.lastModel()).toBeNull();
  const post = makePost('forum', '#1', 'one post that both models judge');
  await store.offerPosts([post], [], NOW);
  await store.saveVerdicts([makeVerdict(post.id)], [], NOW, MODEL);
  expect(await store.lastModel()).toEqual(MODEL);
  const newer = { ...MODEL, version: '1.1.0' };
  await store.saveVerdicts([makeVerdict(post.id, { model: newer })], [], LATER, newer);
  expect(await store.lastModel()).toEqual(newer);
});
