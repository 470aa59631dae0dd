import type { SignalEstimate } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { type AreaFigures, figuresOfArea, figuresOfPage, type Question } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { estimate, shown } from './make-block.js';

const everything: Question = {
  signal: 'hate',
  target: 'all',
  range: { from: '2026-W14', to: '2026-W23' },
  whole: true,
};
const part: Question = { ...everything, range: { from: '2026-W14', to: '2026-W21' }, whole: false };

const block = (area: string | null, at: number, posts: number, hate?: SignalEstimate) =>
  shown(area, [`2026-W${14 + 4 * at}`, `2026-W${17 + 4 * at}`], {
    posts,
    flagged: { hate: Math.round(posts / 5) },
    ...(hate && { estimates: { hate } }),
  });

const drawn = { shrunk: 0.06, shrunkLow: 0.04, shrunkHigh: 0.09 };

describe('a share of one group of weeks', () => {
  const figuresWith = (hate: SignalEstimate | undefined, question = everything): AreaFigures =>
    figuresOfArea('a', [block('a', 0, 50, hate)], question);

  it('is the corrected one, drawn towards the city, and keeps its own and what the model flags beside it', () => {
    const figures = figuresWith(estimate(0.11, 0.05, 0.2, { ...drawn, versusCity: 'above' }));
    expect(figures).toMatchObject({
      rate: 0.06,
      interval: { low: 0.04, high: 0.09 },
      class: 'rate-2-3',
      flagged: 10,
      flaggedShare: { rate: 0.2 },
      uncorrected: null,
      corrected: { own: { rate: 0.11 }, versusCity: 'above', groups: 1, labels: 400 },
    });
  });

  it('is that of its own posts where drawing it makes it no surer', () => {
    expect(figuresWith(estimate(0.11, 0.05, 0.2, { versusCity: 'below' }))).toMatchObject({
      rate: 0.11,
      corrected: { shrunk: null },
    });
  });

  it('looks like the texture of what cannot be told from the city, never like a class', () => {
    expect(figuresWith(estimate(0.11, 0.09, 0.12)).class).toBe('cannot-tell');
  });

  it.each([
    ['nobody labelled posts', undefined, everything, 'no-labels'],
    ['labels are too few', estimate(0.1, 0, 0.4, { tooFewLabels: true }), everything, 'too-few-labels'],
    ['one target is asked for', estimate(0.1, 0.05, 0.2), { ...everything, target: 'gender' }, 'by-target'],
  ] as const)('is what the model flags, in a class of its own, where %s', (_, hate, question, reason) => {
    const figures = figuresWith(hate, question);
    expect(figures.corrected).toBeNull();
    expect(figures.uncorrected).toBe(reason);
    expect(figures.class).toMatch(/^flagged-/);
    expect(figures.rate).toBe(figures.flaggedShare?.rate);
  });

  it('is corrected by the model card though nobody labelled posts', () => {
    const figures = figuresWith(estimate(0.1, 0.06, 0.15, { method: 'model-card', labels: 0, tooFewLabels: true }));
    expect(figures.corrected?.method).toBe('model-card');
  });

  it('is what the model flags where the card leaves it open', () => {
    const open = estimate(0, 0, 1, { method: 'model-card', labels: 0, tooFewLabels: true });
    expect(figuresWith(open)).toMatchObject({ corrected: null, uncorrected: 'card-unsure', rate: 0.2 });
  });

  it('is not corrected by a card that leaves the city open, and is by one that does not', () => {
    const byCard = (rate: number, low: number, high: number) =>
      estimate(rate, low, high, { method: 'model-card', labels: 0, tooFewLabels: true });
    const blocks = (city: SignalEstimate) => [block(null, 0, 300, city), block('a', 0, 30, byCard(0.1, 0, 0.5))];
    const of = (city: SignalEstimate) => figuresOfPage(['a'], indexBlocks(blocks(city)), everything).areas[0];
    expect(of(byCard(0.1, 0, 0.6))?.uncorrected).toBe('card-unsure');
    expect(of(byCard(0.1, 0.06, 0.15))).toMatchObject({ class: 'cannot-tell', corrected: { method: 'model-card' } });
  });

  it('says nothing of its correction where nothing is shown', () => {
    expect(figuresOfArea('a', [], everything)).toMatchObject({ rate: null, corrected: null, uncorrected: null });
  });
});

describe('a share of several groups of weeks', () => {
  const blocks = [
    block(null, 0, 300, estimate(0.04, 0.03, 0.05)),
    block(null, 1, 100, estimate(0.08, 0.07, 0.09)),
    block('a', 0, 30, estimate(0.1, 0.02, 0.3, drawn)),
    block('a', 1, 10, estimate(0.3, 0.1, 0.5)),
  ];
  const pageFor = (question: Question, overall = new Map()) =>
    figuresOfPage(['a'], indexBlocks(blocks), question, overall);

  it('is weighted by posts, and so are the ends of its interval where the city’s own share is not known', () => {
    const { city, areas } = pageFor(part);
    expect(city.rate).toBeCloseTo(0.05);
    expect(city.interval?.low).toBeCloseTo(0.04);
    const [a] = areas;
    expect(a?.corrected?.groups).toBe(2);
    expect(a?.corrected?.own.rate).toBeCloseTo(0.15);
    expect(a?.corrected?.own.interval.low).toBeCloseTo(0.04);
    expect(a?.corrected?.own.interval.high).toBeCloseTo(0.35);
    expect(a?.rate).toBe(a?.corrected?.own.rate);
    expect(a?.corrected?.shrunk).toBeNull();
  });

  it('is surer than its groups where only the error of the city’s labels lies the same way in all of them', () => {
    const city = (rate: number, low: number, high: number) =>
      new Map([[null, { area: null, posts: 400, estimates: { hate: estimate(rate, low, high) } }]]);
    const widthWith = (overall = new Map()): number => {
      const interval = pageFor(part, overall).areas[0]?.interval;
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    // Nothing of it is the city's: the two parts' errors add up as squares.
    const apart = Math.hypot(0.75 * 0.08, 0.25 * 0.2) + Math.hypot(0.75 * 0.2, 0.25 * 0.2);
    expect(widthWith(city(0.05, 0.05, 0.05))).toBeCloseTo(apart);
    expect(widthWith(city(0.05, 0.03, 0.08))).toBeGreaterThan(apart);
    expect(widthWith(city(0.05, 0.03, 0.08))).toBeLessThan(widthWith());
    expect(widthWith(city(0.05, 0, 1))).toBeCloseTo(widthWith());
  });

  it('differs from the city only where the two intervals do not meet', () => {
    expect(pageFor(part).areas[0]).toMatchObject({ class: 'cannot-tell', corrected: { versusCity: 'cannot-tell' } });
    const apart = [
      ...blocks.slice(0, 2),
      block('a', 0, 30, estimate(0.3, 0.2, 0.4)),
      block('a', 1, 10, estimate(0.3, 0.2, 0.4)),
    ];
    expect(figuresOfPage(['a'], indexBlocks(apart), part).areas[0]?.corrected?.versusCity).toBe('above');
  });

  it('is the overall estimate when all of them are asked for, and only if it is of the same posts', () => {
    const overall = (posts: number) =>
      new Map([['a', { area: 'a', posts, estimates: { hate: estimate(0.12, 0.08, 0.15, { versusCity: 'above' }) } }]]);
    const [a] = pageFor(everything, overall(40)).areas;
    expect(a).toMatchObject({ rate: 0.12, class: 'rate-3-4', corrected: { versusCity: 'above', groups: 1 } });
    expect(pageFor(everything, overall(41)).areas[0]?.corrected?.groups).toBe(2);
    expect(pageFor(part, overall(40)).areas[0]?.corrected?.groups).toBe(2);
  });

  it('is not corrected when one of them is not', () => {
    const mixed = [blocks[2], block('a', 1, 10)].flatMap((one) => one ?? []);
    expect(figuresOfArea('a', mixed, part)).toMatchObject({ corrected: null, uncorrected: 'no-labels' });
  });
});
