import { INTERFACE_LANGUAGES, type InterfaceLanguage, type SpatialClusters } from '@marsad/records/snapshot';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TranslationProvider } from '../../src/i18n/translation.js';
import { ClusterNote } from '../../src/panels/cluster-note.js';
import { CorrectionNote } from '../../src/panels/correction-note.js';
import { Legend } from '../../src/panels/legend.js';
import { TrendChart } from '../../src/panels/trend-chart.js';
import { RATE_CLASSES } from '../../src/view/classes.js';
import { figuresOfPage, type Question } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { trendOf } from '../../src/view/trend.js';
import { translatorOf } from '../i18n/read-catalogue.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { estimate, shown } from '../view/make-block.js';

const { areas } = makeSnapshot();
const [first, second] = areas;
if (!first || !second) throw new Error('no areas');
const draw = (language: InterfaceLanguage, element: React.ReactNode): string =>
  renderToStaticMarkup(<TranslationProvider value={translatorOf(language)}>{element}</TranslationProvider>);

const question: Question = { signal: 'hate', target: 'all', range: { from: '2026-W14', to: '2026-W23' }, whole: false };
const corrected = [
  shown(null, ['2026-W14', '2026-W17'], {
    posts: 300,
    flagged: { hate: 30 },
    estimates: { hate: estimate(0.03, 0.02, 0.04) },
  }),
  shown(null, ['2026-W18', '2026-W21'], {
    posts: 300,
    flagged: { hate: 60 },
    estimates: { hate: estimate(0.06, 0.05, 0.08) },
  }),
];
const uncorrected = [shown(null, ['2026-W14', '2026-W17'], { posts: 300, flagged: { hate: 30 } })];
const pageOf = (blocks: typeof corrected, part: Partial<Question> = {}) =>
  figuresOfPage([], indexBlocks(blocks), { ...question, ...part });

describe('the legend', () => {
  it('explains merged classes and what cannot be told only where shares are corrected', () => {
    const markup = draw('en', <Legend signal="hate" target="all" page={pageOf(corrected)} />);
    for (const name of RATE_CLASSES.flat()) expect(markup).toContain(`data-class="${name}"`);
    expect(markup).toContain('data-class="cannot-tell"');
    expect(markup).toContain('by 400 labels');
    expect(markup).not.toContain('flagged-');
  });

  it('says of uncorrected shares that they are, and paints none like a corrected one', () => {
    const markup = draw('en', <Legend signal="hate" target="all" page={pageOf(uncorrected)} />);
    expect(markup).toContain('Uncorrected: what the model flags');
    expect(markup).toContain('data-class="flagged-5"');
    expect(markup).not.toMatch(/data-class="(rate-|cannot-tell)/);
  });
});

describe.each(INTERFACE_LANGUAGES)('in %s', (language) => {
  it('an uncorrected share says why, and what to do where something can be done', () => {
    const noLabels = draw(language, <CorrectionNote figures={pageOf(uncorrected).city} signal="extremism" />);
    expect(noLabels).toContain('data-reason="no-labels"');
    expect(noLabels).toContain('--signal extremism');
    const byTarget = draw(
      language,
      <CorrectionNote figures={pageOf(corrected, { target: 'gender' }).city} signal="hate" />,
    );
    expect(byTarget).toContain('data-reason="by-target"');
    expect(byTarget).not.toContain('marsad review');
    expect(noLabels + byTarget).not.toMatch(/undefined|\{\w+\}/);
  });

  it('a corrected share says by what, and what the model flags', () => {
    const markup = draw(language, <CorrectionNote figures={pageOf(corrected).city} signal="hate" />);
    expect(markup).toContain('400');
    expect(markup).toContain('90');
    expect(markup).not.toMatch(/undefined|\{\w+\}/);
  });

  it('the trend draws corrected, flagged and constant-panel lines, marks changes, and lists all in its table', () => {
    const markup = draw(
      language,
      <TrendChart
        steps={trendOf(corrected, 'hate', 'all')}
        weeks={['2026-W14', '2026-W23']}
        range={{ from: '2026-W14', to: '2026-W23' }}
        marks={[]}
        panel={{ sources: 3, of: 5, steps: [{ from: '2026-W14', to: '2026-W17', share: 0.09 }] }}
        changes={{ raw: ['2026-W18'], panel: [], surges: ['2026-W19'] }}
        known={[]}
      />,
    );
    expect(markup).toContain('data-testid="trend-panel"');
    expect(markup.match(/data-testid="trend-change"/g)).toHaveLength(1);
    expect(markup).toContain('data-testid="trend-changes"');
    expect(markup).toContain('data-testid="trend-surge" data-week="2026-W19"');
    expect(markup).toContain('data-testid="trend-surges"');
    expect(markup.match(/<th scope="col">/g)).toHaveLength(6);
    expect(markup).not.toMatch(/undefined|\{\w+\}/);
  });

  it('clusters are told of a neighbourhood, and listed for the city', () => {
    const area = (id: string, found: SpatialClusters['areas'][number]['found']) => ({
      area: id,
      moran: { i: 1, p: 0.01, quadrant: 'high-high' as const },
      hotSpot: { z: 2, p: 0.01 },
      found,
    });
    const clusters = { permutations: 9999, seed: 7, areas: [area(first.id, 'hot'), area(second.id, null)] };
    const note = (of: typeof first | undefined) =>
      draw(language, <ClusterNote clusters={clusters} area={of} areas={areas} />);
    expect(note(first)).toContain('data-found="hot"');
    expect(note(second)).toContain('data-found="none"');
    expect(note(undefined).match(/<li>/g)).toHaveLength(1);
    expect(note(areas[2])).toBe('');
    expect(draw(language, <ClusterNote clusters={undefined} area={undefined} areas={areas} />)).toBe('');
  });
});
