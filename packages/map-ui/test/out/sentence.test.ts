import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../src/out/sentence.js';
import { makeOut } from './make-out.js';

const say = (out: ReturnType<typeof makeOut>, area?: string): string =>
  sentenceOf(out.translator, {
    ...out.captionParts,
    view: out.view,
    page: out.page,
    area: out.areas.find((one) => one.id === area),
  });

describe.each(INTERFACE_LANGUAGES)('the sentence in %s', (language) => {
  const out = makeOut({}, language);

  it('states figure, base, interval, comparison, caution and source of a neighbourhood', () => {
    const figures = out.page.byArea.get('el-qasba');
    const { percent, count } = out.translator;
    const sentence = say(out, 'el-qasba');
    for (const part of [
      count(figures?.flagged ?? -1),
      count(figures?.posts ?? -1),
      percent(figures?.rate ?? -1),
      percent(figures?.interval?.low ?? -1),
      percent(figures?.interval?.high ?? -1),
      percent(out.page.city.rate ?? -1),
      out.translator.say('out.caution'),
      'https://city.example/observatory/',
      out.translator.say('out.inventedCity'),
    ]) {
      expect(sentence).toContain(part);
    }
    expect(sentence).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  it('says why there is no figure, and gives no number of posts', () => {
    const hidden = say(out, 'souk-en-nahhasin');
    expect(hidden).toContain(out.translator.say('figure.noneShown'));
    expect(hidden).not.toMatch(/95 ?%/);
    expect(say(out, 'douar-el-karm')).toContain(out.translator.say('hidden.noData'));
  });

  it('speaks of the city where no neighbourhood is chosen', () => {
    expect(say(out)).toContain(out.translator.percent(out.page.city.rate ?? -1));
  });
});

describe('the sentence', () => {
  it('reads as one would say it', () => {
    const sentence = say(makeOut(), 'el-qasba');
    expect(sentence.replace(/[\u2068\u2069]/g, '')).toMatch(
      /^\[Invented city: every figure is made up for show\.\] The Kasbah \(Al-Manar\), weeks 14–39 \(30 Mar – 27 Sept 2026\): \d+ of \d+ posts that .* carry hate: \d+(\.\d)?%, 95% interval/,
    );
  });

  it('gives no address where nobody else could open it', () => {
    const out = makeOut();
    const sentence = sentenceOf(out.translator, {
      ...out.captionParts,
      link: null,
      view: out.view,
      page: out.page,
      area: undefined,
    });
    expect(sentence).not.toContain('http');
    expect(sentence).toContain('Source: Marsad');
  });
});
