import { conservation } from '@marsad/records';
import { expect, it } from 'vitest';
import { MODEL, makePost, makePosts, makeVerdict, runAllStages } from '../make-records.js';
import { damage, NOW, tempStore } from '../temp-store.js';

const COPIED = 'a text that is long enough to be copied';

/** A store after a whole run: 4 posts (one of them undetermined), a copy, an edit, a rejection and two documents. */
const afterRun = async () => {
  const opened = await tempStore();
  const { store } = opened;
  const posts = [...makePosts(2), makePost('z', '1', COPIED), makePost('z', '3', 'an edit of it')];
  await store.offerPosts(
    [...makePosts(2), makePost('z', '1', COPIED), makePost('z', '2', COPIED), makePost('z', '3', 'first words')],
    [{ sourceId: 'z', locator: '9', reason: 'no-text' }],
    NOW,
  );
  await store.offerPosts(posts, [], NOW);
  for (const name of ['a', 'b']) {
    const url = `http://z.test/${name}`;
    await store.addDocuments([{ sourceId: 'z', url, role: 'page', depth: 1 }], NOW);
    await store.settleDocument({ sourceId: 'z', url, state: 'skipped', reason: 'robots' }, NOW);
  }
  const unjudgeable = posts[0]?.id;
  await runAllStages(store, (id) => (id === unjudgeable ? 'undetermined' : 'published'));
  return { ...opened, posts };
};

it('the law holds in an empty store', async () => {
  const { store } = await tempStore();
  const law = await store.conservation();
  expect(conservation.parse(law)).toEqual(law);
  expect(law).toEqual({
    documents: { queued: 0, leased: 0, fetched: 0, skipped: 0, failed: 0 },
    items: { stored: 0, duplicate: 0, rejected: 0, superseded: 0 },
    posts: 0,
    outcomes: {},
    violations: [],
  });
});

it('the law holds after a whole run, with the numbers of both sides', async () => {
  const { store } = await afterRun();
  expect(await store.conservation()).toEqual({
    documents: { queued: 0, leased: 0, fetched: 0, skipped: 2, failed: 0 },
    items: { stored: 4, duplicate: 1, rejected: 1, superseded: 1 },
    posts: 4,
    outcomes: { published: 3, undetermined: 1 },
    violations: [],
  });
});

it('posts collected after a tally are no violation, for the tally did not know them', async () => {
  const { store } = await afterRun();
  await store.offerPosts([makePost('late', '1', 'nobody has judged this yet')], [], NOW);
  expect((await store.conservation()).violations).toEqual([]);
});

it('posts without a verdict before the first tally are no violation', async () => {
  const { store } = await tempStore();
  await store.offerPosts(makePosts(2), [], NOW);
  await store.saveVerdicts([makeVerdict(makePosts(2)[0]?.id ?? '')], [], NOW, MODEL);
  expect((await store.conservation()).violations).toEqual([]);
});

it('a post that changes while outcomes are counted leaves the tally stale, not broken', async () => {
  const { store } = await tempStore();
  await store.offerPosts(makePosts(1), [], NOW);
  const outcomes = async function* () {
    yield makePosts(1).map(({ id }) => ({ postId: id, outcome: 'outside' as const, reason: null }));
    await store.offerPosts([makePost('late', '1', 'came in between')], [], NOW);
  };
  await store.replaceOutcomes(outcomes());
  expect((await store.conservation()).violations).toEqual([]);
});

it('a tally that forgets a post is a violation', async () => {
  const { store, posts } = await afterRun();
  await store.replaceOutcomes([
    posts.slice(0, 3).map(({ id }, index) => ({
      postId: id,
      outcome: index === 0 ? 'undetermined' : 'published',
      reason: null,
    })),
  ]);
  expect((await store.conservation()).violations).toEqual(['4 posts stored, but 3 have an outcome after the tally']);
});

it('a tally before every post was judged is a violation', async () => {
  const { store } = await tempStore();
  const posts = makePosts(3);
  await store.offerPosts(posts, [], NOW);
  await store.saveVerdicts([makeVerdict(posts[0]?.id ?? '')], [], NOW, MODEL);
  await store.replaceOutcomes([posts.map(({ id }) => ({ postId: id, outcome: 'outside', reason: null }))]);
  expect((await store.conservation()).violations).toEqual(['3 posts stored, but only 1 coded + 0 undetermined']);
});

it('a tally that publishes what could not be judged is a violation', async () => {
  const { store, posts } = await afterRun();
  await store.replaceOutcomes([posts.map(({ id }) => ({ postId: id, outcome: 'published', reason: null }))]);
  expect((await store.conservation()).violations).toEqual(['1 posts could not be judged, but 0 ended as undetermined']);
});

it.each([
  [`update documents set reason = null`, '2 documents were skipped or failed without a reason'],
  [`update documents set state = 'lost' where url like '%a'`, '1 documents are in the unknown state "lost"'],
  [`update items set state = 'lost' where state = 'rejected'`, '1 items are in the unknown state "lost"'],
  [`update items set reason = null`, '3 items were left out without a reason'],
  [`delete from posts where source_id = 'z'`, '2 items are stored, but have no post'],
  [`delete from items where state = 'stored' and source_id = 'forum'`, '2 posts have no stored item'],
  [`update items set duplicate_of = 'gone' where state = 'duplicate'`, '1 duplicates point at no item of the ledger'],
  [`delete from posts where source_id = 'z'`, '2 outcomes are of no stored post'],
  [`delete from posts where source_id = 'z'`, '3 coded + 1 undetermined posts are more than the 2 stored'],
  [`delete from judgements where undetermined is not null`, '4 posts stored, but only 3 coded + 0 undetermined'],
  [`delete from outcomes`, '4 posts stored, but 0 have an outcome after the tally'],
])('damage in the file is found: %s', async (statement, violation) => {
  const { store, path } = await afterRun();
  damage(path, statement);
  expect((await store.conservation()).violations).toContain(violation);
});
