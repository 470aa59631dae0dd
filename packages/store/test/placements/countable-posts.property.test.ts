import { weekOf } from '@marsad/records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CountablePost } from '../../src/placements/packed-posts.js';
import { collected, MODEL, makePlacement, makePost, makeVerdict } from '../make-records.js';
import { damage, NOW, tempStore } from '../temp-store.js';

const name = fc.constantFrom('forum', 'a b', ' b', '"quoted" \\ name', 'حي المحطة');
const weight = fc.double({ min: 1e-9, max: 1, noNaN: true });
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const one = fc.record({
  sourceId: name,
  author: fc.option(fc.nat(3)),
  day: fc.option(fc.constantFrom('2026-03-30', '2026-04-02', '2026-04-09')),
  judged: fc.nat(5),
  stance: fc.constantFrom('endorsing' as const, 'reporting' as const),
  hate: probability,
  offensive: probability,
  places: fc.uniqueArray(fc.record({ area: name, weight }), { selector: ({ area }) => area, maxLength: 3 }),
});

const byId = (a: { postId: string }, b: { postId: string }): number => (a.postId < b.postId ? -1 : 1);
const all = async (batches: AsyncIterable<CountablePost[]>): Promise<CountablePost[]> => collected(batches);

it('packed posts say the same as those that are read one by one, all of them and those of a week, to the last digit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 40 }), async (drawn) => {
      const { store } = await tempStore();
      const posts = drawn.map(({ sourceId, author, day }, at) =>
        makePost(sourceId, `#${at}`, `post number ${at} says something of its own`, {
          authorHash: author === null ? null : String(author).repeat(32),
          publishedAt: day === null ? null : `${day}T07:00:00Z`,
          publishedPrecision: day === null ? 'unknown' : 'second',
        }),
      );
      await store.offerPosts(posts, [], NOW);
      for (const [at, { id }] of posts.entries()) {
        const { judged, stance, hate, offensive, places } = drawn[at] ?? { judged: 0, places: [] };
        if (judged === 1)
          await store.saveVerdicts([], [{ id, error: { code: 'too-short', message: 'short' } }], NOW, MODEL);
        if (judged > 1)
          await store.saveVerdicts(
            [
              makeVerdict(id, {
                stance: stance ?? 'unclear',
                probabilities: {
                  hate: hate ?? 0,
                  extremism: 0,
                  polarisation: 1e-7,
                  offensive: offensive ?? 0,
                  bridging: 1,
                },
                signals:
                  judged > 3 ? [{ code: 'hate', probability: hate ?? 0, targets: ['gender'], severity: judged }] : [],
              }),
            ],
            [],
            NOW,
            MODEL,
          );
        const found = places.map(({ area, weight: of }) => makePlacement(id, area, of));
        await store.savePlacements([id], found, '1');
      }
      const expected = (await collected(store.placedPosts())).map(({ locator: _, verdict, publishedAt, ...post }) => ({
        ...post,
        publishedAt: publishedAt === null ? null : `${publishedAt.slice(0, 10)}T00:00:00Z`,
        verdict: verdict && {
          ...verdict,
          signals: verdict.signals.map(({ code, targets, severity }) => ({ code, targets, severity })),
        },
      }));
      const packed = await store.countablePosts();
      expect((await all(packed)).sort(byId)).toEqual(expected);
      expect(await all(packed.byId())).toEqual(expected);
      const inWeek = await store.countablePosts(['2026-W14', 'undated']);
      expect((await all(inWeek)).sort(byId)).toEqual(
        expected.filter(({ publishedAt }) => publishedAt === null || weekOf(publishedAt) === '2026-W14'),
      );
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('a post whose id is none, or a verdict that no classifier of ours wrote, is refused', async () => {
  const broken = [
    "update posts set id = id || '0'",
    "update posts set id = 'no id at all, but as long as one'",
    "update judgements set stance = 'shouting'",
    'update judgements set language = null',
    `update judgements set probabilities = '{"hate":2}'`,
    `update judgements set signals = '[{"code":"anger"}]'`,
    "update placements set rung = 'guessed'",
  ];
  for (const statement of broken) {
    const { store, path } = await tempStore();
    const post = makePost('forum', '#1', 'a post that says something of its own');
    await store.offerPosts([post], [], NOW);
    await store.saveVerdicts([makeVerdict(post.id)], [], NOW, MODEL);
    await store.savePlacements([post.id], [makePlacement(post.id, 'a')], '1');
    expect((await store.countablePosts()).size).toBe(1);
    damage(path, statement);
    await expect(store.countablePosts(), statement).rejects.toThrow();
  }
});

/** From so many posts on they are read on a second thread. */
const MANY = 50_000;

it('all posts of a large store, read on a second thread, are those that its weeks hold one by one', async () => {
  const { store, path } = await tempStore();
  const post = makePost('forum', '#1', 'a post that says something of its own', {
    publishedAt: '2026-03-30T07:00:00Z',
  });
  await store.offerPosts([post], [], NOW);
  await store.saveVerdicts([makeVerdict(post.id)], [], NOW, MODEL);
  await store.savePlacements([post.id], [makePlacement(post.id, 'a')], '1');
  damage(
    path,
    `with recursive numbers (n) as (select 2 union all select n + 1 from numbers where n < ${MANY})
       insert into posts (id, source_id, locator, content_hash, permission, published_at, published_precision, text, arrival)
       select printf('%08x%024x', (n * 40503) & 0xffffffff, n), source_id, n, n, permission, date(published_at, (n % 30) || ' days'), 'day', '', n
       from numbers, posts`,
    `insert into judgements (post_id, model_name, model_version, judged_at, language, script, language_confidence, stance, probabilities, signals)
       select posts.id, model_name, model_version, judged_at, language, script, language_confidence, stance, probabilities, signals
       from posts, judgements where posts.id <> post_id and arrival % 3 > 0`,
    `insert into placements (post_id, position, rung, area_id, weight, candidates)
       select posts.id, position, rung, 'a' || (arrival % 7), weight, candidates
       from posts, placements where posts.id <> post_id and arrival % 5 > 0`,
  );
  const whole = await store.countablePosts();
  expect(whole.size).toBe(MANY);
  const byWeek = await store.countablePosts(whole.weeks());
  const threads = JSON.stringify(await all(whole.byId()));
  expect(threads === JSON.stringify(await all(byWeek.byId()))).toBe(true);
  expect(threads.includes('"areaId":"a6"')).toBe(true);

  damage(path, "update judgements set stance = 'shouting'");
  await expect(store.countablePosts()).rejects.toThrow('endorsing');
  damage(path, "update judgements set probabilities = '{}'");
  await expect(store.countablePosts()).rejects.toThrow('hate');
});
