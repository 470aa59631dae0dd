import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '@marsad/records/snapshot';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TranslationProvider } from '../../src/i18n/translation.js';
import { featureStates } from '../../src/map/feature-states.js';
import { AboutData } from '../../src/panels/about-data.js';
import { AreaPanel } from '../../src/panels/area-panel.js';
import { Controls } from '../../src/panels/controls.js';
import { FiguresTable } from '../../src/panels/figures-table.js';
import { IgnoredNotice } from '../../src/panels/ignored-notice.js';
import { Legend } from '../../src/panels/legend.js';
import { PageHeader } from '../../src/panels/page-header.js';
import { ProblemNotice } from '../../src/panels/problem-notice.js';
import { firstView, questionOf, type View } from '../../src/state/view.js';
import { figuresOfPage } from '../../src/view/figures.js';
import { indexBlocks } from '../../src/view/index-blocks.js';
import { translatorOf } from '../i18n/read-catalogue.js';
import { makeSnapshot } from '../snapshot/make-snapshot.js';
import { estimate } from '../view/make-block.js';

const snapshot = makeSnapshot();
const { manifest, areas, blocks } = snapshot;
const choices = {
  weeks: manifest.weeks,
  areaIds: new Set(areas.map((area) => area.id)),
  districtIds: new Set<string>(),
  severities: true,
  languages: ['ara', 'fra'],
  rungs: ['mention' as const],
  levels: ['neighbourhoods', 'city'],
  language: 'en',
} as const;
const nothing = () => undefined;

const draw = (view: View, language: InterfaceLanguage, of = blocks, manifest = snapshot.manifest) => {
  const index = indexBlocks(of);
  const page = figuresOfPage([...choices.areaIds], index, questionOf(view, manifest.weeks));
  const area = areas.find((one) => one.id === view.area);
  const wrap = (element: React.ReactNode): string =>
    renderToStaticMarkup(<TranslationProvider value={translatorOf(language)}>{element}</TranslationProvider>);
  return {
    panel: wrap(
      <AreaPanel
        manifest={manifest}
        area={area}
        areas={areas}
        neighbourhoods={areas}
        findings={{}}
        blocks={index}
        view={view}
        page={page}
        change={null}
        onCompare={nothing}
        onBackToRow={null}
        onBack={nothing}
        onWiden={nothing}
      />,
    ),
    table: wrap(
      <FiguresTable
        manifest={manifest}
        areas={areas}
        view={view}
        page={page}
        change={null}
        onSelect={nothing}
        onOpen={nothing}
        onChange={nothing}
      />,
    ),
    rest: wrap(
      <>
        <PageHeader city={manifest.city} onLanguage={nothing} />
        <Controls
          view={view}
          weeks={manifest.weeks}
          figures={(area && page.byArea.get(area.id)) ?? page.city}
          targets={['gender']}
          play={{ playing: false, offered: true, toggle: nothing, forward: nothing, back: null }}
          onChange={nothing}
          collected={manifest.city.languages}
          choices={choices}
          levels={choices.levels}
          onLevel={nothing}
        />
        <Legend signal={view.signal} target={view.target} page={page} />
        <AboutData manifest={manifest} check={{ state: 'unchanged' }} />
        <ProblemNotice problem={{ kind: 'newer', file: 'manifest.json', detail: '2.0.0' }} />
      </>,
    ),
  };
};

const dataOf = (markup: string, testId: string): string[] => {
  const tag = markup.match(new RegExp(`<[^>]*data-testid="${testId}"[^>]*>`))?.[0] ?? '';
  return ['value', 'posts', 'flagged', 'class'].map(
    (name) => tag.match(new RegExp(`data-${name}="([^"]*)"`))?.[1] ?? '?',
  );
};
const rowOf = (table: string, id: string): string =>
  table.slice(table.indexOf(`data-testid="${id}"`)).split('</tr>')[0] ?? '';

describe('panel and table', () => {
  it.each([
    { signal: 'hate' },
    { signal: 'bridging', from: '2026-W20', to: '2026-W30' },
    { signal: 'polarisation', target: 'gender', to: '2026-W25' },
  ] as const)('show the same numbers for every neighbourhood with %j', (part) => {
    const view: View = { ...firstView(choices), ...part };
    const { table, panel } = draw(view, 'en');
    expect(dataOf(rowOf(table, 'city-row'), 'rate')).toEqual(dataOf(panel, 'panel-rate'));
    for (const area of areas) {
      const selected = draw({ ...view, area: area.id }, 'en');
      const numbers = dataOf(selected.panel, 'panel-rate');
      expect(numbers).not.toContain('?');
      expect(dataOf(rowOf(selected.table, `row-${area.id}`), 'rate')).toEqual(numbers);
    }
  });

  it('show the same corrected numbers, and the class that the map paints', () => {
    const estimated = blocks.map((block) => {
      if (block.status !== 'shown') return block;
      const rate = Math.round((500 * block.figures.flagged.hate) / block.figures.posts) / 1000;
      const hate = estimate(rate, rate / 2, Math.min(1, rate * 1.5), {
        versusCity: rate > 0.1 ? 'above' : 'cannot-tell',
      });
      return { ...block, figures: { ...block.figures, estimates: { hate } } };
    });
    const view: View = firstView(choices);
    const page = figuresOfPage([...choices.areaIds], indexBlocks(estimated), questionOf(view, manifest.weeks));
    const states = featureStates(areas, page.byArea, null);
    const { table } = draw(view, 'en', estimated);
    areas.forEach((area, index) => {
      const numbers = dataOf(draw({ ...view, area: area.id }, 'en', estimated).panel, 'panel-rate');
      expect(dataOf(rowOf(table, `row-${area.id}`), 'rate')).toEqual(numbers);
      expect(numbers.at(-1)).toBe(states[index]?.class);
      expect(numbers.at(-1)).not.toMatch(/^flagged-/);
    });
    expect(page.areas.some(({ corrected }) => corrected !== null)).toBe(true);
    expect(table).toContain('data-testid="sort-versus"');
  });

  it('leave the number out where it is hidden, and say why with the numbers of the rule', () => {
    const { panel } = draw({ ...firstView(choices), area: 'souk-en-nahhasin' }, 'en');
    expect(dataOf(panel, 'panel-rate')).toEqual(['', '', '', 'suppressed']);
    expect(panel).toContain('at least 10 posts by at least 5 authors in at least 3 sources');
  });
});

describe('languages in which the error of the model was never measured', () => {
  it('are marked in the panel, and no others', () => {
    const measuring = (measuredLanguages: string[]) => ({
      ...manifest,
      model: { ...manifest.model, measuredLanguages },
    });
    const one = draw(firstView(choices), 'en', blocks, measuring(['ara', 'ary'])).panel;
    expect(one.match(/\(unmeasured\)/g)).toHaveLength(1);
    expect(one).toMatch(/data-code="fra"[\s\S]*?\(unmeasured\)/);
    expect(one).toContain('data-testid="panel-unmeasured"');
    expect(draw(firstView(choices), 'en', blocks, measuring(['ara', 'ary', 'fra'])).panel).not.toContain('unmeasured');
  });
});

describe('weeks that cut a group', () => {
  it('are offered to be widened in the panel and beside the weeks, and nowhere else', () => {
    const cut = { ...firstView(choices), from: '2026-W20', to: '2026-W20', area: 'el-qasba' };
    const { panel, rest } = draw(cut, 'en');
    expect(dataOf(panel, 'panel-rate')).toEqual(['', '', '', 'other-weeks']);
    expect(panel).toContain('data-testid="widen-panel"');
    expect(rest).toContain('data-testid="widen"');
    expect(panel).toContain('other weeks needed');
    const whole = draw({ ...firstView(choices), area: 'el-qasba' }, 'en');
    expect(whole.panel + whole.rest).not.toContain('data-testid="widen');
  });
});

describe('the notice of what a link asked for in vain', () => {
  const notice = (parts: string[]): string =>
    renderToStaticMarkup(
      <TranslationProvider value={translatorOf('en')}>
        <IgnoredNotice parts={parts} />
      </TranslationProvider>,
    );
  it('names it, and is not there where all was followed', () => {
    expect(notice(['area=nowhere'])).toContain('Ignored from the link: \u2068area=nowhere\u2069');
    expect(notice([])).toBe('');
  });
});

describe.each(INTERFACE_LANGUAGES)('the page in %s', (language) => {
  const { panel, table, rest } = draw({ ...firstView(choices), area: 'el-qasba' }, language);

  it('has a table with a caption, scopes, one column sorted, and one row in the tab order', () => {
    expect(table).toContain('<caption');
    expect(table.match(/aria-sort=/g)).toHaveLength(1);
    expect(table.match(/<th scope="row"/g)).toHaveLength(areas.length + 1);
    expect(table.match(/class="row-name"[^>]*tabindex="0"/gi)).toHaveLength(1);
  });

  it('leaves no placeholder and no missing word', () => {
    for (const markup of [panel, table, rest]) {
      expect(markup.replace(/style="[^"]*"/g, '')).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
    }
  });

  it('says that the city is invented, which targets have no posts, and which languages too few', () => {
    expect(rest).toContain('data-testid="fictional"');
    const told = new Set<string>(choices.languages);
    const languages = manifest.city.languages.filter((code) => !told.has(code));
    expect(languages.length).toBeGreaterThan(0);
    expect(rest.match(/<option[^>]*disabled/g)).toHaveLength(11 + languages.length);
  });
});

describe('the counts of what was left out', () => {
  it('are said in words, the status of an answer with its number', () => {
    const { rest } = draw(firstView(choices), 'en');
    expect(rest).toContain('In a hidden figure · too few posts');
    expect(rest).toContain('Not read · the site’s robots.txt does not allow it');
    expect(rest).toContain('Could not be read · the server answered 404');
  });
});

describe('copies', () => {
  const page = (copies: number, language: InterfaceLanguage) => {
    const repeated = blocks.map((block) =>
      block.status === 'shown' ? { ...block, figures: { ...block.figures, copies: 0 } } : block,
    );
    const [first] = repeated.filter(({ area, status }) => area === null && status === 'shown');
    if (first?.status === 'shown') first.figures.copies = copies;
    const outcomes = { ...manifest.counts.outcomes, 'published:copy': copies };
    return draw(firstView(choices), language, repeated, { ...manifest, counts: { ...manifest.counts, outcomes } });
  };

  it('are told beside the figures, in the panel and in the account of all posts', () => {
    const { panel, rest } = page(3, 'en');
    expect(panel).toContain('3 more posts placed here repeat another with small changes');
    expect(rest).toContain('3 of them repeat another with small changes');
    expect(rest).toContain('repeats another post with small changes');
    expect(page(1, 'fr').panel).toContain('1 autre publication située ici en répète une autre');
    expect(page(2, 'ar').panel).toContain('وهنا منشوران آخران يكرران غيرهما');
  });

  it('are not mentioned where there are none', () => {
    const { panel, rest } = page(0, 'en');
    expect(panel).not.toContain('panel-copies');
    expect(rest).not.toContain('of them repeat');
  });
});

describe('hostile text', () => {
  it('stays text', () => {
    const bad = '<img src=x onerror=alert(1)>';
    const area = areas[0];
    if (!area) throw new Error('no area');
    const named = { ...area, properties: { ...area.properties, names: { en: bad, ar: bad } } };
    const page = figuresOfPage([area.id], indexBlocks(blocks), questionOf(firstView(choices), manifest.weeks));
    const markup = renderToStaticMarkup(
      <TranslationProvider value={translatorOf('en')}>
        <AreaPanel
          manifest={manifest}
          area={named}
          areas={[named]}
          neighbourhoods={[named]}
          findings={{}}
          blocks={indexBlocks(blocks)}
          view={{ ...firstView(choices), area: area.id }}
          page={page}
          change={null}
          onCompare={nothing}
          onBackToRow={null}
          onBack={nothing}
          onWiden={nothing}
        />
      </TranslationProvider>,
    );
    expect(markup).not.toContain('<img');
    expect(markup).toContain('&lt;img');
  });
});
