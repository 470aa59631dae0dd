import { expect, it } from 'vitest';
import { collected, MODEL, makePost, makePosts, makeVerdict } from '../make-records.js';
import { LATER, NOW, rowsOf, tempStore } from '../temp-store.js';

const couldNot = (id: string, code = 'no-words') => ({ id, error: { code, message: 'nothing to judge' } });
const judgements = 'select post_id, model_version, undetermined, stance from judgements order by post_id';

it('a verdict is kept whole and read back for the tally', async () => {
  const { store } = await tempStore();
  const [post] = makePosts(1);
  const verdict = makeVerdict(post?.id ?? '');
  await store.offerPosts(makePosts(1), [], NOW);
  expect(await store.saveVerdicts([verdict], [], NOW, MODEL)).toBe(1);
  expect((await collected(store.placedPosts()))[0]?.verdict).toEqual({
    language: 'ara',
    signals: verdict.signals,
    stance: 'endorsing',
    probabilities: verdict.probabilities,
  });
});

it('an error marks the post undetermined with its code', async () => {
  const { store } = await tempStore();
  const [post] = makePosts(1);
  await store.offerPosts(makePosts(1), [], NOW);
  await store.saveVerdicts([], [couldNot(post?.id ?? '')], NOW, MODEL);
  expect((await collected(store.placedPosts()))[0]).toMatchObject({ verdict: null, undetermined: 'no-words' });
  expect(await collected(store.unjudgedPosts(MODEL))).toEqual([]);
});

it('the judgement of a newer version takes the place of the older one, whichever kind they are', async () => {
  const { store, path } = await tempStore();
  const [a, b] = makePosts(2).map(({ id }) => id) as [string, string];
  const newer = { ...MODEL, version: '2.0.0' };
  await store.offerPosts(makePosts(2), [], NOW);
  await store.saveVerdicts([makeVerdict(a)], [couldNot(b)], NOW, MODEL);
  await store.saveVerdicts([makeVerdict(b, { model: newer, stance: 'reporting' })], [couldNot(a)], LATER, newer);
  expect(rowsOf(path, judgements)).toEqual([
    { post_id: a, model_version: '2.0.0', undetermined: 'no-words', stance: null },
    { post_id: b, model_version: '2.0.0', undetermined: null, stance: 'reporting' },
  ]);
});

it('a verdict on a post that was edited away meanwhile is passed over, the others are kept', async () => {
  const { store, path } = await tempStore();
  const old = makePost('forum', '1', 'the words as they were at first');
  const edited = makePost('forum', '1', 'the words as they are by now');
  await store.offerPosts([old, edited], [], NOW);
  expect(await store.saveVerdicts([makeVerdict(old.id), makeVerdict(edited.id)], [], NOW, MODEL)).toBe(1);
  expect(rowsOf(path, 'select post_id from judgements')).toEqual([{ post_id: edited.id }]);
});

it('more verdicts than one statement holds are kept', async () => {
  const { store } = await tempStore();
  const posts = makePosts(1100);
  await store.offerPosts(posts, [], NOW);
  expect(
    await store.saveVerdicts(
      posts.map(({ id }) => makeVerdict(id)),
      [],
      NOW,
      MODEL,
    ),
  ).toBe(1100);
});
