import { type Block, weekOf, weekStart } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSnapshots, type OpenedSnapshot } from '../../../src/snapshot/compare/merge-snapshots.js';
import { readSnapshotFiles } from '../../../src/snapshot/read-snapshot.js';
import { verifySnapshotFiles } from '../../../src/snapshot/verify-snapshot.js';
import { squareCity } from '../../square-city.js';
import { parts } from '../parts.js';
import { corrected, estimate, figuresOf, hidden, openedOf, shown } from './snapshots.js';

const week = (number: number): string => weekOf(weekStart('2026-W01') + (number - 1) * 7 * 86_400_000);
const weeks = (from: number, to: number): [string, string] => [week(from), week(to)];

const merged = (...opened: readonly OpenedSnapshot[]): OpenedSnapshot => {
  const { files } = mergeSnapshots(opened);
  const [first] = opened;
  if (first === undefined) throw new Error('nothing to merge');
  return files === null ? first : { files, snapshot: readSnapshotFiles(files, 'merged') };
};

const winter = openedOf({
  blocks: [
    shown(null, weeks(1, 4), figuresOf(400)),
    shown('a', weeks(1, 3), corrected(20, estimate(0.1, [0.05, 0.2]))),
    hidden('a', weeks(4, 4)),
  ],
});
const spring = openedOf({
  blocks: [shown(null, weeks(5, 9), figuresOf(500)), shown('a', weeks(5, 9), figuresOf(30))],
});

describe('mergeSnapshots', () => {
  it('puts periods that follow one another into one snapshot that verifies', () => {
    const { files, from, leftOut } = mergeSnapshots([winter, spring]);
    if (files === null) throw new Error('expected files');
    expect(verifySnapshotFiles(files)).toMatchObject({ ok: true });
    const { manifest, figures } = readSnapshotFiles(files, 'merged');
    expect(manifest.weeks).toEqual(weeks(1, 9));
    expect(figures.blocks.map(({ area, weeks: of, status }) => [area, of?.[0], status])).toEqual([
      [null, week(1), 'shown'],
      [null, week(5), 'shown'],
      ['a', week(1), 'shown'],
      ['a', week(4), 'suppressed'],
      ['a', week(5), 'shown'],
    ]);
    expect(manifest.mergedFrom).toEqual(from);
    expect(from.map((one) => one.sha256)).toEqual([winter.snapshot.hash, spring.snapshot.hash].sort());
    expect(leftOut).toEqual({ findings: [], files: [], hiddenBlocks: 0, estimates: 0, countsAtLeast: false });
  });

  it('adds the counts of periods apart, and says at least so many of those that overlap', () => {
    const counts = { posts: 60, outcomes: { published: 60 }, itemsLeftOut: {}, documentsLeftOut: { robots: 2 } };
    const [one, other] = [
      openedOf({ blocks: winter.snapshot.figures.blocks, counts }),
      openedOf({ blocks: spring.snapshot.figures.blocks, counts }),
    ];
    expect(merged(one, other).snapshot.manifest.counts).toEqual({
      ...counts,
      posts: 120,
      outcomes: { published: 120 },
      documentsLeftOut: { robots: 4 },
    });
    const again = openedOf({ blocks: winter.snapshot.figures.blocks });
    const { leftOut } = mergeSnapshots([one, again]);
    expect(leftOut.countsAtLeast).toBe(true);
    expect(merged(one, again).snapshot.manifest.counts.outcomes).toMatchObject({ published: 60 });
  });

  it('refuses another city, model, gate or areas', () => {
    const given = { blocks: spring.snapshot.figures.blocks };
    const refused = (more: Parameters<typeof openedOf>[0]) => () =>
      mergeSnapshots([winter, openedOf({ ...given, ...more })]);
    expect(refused({ city: { ...parts().city, id: 'elsewhere' } })).toThrow('different cities are not merged into one');
    expect(refused({ model: { name: 'marsad-open', version: '1.0.0' } })).toThrow('their figures cannot be compared');
    expect(refused({ rules: { minimumPosts: 11 } })).toThrow('under one publish gate');
    expect(refused({ areas: squareCity(['b', 'a']) })).toThrow('areas that came, went or moved');
  });

  it('refuses figures that contradict each other', () => {
    const other = (of: Block) => openedOf({ blocks: [shown(null, weeks(1, 4), figuresOf(400)), of] });
    expect(() => mergeSnapshots([winter, other(shown('a', weeks(1, 3), figuresOf(21)))])).toThrow('got different ones');
    expect(() => mergeSnapshots([winter, other(shown('a', weeks(1, 2), figuresOf(15)))])).toThrow('equal or apart');
  });

  it('leaves out corrected shares that differ, undated posts that differ, and findings it cannot make', () => {
    const undated = (posts: number) => shown('b', null, figuresOf(posts));
    const again = [
      shown(null, weeks(1, 4), figuresOf(400)),
      shown('a', weeks(1, 3), corrected(20, estimate(0.2, [0.1, 0.3]))),
      undated(25),
    ];
    const overall = [{ area: 'a', posts: 20, estimates: { hate: estimate(0.2, [0.1, 0.3]) } }];
    const first = openedOf({ blocks: [...winter.snapshot.figures.blocks, undated(20)] });
    const second = openedOf({ blocks: again, findings: { overall } });
    expect(mergeSnapshots([first, second]).leftOut).toMatchObject({
      findings: ['overall'],
      estimates: 1,
      hiddenBlocks: 1,
    });
    const { figures } = merged(first, second).snapshot;
    expect(figures.overall).toBeUndefined();
    const [, a, b] = figures.blocks
      .filter(({ status }) => status === 'shown' || status === 'suppressed')
      .filter(({ weeks: of }) => of === null || of[0] === week(1));
    expect(a?.status === 'shown' && a.figures.estimates).toBeUndefined();
    expect(b).toMatchObject({ area: 'b', weeks: null, status: 'suppressed' });
  });

  it('carries what is contested, and still verifies', () => {
    const contest = {
      id: 'not-local',
      city: 'test-city',
      about: { kind: 'source', source: 'news' },
      by: 'A community centre',
      text: { en: 'This is not a local source.' },
      raised: '2026-05-01T00:00:00.000Z',
    };
    const path = 'attachments/contests.json';
    const bytes = new TextEncoder().encode(JSON.stringify({ contests: [contest] }));
    const { files } = mergeSnapshots([{ ...winter, files: new Map([...winter.files, [path, bytes]]) }, spring]);
    if (files === null) throw new Error('expected files');
    expect(verifySnapshotFiles(files).problems).toEqual([]);
    const one = { files, snapshot: readSnapshotFiles(files, 'merged') };
    expect(one.snapshot.manifest.contests).toEqual([contest]);
    expect(merged(one, spring).snapshot.hash).toBe(one.snapshot.hash);
  });

  it('refuses what would tell too much side by side', () => {
    const quiet = openedOf({ blocks: [shown(null, weeks(1, 4), figuresOf(60))] });
    const loud = openedOf({ blocks: [shown('a', weeks(1, 4), figuresOf(50))] });
    expect(() => mergeSnapshots([quiet, loud])).toThrow('only 10 posts are left');
  });
});

describe('any snapshots of one city', () => {
  const LAST = 16;
  /** One timeline per area; a snapshot sees a part of it, and may hide more. */
  const timelines = fc.record({
    cuts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }),
    posts: fc.integer({ min: 10, max: 19 }),
  });
  const views = fc.array(
    fc.record({
      from: fc.integer({ min: 1, max: LAST }),
      length: fc.integer({ min: 1, max: LAST }),
      hides: fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 2 }),
      labels: fc.integer({ min: 100, max: 102 }),
      undated: fc.option(fc.integer({ min: 10, max: 12 })),
    }),
    { minLength: 3, maxLength: 3 },
  );

  const world = fc.record({ a: timelines, b: timelines, views }).map(({ a, b, views: seen }) =>
    seen.map(({ from, length, hides, labels, undated }, at) => {
      const to = from + length;
      const ofArea = (area: string, { cuts, posts }: typeof a): Block[] => {
        let start = 1;
        return cuts.flatMap((span, index): Block[] => {
          const [first, last] = [start, start + span - 1];
          start += span;
          if (last < from || first > to) return [];
          if (first < from || last > to) return [hidden(area, weeks(Math.max(first, from), Math.min(last, to)))];
          if (hides.includes(index)) return [hidden(area, weeks(first, last))];
          return [shown(area, weeks(first, last), corrected(posts + index, estimate(0.1, [0.05, 0.2], { labels })))];
        });
      };
      return openedOf({
        blocks: [shown('a', null, figuresOf(undated ?? 10)), ...ofArea('a', a), ...ofArea('b', b)],
        sources: [
          { id: 'news', name: `News ${at % 2}`, kind: 'feed', events: [{ kind: 'added', week: week(from) }] },
          { id: `own-${at}`, name: 'Own', kind: 'feed', events: [] },
        ],
        counts: {
          posts: 100 * at,
          outcomes: { published: 100 * at },
          itemsLeftOut: { boost: at },
          documentsLeftOut: {},
        },
      });
    }),
  );
  const isShownIn = ({ snapshot }: OpenedSnapshot, area: string | null, one: string): boolean =>
    snapshot.figures.blocks.some(
      (block) =>
        block.area === area &&
        block.status === 'shown' &&
        block.weeks !== null &&
        block.weeks[0] <= one &&
        one <= block.weeks[1],
    );

  it('merge to the same bytes in any order, and however they are put together', () => {
    fc.assert(
      fc.property(world, ([a, b, c]) => {
        if (!a || !b || !c) throw new Error('expected three');
        const whole = merged(a, b, c).snapshot.hash;
        expect(merged(c, a, b).snapshot.hash).toBe(whole);
        expect(merged(merged(a, b), c).snapshot.hash).toBe(whole);
        expect(merged(a, merged(b, c)).snapshot.hash).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('merge to nothing new with what they are made of', () => {
    fc.assert(
      fc.property(world, ([a, b]) => {
        if (!a || !b) throw new Error('expected two');
        const both = merged(a, b);
        expect(merged(both, a).snapshot.hash).toBe(both.snapshot.hash);
        expect(merged(both, both).snapshot.hash).toBe(both.snapshot.hash);
        expect(mergeSnapshots([a, a]).files).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('show no week that one of them hides, the newest or any other, and pass every check', () => {
    fc.assert(
      fc.property(world, (snapshots) => {
        const { files } = mergeSnapshots(snapshots);
        if (files !== null) expect(verifySnapshotFiles(files).problems).toEqual([]);
        const whole = merged(...snapshots);
        for (const {
          snapshot: { figures },
        } of snapshots)
          for (const { area, weeks: told, status } of figures.blocks)
            if (status === 'suppressed' && told !== null)
              for (const one of told) expect(isShownIn(whole, area, one)).toBe(false);
        for (const block of whole.snapshot.figures.blocks)
          if (block.status === 'shown')
            expect(
              snapshots.some(({ snapshot: { figures } }) =>
                figures.blocks.some(
                  (own) =>
                    own.status === 'shown' && own.area === block.area && own.figures.posts === block.figures.posts,
                ),
              ),
            ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
