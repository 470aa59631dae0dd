import type { Block } from '@marsad/records/snapshot';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TranslationProvider } from '../../src/i18n/translation.js';
import { createTranslator } from '../../src/i18n/translator.js';
import { featureStates } from '../../src/map/feature-states.js';
import { outRows } from '../../src/out/out-rows.js';
import { AreaPanel } from '../../src/panels/area-panel.js';
import { FiguresTable } from '../../src/panels/figures-table.js';
import { firstView, questionOf, type View } from '../../src/state/view.js';
import { figuresOfPage } from '../../src/view/figures.js';
import { districtIds, placesOfLevel } from '../../src/view/levels.js';
import { CATALOGUES, LEVEL_WORDS } from '../i18n/read-catalogue.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { hidden, shown } from '../view/make-block.js';

const made = makeSnapshot();
const weeks = made.manifest.weeks;
if (weeks === null) throw new Error('the made snapshot has weeks');
const blocks: Block[] = [
  shown('port', weeks, { posts: 200, flagged: { hate: 14 }, severities: { 3: 5 } }),
  shown('medina', weeks, { posts: 90, flagged: { hate: 2 }, severities: { 1: 2 } }),
  hidden('new-town', weeks, 'protects-another-cell'),
];
const city = shown(null, weeks, { posts: 400, flagged: { hate: 30 }, severities: { 3: 9, 5: 1 } });
const snapshot = {
  ...made,
  blocks: [city, ...made.blocks.filter(({ area }) => area !== null)],
  findings: { districts: { blocks } },
};
const choices = {
  weeks,
  areaIds: new Set(made.areas.map(({ id }) => id)),
  districtIds: new Set(districtIds(made.areas)),
  severities: true,
  languages: ['ara', 'fra'],
  rungs: ['mention' as const],
  levels: ['neighbourhoods', 'districts', 'city'] as const,
  language: 'en' as const,
};
const nothing = () => undefined;

const draw = (view: View) => {
  const { areas, listed, index, overall } = placesOfLevel(snapshot, view.level);
  const page = figuresOfPage(
    areas.map(({ id }) => id),
    index,
    questionOf(view, weeks),
    overall,
  );
  const words = view.level === 'neighbourhoods' ? {} : LEVEL_WORDS.en[view.level];
  const translator = createTranslator('en', { ...CATALOGUES.en, ...words });
  const wrap = (element: React.ReactNode): string =>
    renderToStaticMarkup(<TranslationProvider value={translator}>{element}</TranslationProvider>);
  const common = { manifest: made.manifest, view, page, change: null };
  return {
    rows: outRows(made.manifest, areas, page, null, translator, view.level),
    classes: new Map(featureStates(areas, page.byArea, null).map((state, at) => [areas[at]?.id, state.class])),
    table: wrap(<FiguresTable {...common} areas={listed} onSelect={nothing} onOpen={nothing} onChange={nothing} />),
    panel: wrap(
      <AreaPanel
        {...common}
        area={areas.find(({ id }) => id === view.area)}
        areas={areas}
        neighbourhoods={made.areas}
        findings={{}}
        blocks={index}
        onCompare={null}
        onBackToRow={null}
        onBack={nothing}
        onWiden={nothing}
      />,
    ),
  };
};

const dataOf = (markup: string, testId: string): (string | undefined)[] => {
  const tag = markup.match(new RegExp(`<[^>]*data-testid="${testId}"[^>]*>`))?.[0] ?? '';
  return ['value', 'posts', 'flagged', 'class'].map((name) => tag.match(new RegExp(`data-${name}="([^"]*)"`))?.[1]);
};
const rowOf = (table: string, id: string): string =>
  table.slice(table.indexOf(`data-testid="${id}"`)).split('</tr>')[0] ?? '';

describe('the level of districts', () => {
  it.each(['all', 'severity-3'] as const)('shows the same numbers on map, table, panel and in files (%s)', (target) => {
    const view: View = { ...firstView(choices), level: 'districts', target };
    const { table, rows, classes } = draw(view);
    expect(rows.map(({ level, id }) => `${level} ${id}`).sort()).toEqual([
      `city ${made.manifest.city.id}`,
      'district hills',
      'district medina',
      'district new-town',
      'district port',
    ]);
    for (const id of choices.districtIds) {
      const numbers = dataOf(draw({ ...view, area: id }).panel, 'panel-rate');
      expect(dataOf(rowOf(table, `row-${id}`), 'rate')).toEqual(numbers);
      expect(numbers.at(-1)).toBe(classes.get(id));
      const row = rows.find((one) => one.id === id);
      expect([row?.posts ?? '', row?.flagged ?? ''].map(String)).toEqual(numbers.slice(1, 3));
    }
    expect(rows.find(({ id }) => id === 'port')?.flagged).toBe(target === 'all' ? 14 : 5);
    expect(rows.find(({ id }) => id === 'new-town')?.status).toBe('suppressed');
    expect(table).not.toContain('class="district"');
    expect(table).toContain(LEVEL_WORDS.en.districts['table.title']);
  });
});

describe('the level of the city', () => {
  it('shows the city alone, as the map paints it, and names the severity that is asked for', () => {
    const { table, panel, rows, classes } = draw({ ...firstView(choices), level: 'city', target: 'severity-3' });
    expect(rows.map(({ level }) => level)).toEqual(['city']);
    expect(rows[0]).toMatchObject({ flagged: 9, posts: 400 });
    expect(dataOf(panel, 'panel-rate').at(-1)).toBe(classes.get(made.manifest.city.id));
    expect(dataOf(rowOf(table, 'city-row'), 'rate')).toEqual(dataOf(panel, 'panel-rate'));
    expect(table).not.toContain('data-testid="row-');
    expect(table).not.toContain('data-testid="search"');
    expect(panel).toContain('severity 3');
    const severe = draw({ ...firstView(choices), level: 'city', target: 'severity-4-5' });
    expect(severe.rows[0]).toMatchObject({ flagged: 1, posts: 400 });
    expect(severe.panel).toContain('severity 4 and 5');
  });
});
