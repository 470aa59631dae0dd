import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayChangeShare } from '../../src/i18n/say-change.js';
import { columnsFor, columnsOf, csvForPrograms } from '../../src/out/csv.js';
import { fileName } from '../../src/out/file-name.js';
import { Picture } from '../../src/out/picture.js';
import { sentenceOf } from '../../src/out/sentence.js';
import { roughMeasure } from '../../src/out/wrap-text.js';
import { makeOut } from './make-out.js';

const PERIODS = { from: '2026-W27', to: '2026-W39', before: { from: '2026-W14', to: '2026-W26' } } as const;

describe.each(INTERFACE_LANGUAGES)('while two periods are compared, in %s', (language) => {
  const out = makeOut(PERIODS, language);

  it('files hold the changes that map and table show, and none where one period is silent', () => {
    let shown = 0;
    for (const row of out.rows) {
      const change = row.level === 'city' ? out.compared?.change.city : out.compared?.change.byArea.get(row.id);
      const cells = columnsOf(row, out.view, out.translator);
      expect(cells.change_class).toBe(change?.class);
      expect(cells.change).toBe(change?.shares?.difference.value ?? null);
      expect(cells.before_share).toBe(change?.shares?.before.rate ?? null);
      expect(cells.change_words).not.toBe('');
      expect(cells.before_status === 'shown').toBe(change?.before.rate !== null);
      expect(cells.before_posts).toBe(change?.before.rate === null ? null : change?.before.posts);
      expect(cells.before_weeks_covered).toBe(change?.before.rate === null ? null : change?.before.coverage.weeks);
      expect(cells.before_low).toBe(change?.shares?.before.interval.low ?? null);
      expect(cells.change_kind).toBe(change?.shares ? 'flagged' : '');
      if (change?.shares) shown += 1;
      else
        expect([cells.change, cells.change_low, cells.change_high, cells.after_share]).toEqual([
          null,
          null,
          null,
          null,
        ]);
    }
    expect(shown).toBeGreaterThan(3);
    expect(csvForPrograms(out)).toContain(columnsFor(out.view).join(','));
    expect(columnsFor({ before: null })).not.toContain('change');
  });

  it('the picture shows the classes of the changes, and explains all that it shows', () => {
    const svg = renderToStaticMarkup(<Picture {...out} measure={roughMeasure} fontFace="" />);
    for (const [area, change] of out.compared?.change.byArea ?? []) {
      expect(svg).toContain(`data-area="${area}" data-class="${change.class}"`);
    }
    expect(svg).toContain(out.translator.say('change.class.no-clear-change').split(' ')[0]);
  });

  it('title, sentence and file name say so', () => {
    expect(out.caption.method).toContain(out.translator.say('change.note'));
    const sentence = sentenceOf(out.translator, { ...out.captionParts, area: undefined });
    const city = out.compared?.change.city;
    expect(city?.shares).not.toBeNull();
    for (const side of ['before', 'after'] as const) {
      for (const part of [
        city ? sayChangeShare(out.translator, city, side) : '?',
        out.translator.percent(city?.shares?.[side].interval.low ?? -1),
        out.translator.percent(city?.shares?.[side].interval.high ?? -1),
        String(city?.[side].posts),
        String(city?.[side].flagged),
      ]) {
        expect(sentence).toContain(part);
      }
    }
    expect(sentence).toContain('2026');
    expect(sentence).not.toMatch(/-\d/);
    expect(sentence).not.toMatch(/undefined|NaN|\{\w+\}/);
    expect(fileName('al-manar', out.view, 'csv')).toBe('al-manar_hate_2026-w27_2026-w39_versus_2026-w14_2026-w26.csv');
  });
});
