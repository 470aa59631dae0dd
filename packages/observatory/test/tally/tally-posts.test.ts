import { tally } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyPosts } from '../../src/tally/tally-posts.js';
import { AREAS, anyPosts, inBatches, NO_PROBABILITY, placedPost } from '../placed-posts.js';
import { squareCity } from '../square-city.js';

const areas = squareCity(AREAS);
const count = (posts: Parameters<typeof inBatches>[0], size?: number) => tallyPosts(inBatches(posts, size), { areas });

const mention = (areaId: string, weight = 1) => ({ areaId, rung: 'mention' as const, weight });

describe('tallyPosts', () => {
  it('counts hate by its severity, and no other signal', async () => {
    const posts = [1, 3, 3].map((severity) =>
      placedPost({
        verdict: {
          language: 'ara',
          stance: 'endorsing',
          signals: [
            { code: 'hate', probability: 0.9, severity, targets: [] },
            { code: 'offensive', probability: 0.9, severity: 5, targets: [] },
          ],
          probabilities: NO_PROBABILITY,
        },
      }),
    );
    const { tallies } = await tallyPosts(inBatches(posts), { areas: squareCity(AREAS) });
    expect(tallies[0]).toMatchObject({ area: null, flagged: { hate: 3, offensive: 3 }, severities: { 1: 1, 3: 2 } });
  });

  it('counts a post once in each of its areas and once for the city', async () => {
    const post = placedPost({ placements: [mention('b', 0.5), mention('a', 0.5)] });
    const { tallies, weeks } = await count([post]);
    expect(tallies.map(({ area, period, posts, weight }) => ({ area, period, posts, weight }))).toEqual([
      { area: null, period: '2026-W14', posts: 1, weight: 1 },
      { area: 'a', period: '2026-W14', posts: 1, weight: 0.5 },
      { area: 'b', period: '2026-W14', posts: 1, weight: 0.5 },
    ]);
    expect(weeks).toEqual(['2026-W14', '2026-W14']);
    expect(tallies[0]?.rungs).toEqual({ mention: 1 });
  });

  it('counts a post that is not of the city nowhere', async () => {
    const elsewhere = placedPost({ placements: [{ areaId: null, rung: 'none', weight: 1 }] });
    expect((await count([elsewhere])).tallies).toEqual([]);
    const [city] = (await count([elsewhere, placedPost()])).tallies;
    expect(city).toMatchObject({ posts: 1, rungs: { city: 1 } });
  });

  it('flags what endorses or is unclear, never what reports or counters, and bridging always', async () => {
    const verdict = (stance: 'endorsing' | 'reporting' | 'countering' | 'unclear') => ({
      language: 'ara',
      stance,
      signals: [
        { code: 'hate' as const, probability: 0.9, targets: ['gender' as const, 'gender' as const, 'other' as const] },
        { code: 'bridging' as const, probability: 0.9, targets: [] },
      ],
      probabilities: { ...NO_PROBABILITY, hate: 0.25 },
    });
    const posts = (['endorsing', 'reporting', 'countering', 'unclear'] as const).map((stance) =>
      placedPost({ verdict: verdict(stance) }),
    );
    const [city] = (await count(posts)).tallies;
    expect(city?.flagged).toEqual({ hate: 2, extremism: 0, polarisation: 0, offensive: 0, bridging: 4 });
    expect(city?.targets.hate).toEqual({ gender: 2, other: 2 });
    expect(city?.probabilitySums.hate).toBe(1);
    expect(city?.stances).toEqual({ countering: 1, endorsing: 1, reporting: 1, unclear: 1 });
  });

  it('takes an unsigned page for its publisher and an unsigned row of a file for a person of its own', async () => {
    const web = [placedPost(), placedPost(), placedPost({ sourceId: 'source-2' })];
    const rows = [placedPost({ permission: 'file-import' }), placedPost({ permission: 'file-import' })];
    const signed = [placedPost({ authorHash: 'x' }), placedPost({ authorHash: 'x', permission: 'file-import' })];
    const [city] = (await count([...web, ...rows, ...signed])).tallies;
    expect(city).toMatchObject({ posts: 7, authors: 5, sources: 2, topAuthorShare: 2 / 7 });
  });

  it('counts a copy as reach where and when it stands, and in no other number', async () => {
    const original = placedPost({ placements: [mention('a')], authorHash: 'x' });
    const alone = await count([original]);
    const copy = placedPost({
      copyOf: original.postId,
      placements: [mention('a', 0.5), mention('b', 0.5)],
      authorHash: 'y',
      sourceId: 'source-2',
    });
    const later = placedPost({ copyOf: original.postId, publishedAt: '2026-04-08T10:00:00Z' });
    const { tallies, weeks } = await count([original, copy, later]);
    const reach = tallies.map(({ area, period, posts, copies, authors }) => [area, period, posts, copies, authors]);
    expect(reach).toEqual([
      [null, '2026-W14', 1, 1, 1],
      [null, '2026-W15', 0, 1, 0],
      ['a', '2026-W14', 1, 1, 1],
      ['b', '2026-W14', 0, 1, 0],
    ]);
    expect(tallies.filter(({ posts }) => posts > 0).map((row) => ({ ...row, copies: 0 }))).toEqual(alone.tallies);
    expect(weeks).toEqual(['2026-W14', '2026-W15']);
  });

  it('keeps undated posts apart and leaves out those without a verdict', async () => {
    const { tallies, weeks } = await count([
      placedPost({ publishedAt: null }),
      placedPost({ verdict: null, undetermined: 'too-short' }),
    ]);
    expect(tallies.map(({ period, posts }) => [period, posts])).toEqual([['undated', 1]]);
    expect(weeks).toBeNull();
  });

  it('counts by ISO week in UTC', async () => {
    const at = (publishedAt: string) => placedPost({ publishedAt });
    const { tallies } = await count([
      at('2026-04-05T23:59:59Z'),
      at('2026-04-06T00:00:00Z'),
      at('2027-01-01T00:00:00Z'),
    ]);
    expect(tallies.map(({ period }) => period)).toEqual(['2026-W14', '2026-W15', '2026-W53']);
  });

  it('refuses a placement in an area that the boundaries lack', async () => {
    const post = placedPost({ placements: [mention('elsewhere')] });
    await expect(count([post])).rejects.toThrow(/placed in area elsewhere, which the boundaries lack/);
  });

  it('conserves posts and weights, makes valid tallies, and does not depend on order or batches', async () => {
    await fc.assert(
      fc.asyncProperty(anyPosts(), fc.integer({ min: 1, max: 50 }), async (posts, size) => {
        const { tallies } = await count(posts, size);
        const judged = posts.filter(({ verdict }) => verdict !== null);
        const copies = judged.filter(({ copyOf }) => copyOf !== null);
        const originals = judged.filter(({ copyOf }) => copyOf === null);
        const sum = (of: (area: string | null) => boolean, what: 'posts' | 'copies' | 'weight') =>
          tallies.filter(({ area }) => of(area)).reduce((total, row) => total + row[what], 0);
        for (const [what, counted] of [
          ['posts', originals],
          ['copies', copies],
        ] as const) {
          expect(sum((area) => area === null, what)).toBe(counted.length);
          expect(sum((area) => area !== null, what)).toBe(
            counted.flatMap(({ placements }) => placements.filter(({ areaId }) => areaId !== null)).length,
          );
        }
        const placed = originals.filter(({ placements }) => placements.some(({ areaId }) => areaId !== null)).length;
        expect(sum((area) => area !== null, 'weight')).toBeCloseTo(placed, 4);
        for (const row of tallies) {
          expect(tally.safeParse(row).success).toBe(true);
          for (const kind of [row.languages, row.rungs, row.stances])
            expect(Object.values(kind).reduce((total, of) => total + (of ?? 0), 0)).toBe(row.posts);
        }
        expect((await count(posts.toReversed(), 1)).tallies).toEqual(tallies);
      }),
      { numRuns: 60 },
    );
  });
});
