import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TranslationProvider } from '../../src/i18n/translation.js';
import { TrendChart } from '../../src/panels/trend-chart.js';
import { trendOf } from '../../src/view/trend.js';
import { translatorOf } from '../i18n/read-catalogue.js';
import { shown } from '../view/make-block.js';

const steps = trendOf([shown('a', ['2026-W14', '2026-W30'], { posts: 20, flagged: { hate: 5 } })], 'hate', 'all');
const range = { from: '2026-W14', to: '2026-W39' };

describe.each(INTERFACE_LANGUAGES)('the trend in %s', (language) => {
  const draw = (marks: Parameters<typeof TrendChart>[0]['marks']) =>
    renderToStaticMarkup(
      <TranslationProvider value={translatorOf(language)}>
        <TrendChart
          steps={steps}
          weeks={['2026-W14', '2026-W39']}
          range={range}
          marks={marks}
          panel={null}
          changes={{ raw: [], panel: [], surges: [] }}
          known={[]}
        />
      </TranslationProvider>,
    );

  it('writes its weeks under the axis', () => {
    const week = translatorOf(language).say('week.number', { week: '14' });
    expect(draw([])).toContain(week);
    expect(draw([])).not.toContain('trend-mark');
  });

  it('marks every week in which sources changed, and says what, with hostile names as text', () => {
    const markup = draw([
      { week: '2026-W20', events: [{ kind: 'gap', source: '<b>Forum</b>' }] },
      { week: '2026-W24', events: [{ kind: 'back', source: 'Forum' }] },
    ]);
    expect(markup.match(/data-testid="trend-mark"/g)).toHaveLength(2);
    expect(markup).toContain('&lt;b&gt;Forum');
    expect(markup).not.toMatch(/undefined|\{\w+\}/);
  });
});
