import type { Block } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeCode, ChangeOf, SnapshotChange } from '../../../src/snapshot/compare/change.js';
import { isFinding } from '../../../src/snapshot/compare/change.js';
import { diffSnapshots } from '../../../src/snapshot/compare/diff-snapshots.js';
import { squareCity } from '../../square-city.js';
import { parts } from '../parts.js';
import { corrected, estimate, figuresOf, hidden, shown, snapshotOf } from './snapshots.js';

const codes = (changes: readonly SnapshotChange[]): ChangeCode[] => changes.map(({ code }) => code);

const only = <Code extends ChangeCode>(changes: readonly SnapshotChange[], code: Code): ChangeOf<Code>[] =>
  changes.filter((change): change is ChangeOf<Code> => change.code === code);

const CITY = shown(null, ['2026-W01', '2026-W04'], figuresOf(400));
const before = [CITY, shown('a', ['2026-W01', '2026-W02'], figuresOf(20)), hidden('a', ['2026-W03', '2026-W04'])];

const diff = (old: readonly Block[], now: readonly Block[]): SnapshotChange[] =>
  diffSnapshots(snapshotOf({ blocks: old }), snapshotOf({ blocks: now }));

describe('diffSnapshots', () => {
  it('refuses two cities', () => {
    const other = snapshotOf({ city: { ...parts().city, id: 'elsewhere' } });
    expect(() => diffSnapshots(snapshotOf(), other)).toThrow('test-city and one of elsewhere');
  });

  it('has nothing to say of the same snapshot twice', () => {
    expect(diffSnapshots(snapshotOf(), snapshotOf())).toEqual([]);
  });

  it('says another model before all else', () => {
    const changes = diffSnapshots(snapshotOf(), snapshotOf({ model: { name: 'marsad-open', version: '2.0.0' } }));
    expect(changes[0]).toEqual({
      code: 'model-changed',
      from: { name: 'marsad-lexicon', version: '1.0.0' },
      to: { name: 'marsad-open', version: '2.0.0' },
    });
  });

  it('names sources that came, went and fell silent', () => {
    const [news, feed] = parts().sources;
    const now = snapshotOf({
      sources: [
        { id: 'new', name: 'New', kind: 'feed', events: [{ kind: 'added', week: '2026-W15' }] },
        {
          id: 'feed',
          name: 'Feed',
          kind: 'feed',
          events: [...(feed?.events ?? []), { kind: 'gap', week: '2026-W16' }],
        },
      ],
    });
    expect(diffSnapshots(snapshotOf(), now)).toEqual([
      { code: 'source-event', source: 'feed', name: 'Feed', event: 'gap', week: '2026-W16' },
      { code: 'source-added', source: 'new', name: 'New', week: '2026-W15' },
      { code: 'source-removed', source: 'news', name: news?.name },
      { code: 'cannot-tell', why: 'no-new-weeks' },
    ]);
  });

  it('says where the ground of an area went', () => {
    const moved = squareCity(['a', 'b']);
    const [, b] = moved.features;
    if (b)
      b.geometry = {
        type: 'Polygon',
        coordinates: [
          [
            [1.5, 0],
            [2, 0],
            [2, 1],
            [1.5, 1],
            [1.5, 0],
          ],
        ],
      };
    const changes = diffSnapshots(snapshotOf(), snapshotOf({ areas: moved }));
    const [change, ...more] = only(changes, 'area-moved');
    expect(more).toEqual([]);
    expect(change?.area).toBe('b');
    expect(change?.ground.map(({ area }) => area).sort()).toEqual(['b', null]);
    for (const { share } of change?.ground ?? []) expect(share).toBeCloseTo(0.5, 2);
  });

  it('names weeks that were added and blocks that are shown for the first time', () => {
    const later = [
      shown(null, ['2026-W01', '2026-W04'], figuresOf(400)),
      shown(null, ['2026-W05', '2026-W06'], figuresOf(300)),
      shown('a', ['2026-W01', '2026-W02'], figuresOf(20)),
      shown('a', ['2026-W03', '2026-W05'], figuresOf(14)),
      hidden('a', ['2026-W06', '2026-W06']),
    ];
    const changes = diff(before, later);
    expect(only(changes, 'weeks-changed')).toMatchObject([{ added: 2, removed: 0 }]);
    expect(only(changes, 'blocks-shown')).toMatchObject([
      { area: null, weeks: [['2026-W05', '2026-W06']] },
      { area: 'a', weeks: [['2026-W03', '2026-W05']] },
    ]);
    expect(changes.filter(isFinding)).toEqual([]);
  });

  it('finds a closed block that tells other numbers', () => {
    const changes = diff(before, [CITY, shown('a', ['2026-W01', '2026-W02'], figuresOf(21))]);
    expect(only(changes, 'answer-changed')).toMatchObject([
      { area: 'a', weeks: ['2026-W01', '2026-W02'], posts: { from: 20, to: 21 } },
    ]);
    expect(changes.filter(isFinding)).toHaveLength(1);
  });

  it('takes newcomers who pass the gate by themselves, and posts judged anew, for revisions', () => {
    const more = figuresOf(40, { authors: 12, sources: 6 });
    const judged = figuresOf(20, { flagged: { ...figuresOf(20).flagged, hate: 7 } });
    expect(codes(diff(before, [CITY, shown('a', ['2026-W01', '2026-W02'], more)]))).toContain('answers-revised');
    const changes = diff(before, [CITY, shown('a', ['2026-W01', '2026-W02'], judged)]);
    expect(only(changes, 'answers-revised')).toMatchObject([{ why: 'judged-anew' }]);
    expect(changes.filter(isFinding)).toEqual([]);
  });

  it('finds a published block that is cut anew or hidden, unless a rule was raised', () => {
    const cut = [CITY, shown('a', ['2026-W01', '2026-W03'], figuresOf(30))];
    const gone = [CITY, hidden('a', ['2026-W01', '2026-W04'])];
    expect(only(diff(before, cut), 'answer-withdrawn')).toMatchObject([{ into: [['2026-W01', '2026-W03']] }]);
    expect(only(diff(before, gone), 'answer-withdrawn')).toMatchObject([{ into: [] }]);
    const rules = { minimumPosts: 25 };
    const raised = (blocks: readonly Block[]) =>
      diffSnapshots(snapshotOf({ blocks: before }), snapshotOf({ blocks, rules }));
    expect(codes(raised(cut))).toEqual(expect.arrayContaining(['rule-changed', 'blocks-merged']));
    expect(only(raised(gone), 'blocks-hidden')).toMatchObject([{ area: 'a', reasons: ['too-few-posts'] }]);
    expect([...raised(cut), ...raised(gone)].filter(isFinding)).toEqual([]);
  });

  it('lets a district be hidden, but tell no other numbers', () => {
    const areas = squareCity(['a', 'b']);
    for (const { properties } of areas.features) properties.district = 'port';
    const of = (block: Block) => snapshotOf({ areas, blocks: before, findings: { districts: { blocks: [block] } } });
    const port = shown('port', ['2026-W01', '2026-W04'], figuresOf(100));
    const gone = diffSnapshots(
      of(port),
      of({ ...hidden('port', port.weeks), reason: 'protects-another-cell' } as Block),
    );
    expect(only(gone, 'blocks-hidden')).toMatchObject([{ area: 'port', district: true, names: { en: 'Port' } }]);
    expect(gone.filter(isFinding)).toEqual([]);
    const other = diffSnapshots(of(port), of(shown('port', port.weeks, figuresOf(101))));
    expect(only(other, 'answer-changed')).toMatchObject([{ district: true, posts: { from: 100, to: 101 } }]);
  });

  it('names surges that were not told before', () => {
    const of = (...weeks: string[]) =>
      snapshotOf({
        blocks: [
          shown(null, ['2026-W01', '2026-W02'], figuresOf(200, { flagged: { ...figuresOf(0).flagged, hate: 30 } })),
          shown(null, ['2026-W03', '2026-W04'], figuresOf(200, { flagged: { ...figuresOf(0).flagged, hate: 30 } })),
        ],
        findings: { surges: [{ signal: 'hate', weeks }] },
      });
    expect(only(diffSnapshots(of('2026-W01'), of('2026-W01', '2026-W03')), 'surge-told')).toEqual([
      { code: 'surge-told', signal: 'hate', weeks: ['2026-W03'] },
    ]);
  });

  it('holds formats before 1.2.0 to no promise they never made', () => {
    const old = snapshotOf({ blocks: before });
    old.manifest.format.version = '1.1.0';
    const changes = diffSnapshots(
      old,
      snapshotOf({ blocks: [CITY, shown('a', ['2026-W01', '2026-W02'], figuresOf(21))] }),
    );
    expect(changes.filter(isFinding)).toEqual([]);
    expect(codes(changes)).toContain('answers-revised');
  });

  it('says that labels moved the corrected shares', () => {
    const of = (labels: number, rate: number) => [
      CITY,
      shown('a', ['2026-W01', '2026-W02'], corrected(20, estimate(rate, [0.01, 0.3], { labels }))),
    ];
    expect(only(diff(of(200, 0.1), of(400, 0.12)), 'estimates-changed')).toEqual([
      { code: 'estimates-changed', why: 'labels', blocks: 1, labels: { from: 200, to: 400 } },
    ]);
  });
});

describe('real changes', () => {
  const then = shown('a', ['2026-W01', '2026-W02'], corrected(200, estimate(0.05, [0.03, 0.08])));
  const big = shown(null, ['2026-W01', '2026-W04'], figuresOf(4000));
  const bigLater = shown(null, ['2026-W05', '2026-W06'], figuresOf(4000));
  const since = (rate: number, reach: readonly [number, number], more = {}) =>
    shown('a', ['2026-W05', '2026-W06'], corrected(200, estimate(rate, reach, more)));
  const last = (changes: readonly SnapshotChange[]) => changes.at(-1);

  it('are named where the added weeks lie beyond both intervals', () => {
    const change = last(diff([big, then], [big, bigLater, then, since(0.2, [0.15, 0.26])]));
    expect(change).toMatchObject({
      code: 'real-change',
      area: 'a',
      signal: 'hate',
      direction: 'up',
      sourcesChanged: false,
    });
  });

  it('are not seen in intervals that meet', () => {
    expect(last(diff([big, then], [big, bigLater, then, since(0.1, [0.06, 0.16])]))).toEqual({
      code: 'no-clear-change',
      compared: 1,
    });
  });

  it('cannot be told without labels, or with too few of them', () => {
    const weak = since(0.2, [0.15, 0.26], { tooFewLabels: true });
    expect(last(diff([big, then], [big, bigLater, then, weak]))).toEqual({ code: 'cannot-tell', why: 'no-labels' });
  });

  it('cannot be told across models when the later snapshot no longer holds the earlier weeks', () => {
    const old = snapshotOf({ blocks: [big, then] });
    const later = [bigLater, since(0.2, [0.15, 0.26])];
    expect(last(diffSnapshots(old, snapshotOf({ blocks: later })))).toMatchObject({ code: 'real-change' });
    const model = { name: 'marsad-open', version: '9.0.0' };
    expect(last(diffSnapshots(old, snapshotOf({ blocks: later, model })))).toEqual({
      code: 'cannot-tell',
      why: 'other-model',
    });
  });

  it('are seen by chance alone in at most one comparison of twenty cities', () => {
    // Normal errors of known size: what chance makes must not pass the rule.
    const ids = Array.from({ length: 40 }, (_, at) => `n${at}`);
    const wave = (seed: number, at: number): number =>
      Math.sqrt(-2 * Math.log(((seed * 7919 + at * 104729) % 9973) / 9973 + 1e-4)) *
      Math.cos(2 * Math.PI * (((seed * 15485863 + at * 32452843) % 9967) / 9967));
    let cities = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const at = (index: number): number => Math.max(0.001, 0.1 + 0.02 * wave(seed, index));
      const cell = (rate: number) => corrected(100, estimate(rate, [Math.max(0, rate - 0.039), rate + 0.039]));
      const old = ids.map((id, index) => shown(id, ['2026-W01', '2026-W02'], cell(at(2 * index))));
      const now = ids.map((id, index) => shown(id, ['2026-W05', '2026-W06'], cell(at(2 * index + 1))));
      const areas = squareCity(ids);
      const changes = diffSnapshots(
        snapshotOf({ areas, blocks: old }),
        snapshotOf({ areas, blocks: [...old, ...now] }),
      );
      if (changes.at(-1)?.code === 'real-change') cities += 1;
    }
    expect(cities).toBeLessThanOrEqual(1);
  });
});

describe('any two snapshots', () => {
  const figures = fc.integer({ min: 10, max: 60 }).map((posts) => figuresOf(posts));
  const cut = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 }), fc.boolean(), figures)
    .map(([first, more, isShown, told]) => {
      const week = (number: number): string => `2026-W${String(number).padStart(2, '0')}`;
      const weeks: [string, string] = [week(first), week(first + more)];
      return isShown ? shown('a', weeks, told) : hidden('a', weeks);
    });
  const city = shown(null, ['2026-W01', '2026-W10'], figuresOf(4000));
  const snapshots = fc.array(cut, { maxLength: 1 }).map((blocks) => snapshotOf({ blocks: [city, ...blocks] }));

  it('have a finding exactly where a shown block changed, was cut anew or is hidden', () => {
    fc.assert(
      fc.property(snapshots, snapshots, (old, now) => {
        const block = old.figures.blocks.find(({ area }) => area === 'a');
        const later = now.figures.blocks.find(({ area }) => area === 'a');
        const meet =
          block?.weeks && later?.weeks && block.weeks[0] <= later.weeks[1] && later.weeks[0] <= block.weeks[1];
        const same = JSON.stringify(block) === JSON.stringify(later);
        const more =
          block?.status === 'shown' && later?.status === 'shown' && block.weeks?.join() === later.weeks?.join();
        // Newcomers have no authors of their own here, so no other number of posts may be told.
        const broken = block?.status === 'shown' && Boolean(meet) && !(more && same) && !same;
        expect(diffSnapshots(old, now).some(isFinding)).toBe(broken);
      }),
      { numRuns: 150 },
    );
  });
});
