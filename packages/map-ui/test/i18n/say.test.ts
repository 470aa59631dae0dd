import { describe, expect, it } from 'vitest';
import {
  sayAloud,
  sayCarries,
  sayCityWeeks,
  sayCoverage,
  sayFigure,
  sayReason,
  sayRule,
  sayTip,
} from '../../src/i18n/say-figures.js';
import { sayRange, sayRangeWithDates, sayRuns, sayWeekOption } from '../../src/i18n/say-weeks.js';
import { figuresOfArea, type Question } from '../../src/view/figures.js';
import { hidden, shown } from '../view/make-block.js';
import { translatorOf } from './read-catalogue.js';

const [ar, en, fr] = [translatorOf('ar'), translatorOf('en'), translatorOf('fr')];
const period = { from: '2026-W14', to: '2026-W39' };
const everything: Question = { signal: 'hate', target: 'all', range: period, whole: true };
const figures = figuresOfArea(
  'a',
  [
    shown('a', ['2026-W14', '2026-W31'], { posts: 60, flagged: { hate: 10 } }),
    hidden('a', ['2026-W32', '2026-W33']),
    shown('a', ['2026-W34', '2026-W39'], { posts: 24, flagged: { hate: 2 } }),
  ],
  everything,
);
// Percent signs stand behind a non-breaking space in French, and between direction marks in Arabic.
const plain = (text: string): string =>
  text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c\u2068\u2069]/g, '');

describe('sayFigure', () => {
  it('states figure, base and interval in the three languages', () => {
    expect(plain(sayFigure(en, figures, 'hate', 'all'))).toBe(
      '12 of 84 posts that name this neighbourhood carry hate: 14%, 95% interval 8.4% to 23%. Flagged by the model, not corrected for its errors.',
    );
    expect(plain(sayFigure(fr, figures, 'hate', 'all'))).toBe(
      'Publications qui portent de la haine : 12 sur 84 qui nomment ce quartier, soit 14 % ; intervalle à 95 % de 8,4 % à 23 %. Signalé par le modèle, non corrigé de ses erreurs.',
    );
    expect(plain(sayFigure(ar, figures, 'hate', 'all'))).toBe(
      'المنشورات التي تحمل كراهية: 12 من أصل 84 منشورًا تذكر هذا الحي، أي 14%، ومجال الثقة 95% من 8.4% إلى 23%. هذا ما يرصده النموذج، بلا تصحيح لأخطائه.',
    );
  });

  it('says placed instead of named when a rung other than a mention is counted', () => {
    const tagged = figuresOfArea(
      'a',
      [shown('a', ['2026-W14', '2026-W31'], { posts: 60, rungs: { mention: 59, 'place-tag': 1 } })],
      everything,
    );
    expect(sayFigure(en, tagged, 'hate', 'all')).toContain('None of 60 posts that are placed in this neighbourhood');
  });

  it('names the target', () => {
    expect(sayCarries(en, 'hate', 'anti-roma')).toBe('carry hate (directed at: Roma)');
  });
});

describe('sayCoverage', () => {
  it('names the weeks that are covered when some are not', () => {
    expect(sayCoverage(en, figures, period)).toContain('weeks 14–31 and 34–39, out of weeks 14–39');
    expect(sayCoverage(ar, figures, period)).toContain('الأسابيع 14 إلى 31 و34 إلى 39');
  });

  it('says so when all are, and counts undated posts', () => {
    const full = figuresOfArea(
      'a',
      [shown('a', ['2026-W14', '2026-W39'], { posts: 60 }), shown('a', null, { posts: 11 })],
      everything,
    );
    expect(sayCoverage(en, full, period)).toBe(
      'Covers all of weeks 14–39. 11 posts without a known date are counted in.',
    );
  });
});

describe('the rule and its reasons', () => {
  const rules = { minimumPosts: 10, minimumAuthors: 5, minimumSources: 3, maximumTopAuthorShare: 0.5 };
  it('are said with the numbers of the snapshot', () => {
    expect(sayRule(en, rules)).toContain('at least 10 posts by at least 5 authors in at least 3 sources');
    expect(sayReason(en, 'one-author-dominates', { ...rules, maximumTopAuthorShare: 0.25 })).toContain('25%');
    expect(sayReason(ar, 'too-few-posts', rules)).toContain('10');
  });
});

describe('sayAloud and sayTip', () => {
  it('say the place with its value and interval, or its silence', () => {
    expect(plain(sayAloud(en, 'Ennasr', figures, 'hate', 'all'))).toMatch(
      /^Ennasr\. 12 of 84 .* 8\.4% to 23%\. Flagged by the model/,
    );
    const silent = figuresOfArea('a', [hidden('a', ['2026-W14', '2026-W15'])], everything);
    expect(plain(sayAloud(en, 'Ennasr', silent, 'hate', 'all'))).toBe(
      'Ennasr: hidden, too few in these weeks to show safely.',
    );
    expect(plain(sayTip(en, 'Ennasr', silent))).toBe('Ennasr: hidden');
    const cut = figuresOfArea('a', [shown('a', ['2026-W14', '2026-W20'], { posts: 60 })], {
      ...everything,
      range: { from: '2026-W15', to: '2026-W16' },
      whole: false,
    });
    expect(plain(sayTip(en, 'Ennasr', cut))).toBe('Ennasr: other weeks needed');
    expect(plain(sayAloud(en, 'Ennasr', cut, 'hate', 'all'))).toMatch(/^Ennasr: other weeks needed\./);
    expect(plain(sayTip(en, 'Ennasr', figures))).toBe(
      'Ennasr: 14% flagged by the model, uncorrected (95% interval 8.4% to 23%)',
    );
  });

  it('set the name and every number apart in the tip, so that Arabic keeps their order', () => {
    expect(
      sayTip(ar, 'المحطة', figures)
        .match(/\u2068[^\u2069]*\u2069/g)
        ?.map(plain),
    ).toEqual(['المحطة', '14%', '8.4%', '23%']);
  });

  it('sets a hostile name apart, so that it cannot turn the sentence round', () => {
    expect(sayAloud(en, '\u202eevil', figures, 'hate', 'all')).toContain('\u2068\u202eevil\u2069');
  });
});

describe('weeks', () => {
  it('carry their year only when the period spans two', () => {
    expect(sayRange(en, { from: '2026-W50', to: '2027-W03' })).toBe('weeks 50/2026–3/2027');
    expect(sayRange(fr, { from: '2026-W14', to: '2026-W14' })).toBe('semaine 14');
    expect(sayRuns(en, [{ from: '2027-W01', to: '2027-W01' }], { from: '2026-W50', to: '2027-W03' })).toBe(
      'week 1/2027',
    );
  });

  it('run from a Monday to a Sunday', () => {
    expect(sayRangeWithDates(en, period)).toBe('weeks 14–39 (30 Mar – 27 Sept 2026)');
    expect(sayWeekOption(en, '2026-W14', 'from', period)).toBe('Week 14 · 30 Mar');
    expect(sayWeekOption(en, '2026-W39', 'to', { from: '2025-W14', to: '2026-W39' })).toBe('Week 39 · 27 Sept 2026');
  });
});

describe('a translator', () => {
  it('writes Latin digits in all three languages', () => {
    expect(ar.count(31200)).toMatch(/31.?200/);
    expect(plain(ar.percent(0.0341))).toBe('3.4%');
    expect(plain(fr.percent(0.0995))).toBe('9,95 %');
    expect(plain(fr.percent(0.1))).toBe('10 %');
  });

  it('uses all six Arabic plurals', () => {
    const said = [0, 1, 2, 3, 11, 100].map((rows) => ar.say('notice.setAside', { rows }).split('.')[0]);
    expect(new Set(said).size).toBe(6);
  });

  it('knows dialects that browsers do not, and shows unknown codes as they are', () => {
    expect(ar.languageName('ary')).toBe('الدارجة المغربية');
    expect(fr.languageName('fra')).toBe('français');
    expect(en.languageName('not a code!')).toBe('not a code!');
    expect(en.sayCode('reason', 'new-reason')).toBe('new-reason');
    expect(en.sayCode('reason', 'robots')).toContain('robots.txt');
  });
});

describe('sayCityWeeks', () => {
  it('says which weeks a neighbourhood and the city cover where these are not the same, and nothing where they are', () => {
    const weeks = (from: string, to: string) => [shown(null, [from, to], { posts: 90, flagged: { hate: 9 } })];
    const city = figuresOfArea(null, weeks('2026-W14', '2026-W39'), everything);
    expect(sayCityWeeks(en, figures, city, period)).toBe(
      'The two cover different weeks: this figure weeks 14–31 and 34–39, the city’s weeks 14–39.',
    );
    const whole = figuresOfArea('a', weeks('2026-W14', '2026-W39'), everything);
    for (const translator of [ar, en, fr]) expect(sayCityWeeks(translator, whole, city, period)).toBe('');
    expect(sayCityWeeks(en, city, city, period)).toBe('');
  });
});
