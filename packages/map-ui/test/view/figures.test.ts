import { weeksBetween } from '@marsad/records/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOfArea, figuresOfPage, type Question } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { makeSnapshot, WEEKS } from '../snapshot/make-snapshot.js';
import { estimate, flaggedOf, hidden, shown } from './make-block.js';

const ask = (from: string, to: string, whole: boolean, rest: Partial<Question> = {}): Question => ({
  signal: 'hate',
  target: 'all',
  range: { from, to },
  whole,
  ...rest,
});
const everything = ask('2026-W14', '2026-W39', true);

describe('figuresOfArea', () => {
  const blocks = [
    shown('a', ['2026-W14', '2026-W20'], {
      posts: 40,
      flagged: { hate: 5, bridging: 2 },
      targets: { hate: { gender: 3, 'anti-roma': 1 } },
      languages: { ara: 30, fra: 10 },
      stances: { reporting: 4, unclear: 36 },
    }),
    shown('a', ['2026-W21', '2026-W39'], {
      posts: 44,
      flagged: { hate: 7 },
      targets: { hate: { gender: 2 } },
      languages: { fra: 44 },
      rungs: { mention: 40, 'place-tag': 4 },
      stances: { reporting: 1, countering: 2, unclear: 41 },
    }),
    shown('a', null, { posts: 16, flagged: { hate: 4 } }),
  ];

  it('gives the share of one severity of all posts, and calls blocks hidden that were published without severities', () => {
    const severe = [
      shown('a', ['2026-W14', '2026-W20'], { posts: 40, flagged: { hate: 5 }, severities: { 3: 2, 5: 1 } }),
      shown('a', ['2026-W21', '2026-W39'], { posts: 60, flagged: { hate: 4 }, severities: { 3: 1 } }),
    ];
    const of = (blocks: typeof severe, rest: Partial<Question>) =>
      figuresOfArea('a', blocks, { ...everything, target: 'severity-3', ...rest });
    expect(of(severe, {})).toMatchObject({ flagged: 3, posts: 100, rate: 0.03, uncorrected: 'by-severity' });
    expect(of(severe, { signal: 'bridging' }).flagged).toBe(0);
    const both = shown('a', ['2026-W14', '2026-W20'], {
      posts: 40,
      flagged: { hate: 9 },
      severities: { 3: 2, 4: 3, 5: 4 },
    });
    expect(of([both], { target: 'severity-4-5' })).toMatchObject({ flagged: 7, posts: 40, uncorrected: 'by-severity' });
    for (const [target, flagged] of [
      ['severity-4', 3],
      ['severity-5', 4],
    ] as const)
      expect(of([both], { target }).flagged).toBe(flagged);
    const older = shown('a', ['2026-W21', '2026-W39'], { posts: 60, flagged: { hate: 4 } });
    expect(of([...severe.slice(0, 1), older], {})).toMatchObject({
      flagged: 2,
      posts: 40,
      reasons: ['protects-another-cell'],
    });
    expect(of([older], {})).toMatchObject({ rate: null, class: 'suppressed' });
  });

  it('gives the share of a language of its own posts, and says of blocks that do not tell it that they are hidden', () => {
    const told = [
      shown('a', ['2026-W14', '2026-W20'], {
        posts: 40,
        copies: 10,
        flagged: { hate: 9 },
        languages: { ara: 24, fra: 16 },
        stances: { unclear: 40 },
        estimates: { hate: estimate(0.2, 0.1, 0.3) },
        flaggedBy: { posts: 40, languages: { ara: flaggedOf(3), fra: flaggedOf(6) }, rungs: { mention: flaggedOf(9) } },
      }),
      shown('a', ['2026-W21', '2026-W39'], {
        posts: 30,
        flagged: { hate: 5 },
        languages: { ara: 30 },
        flaggedBy: { posts: 30, languages: { ara: flaggedOf(5) }, rungs: {} },
      }),
    ];
    const of = (target: Question['target']) => figuresOfArea('a', told, { ...everything, target });
    expect(of('language-ara')).toMatchObject({
      posts: 54,
      flagged: 8,
      copies: 0,
      corrected: null,
      uncorrected: 'by-code',
      reasons: [],
      allPosts: 70,
      languages: [
        { code: 'ara', posts: 54 },
        { code: 'fra', posts: 16 },
      ],
    });
    expect(of('language-fra')).toMatchObject({ posts: 16, flagged: 6, rate: 6 / 16, reasons: ['code-not-told'] });
    expect(of('language-fra').coverage.weeks).toBe(7);
    expect(of('rung-mention')).toMatchObject({ posts: 40, flagged: 9, reasons: ['code-not-told'] });
    expect(of('language-eng')).toMatchObject({ rate: null, class: 'suppressed', reasons: ['code-not-told'] });
  });

  it('calls languages hidden that were published without what is flagged of them', () => {
    expect(figuresOfArea('a', blocks, { ...everything, target: 'language-ara' })).toMatchObject({
      class: 'suppressed',
      reasons: ['code-not-told'],
    });
  });

  it('sums the copies of whole shown blocks apart from their posts', () => {
    const repeated = [
      shown('a', ['2026-W14', '2026-W20'], { posts: 40, copies: 9, flagged: { hate: 5 } }),
      shown('a', ['2026-W21', '2026-W39'], { posts: 44, copies: 60, flagged: { hate: 7 } }),
      shown('a', null, { posts: 16 }),
    ];
    expect(figuresOfArea('a', repeated, everything)).toMatchObject({ copies: 69, posts: 100, rate: 0.12 });
    expect(figuresOfArea('a', repeated, ask('2026-W14', '2026-W38', false)).copies).toBe(9);
  });

  it('sums whole shown blocks and divides by their posts', () => {
    const figures = figuresOfArea('a', blocks.slice(0, 2), everything);
    expect([figures.posts, figures.flagged, figures.rate]).toEqual([84, 12, 12 / 84]);
    expect(figures.class).toBe('flagged-3-5');
    expect(figures.languages).toEqual([
      { code: 'fra', posts: 54 },
      { code: 'ara', posts: 30 },
    ]);
    expect(figures.rungs).toEqual({ mention: 80, 'place-tag': 4 });
    expect(figures.stances).toEqual({ reporting: 5, countering: 2, unclear: 77 });
    expect(figures.targets).toEqual([
      { target: 'anti-roma', posts: 1 },
      { target: 'gender', posts: 5 },
    ]);
  });

  it('counts undated posts in for the whole period and says how many', () => {
    const figures = figuresOfArea('a', blocks, everything);
    expect([figures.posts, figures.flagged, figures.undatedPosts]).toEqual([100, 16, 16]);
    expect(figuresOfArea('a', blocks, ask('2026-W14', '2026-W20', false)).posts).toBe(40);
  });

  it('counts the posts against one target where one is asked for', () => {
    const figures = figuresOfArea('a', blocks, { ...everything, target: 'gender' });
    expect([figures.posts, figures.flagged]).toEqual([100, 5]);
  });

  it('answers for another signal from the same posts', () => {
    expect(figuresOfArea('a', blocks, { ...everything, signal: 'bridging' }).flagged).toBe(2);
  });

  it('calls an area without any block no-data', () => {
    const figures = figuresOfArea('a', [], everything);
    expect([figures.class, figures.rate, figures.interval]).toEqual(['no-data', null, null]);
  });

  it('calls an area suppressed whose blocks are hidden, with every reason once and in the order of the rules', () => {
    const figures = figuresOfArea(
      'a',
      [
        hidden('a', ['2026-W14', '2026-W20'], 'protects-another-cell'),
        hidden('a', ['2026-W21', '2026-W30'], 'too-few-posts'),
        hidden('a', ['2026-W31', '2026-W39'], 'too-few-posts'),
      ],
      everything,
    );
    expect(figures.class).toBe('suppressed');
    expect(figures.reasons).toEqual(['too-few-posts', 'protects-another-cell']);
  });

  it('says that other weeks are needed when the range cuts a block that may be shown whole', () => {
    const figures = figuresOfArea('a', blocks, ask('2026-W15', '2026-W19', false));
    expect([figures.class, figures.coverage.cut.length]).toEqual(['other-weeks', 1]);
    const partly = [hidden('a', ['2026-W14', '2026-W20']), shown('a', ['2026-W21', '2026-W39'], { posts: 44 })];
    expect(figuresOfArea('a', partly, ask('2026-W18', '2026-W25', false)).class).toBe('other-weeks');
    expect(figuresOfArea('a', partly, ask('2026-W18', '2026-W20', false)).class).toBe('suppressed');
  });

  it('gives class and rate together, and neither shows a hidden block', () => {
    const { blocks: made } = makeSnapshot();
    const index = indexBlocks(made);
    const weeks = weeksBetween(...WEEKS);
    const end = fc.integer({ min: 0, max: weeks.length - 1 });
    fc.assert(
      fc.property(end, end, fc.constantFrom('hate', 'extremism', 'bridging'), (a, b, signal) => {
        const [from, to] = [weeks[Math.min(a, b)] ?? WEEKS[0], weeks[Math.max(a, b)] ?? WEEKS[1]];
        const whole = from === WEEKS[0] && to === WEEKS[1];
        for (const [area, list] of index) {
          const figures = figuresOfArea(area, list, ask(from, to, whole, { signal: signal as 'hate' }));
          const silent = ['suppressed', 'other-weeks', 'no-data'].includes(figures.class);
          expect(silent).toBe(figures.rate === null);
          expect(figures.interval === null).toBe(figures.rate === null);
          const posts = list.reduce((sum, block) => {
            if (block.status === 'suppressed') return sum;
            if (block.weeks === null) return whole ? sum + block.figures.posts : sum;
            return block.weeks[0] >= from && block.weeks[1] <= to ? sum + block.figures.posts : sum;
          }, 0);
          expect(figures.posts).toBe(posts);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('figuresOfPage', () => {
  it('answers for every area in order, and for those without any block', () => {
    const { areas, blocks } = makeSnapshot();
    const ids = areas.map((area) => area.id);
    const page = figuresOfPage(ids, indexBlocks(blocks), everything);
    expect(page.areas.map((figures) => figures.area)).toEqual(ids);
    expect(page.byArea.get('douar-el-karm')?.class).toBe('no-data');
    expect(page.city.area).toBeNull();
    expect(page.byArea.get('ennasr')).toBe(page.areas[ids.indexOf('ennasr')]);
  });
});
