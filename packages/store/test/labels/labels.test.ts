import { expect, it } from 'vitest';
import { makePosts } from '../make-records.js';
import { LATER, NOW, rowsOf, tempStore } from '../temp-store.js';

const sampled = async () => {
  const { store, path } = await tempStore();
  const posts = makePosts(4);
  await store.offerPosts(posts, [], NOW);
  const [a = '', b = '', c = '', d = ''] = posts.map(({ id }) => id).sort();
  await store.saveSample(
    {
      id: 's1',
      design: 'efficient',
      signal: 'hate',
      seed: 7,
      posts: [a, b, c].map((postId, at) => ({ postId, probability: 0.1 * (at + 1) })),
    },
    NOW,
  );
  return { store, path, ids: { a, b, c, d } };
};

it('labels of a sample come back with the chance of each post and what each coder said', async () => {
  const { store, ids } = await sampled();
  const outcomes = await store.saveLabels(
    [
      { postId: ids.a, sampleId: 's1', coder: 'reviewer', signals: ['offensive', 'hate'] },
      { postId: ids.b, sampleId: 's1', coder: 'reviewer', signals: [] },
      { postId: ids.a, sampleId: 's1', coder: 'expert', signals: ['hate'] },
    ],
    LATER,
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'added', 'added']);
  expect(await store.labelledPosts()).toEqual([
    {
      postId: ids.a,
      sampleId: 's1',
      probability: 0.1,
      said: [
        { coder: 'expert', signals: ['hate'] },
        { coder: 'reviewer', signals: ['hate', 'offensive'] },
      ],
    },
    { postId: ids.b, sampleId: 's1', probability: 0.2, said: [{ coder: 'reviewer', signals: [] }] },
  ]);
});

it('a post outside of the sample, an unknown sample and a second opinion of one coder are told and change nothing', async () => {
  const { store, ids } = await sampled();
  const label = { postId: ids.a, sampleId: 's1', coder: 'reviewer', signals: ['hate' as const] };
  await store.saveLabels([label], NOW);
  expect(
    await store.saveLabels(
      [label, { ...label, signals: [] }, { ...label, postId: ids.d }, { ...label, sampleId: 's9' }],
      LATER,
    ),
  ).toEqual([
    { kind: 'known' },
    { kind: 'labelled-otherwise', signals: ['hate'] },
    { kind: 'not-in-sample' },
    { kind: 'not-in-sample' },
  ]);
  expect(await store.labelledPosts()).toHaveLength(1);
});

it('a new label makes the tally out of date', async () => {
  const { store, path, ids } = await sampled();
  await store.replaceOutcomes([]);
  const mark = () => rowsOf(path, "select value from marks where name = 'tally'")[0]?.value;
  expect(mark()).toBe('current');
  await store.saveLabels([{ postId: ids.a, sampleId: 's1', coder: 'reviewer', signals: [] }], LATER);
  expect(mark()).toBe('stale');
});

it('texts come by id, without those that are not there', async () => {
  const { store, ids } = await sampled();
  const texts = await store.postTexts([ids.a, 'nobody']);
  expect([...texts.keys()]).toEqual([ids.a]);
  expect(texts.get(ids.a)?.text.length).toBeGreaterThan(0);
});

it('the same sample kept twice is one sample', async () => {
  const { store, path, ids } = await sampled();
  const again = {
    id: 's1',
    design: 'efficient' as const,
    signal: 'hate',
    seed: 7,
    posts: [{ postId: ids.a, probability: 0.1 }],
  };
  await store.saveSample(again, LATER);
  expect(rowsOf(path, 'select id from samples')).toHaveLength(1);
  expect(rowsOf(path, 'select post_id from sampled_posts')).toHaveLength(3);
});

it('with a reason a coder changes a label: sample and weight stay, what was said before is kept, and the tally is out of date', async () => {
  const { store, path, ids } = await sampled();
  const label = { postId: ids.a, sampleId: 's1', coder: 'reviewer', signals: ['hate' as const] };
  await store.saveLabels([label], NOW);
  await store.replaceOutcomes([]);
  const corrected = await store.saveLabels([{ ...label, signals: [] }], LATER, 'a quotation overlooked');
  expect(corrected).toEqual([{ kind: 'changed', from: ['hate'] }]);
  expect(await store.labelledPosts()).toEqual([
    { postId: ids.a, sampleId: 's1', probability: 0.1, said: [{ coder: 'reviewer', signals: [] }] },
  ]);
  expect(await store.labelChanges()).toEqual([
    {
      postId: ids.a,
      coder: 'reviewer',
      was: ['hate'],
      became: [],
      changedAt: LATER,
      reason: 'a quotation overlooked',
    },
  ]);
  expect(rowsOf(path, "select value from marks where name = 'tally'")[0]?.value).toBe('stale');
  expect(await store.saveLabels([{ ...label, signals: [] }], LATER, 'again')).toEqual([{ kind: 'known' }]);
  expect(await store.labelChanges()).toHaveLength(1);
});

it('a correction of what a coder has not said yet is a label like any other', async () => {
  const { store, ids } = await sampled();
  const label = { postId: ids.a, sampleId: 's1', coder: 'reviewer', signals: [] };
  expect(await store.saveLabels([label], NOW, 'a slip')).toEqual([{ kind: 'added' }]);
  expect(await store.labelChanges()).toEqual([]);
});

it('a sample comes back with its posts, and its labels counted by signal over all coders', async () => {
  const { store, ids } = await sampled();
  await store.saveLabels(
    [
      { postId: ids.a, sampleId: 's1', coder: 'reviewer', signals: ['offensive', 'hate'] },
      { postId: ids.b, sampleId: 's1', coder: 'reviewer', signals: [] },
      { postId: ids.a, sampleId: 's1', coder: 'expert', signals: ['hate'] },
    ],
    LATER,
  );
  expect(await store.samples()).toEqual([
    {
      id: 's1',
      design: 'efficient',
      signal: 'hate',
      seed: 7,
      postIds: [ids.a, ids.b, ids.c],
      meanChance: expect.closeTo(0.2),
      labelled: 2,
      labels: { hate: 2, offensive: 1 },
    },
  ]);
});
