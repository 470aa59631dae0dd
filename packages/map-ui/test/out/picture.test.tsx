import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Picture } from '../../src/out/picture.js';
import { roughMeasure } from '../../src/out/wrap-text.js';
import { makeOut } from './make-out.js';

const draw = (out: ReturnType<typeof makeOut>): string =>
  renderToStaticMarkup(<Picture {...out} measure={roughMeasure} fontFace="" />);

const words = (svg: string): string =>
  svg
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe.each(INTERFACE_LANGUAGES)('the picture in %s', (language) => {
  const out = makeOut({ area: 'el-qasba' }, language);
  const svg = draw(out);

  it('shows every neighbourhood in the class that the page shows, and outlines the chosen one', () => {
    for (const figures of out.page.areas) {
      expect(svg).toMatch(new RegExp(`data-area="${figures.area}" data-class="${figures.class}"`));
    }
    expect(svg.match(/stroke-width="3\.5"/g)).toHaveLength(1);
  });

  it('carries title, weeks, base, correction, method, rule, caution and citation', () => {
    const said = words(svg);
    for (const line of Object.values(out.caption)) {
      for (const word of line.split(/\s+/)) expect(said).toContain(word);
    }
  });

  it('needs nothing but itself, and reads in its direction', () => {
    expect(svg).not.toMatch(/(?:href|src|url)\s*[=(]\s*["']?(?:https?:|\/|data:)/);
    expect(svg).not.toContain('<canvas');
    expect(svg).toContain(`direction="${language === 'ar' ? 'rtl' : 'ltr'}"`);
  });

  it('keeps all words inside of its frame', () => {
    const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
    const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
    for (const [, x, y] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)) {
      expect(Number(x)).toBeLessThanOrEqual(width - 30);
      expect(Number(x)).toBeGreaterThanOrEqual(30);
      expect(Number(y)).toBeLessThan(height - 10);
    }
  });
});

describe('the picture', () => {
  it('is the same for the same view', () => {
    expect(draw(makeOut())).toBe(draw(makeOut()));
  });

  it('keeps hostile names as text, without signs that XML cannot hold', () => {
    const made = makeOut();
    const areas = made.areas.map((area) => ({
      ...area,
      properties: { ...area.properties, names: { en: '</text><script>alert(1)</script>\u0000\u0008\ud800' } },
    }));
    const svg = renderToStaticMarkup(<Picture {...made} areas={areas} measure={() => 10} fontFace="" />);
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that must not be there
    expect(svg).not.toMatch(/[\u0000-\u0008\ud800]/);
  });
});
