import type { SnapshotChange } from '@marsad/observatory';
import { INTERFACE_LANGUAGES } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { diffLines } from '../../src/report/diff-lines.js';

const PLACE = { area: 'port', names: { en: 'Port', fr: 'Le Port', ar: 'الميناء' } };
const CITY = { area: null, names: PLACE.names };
const WEEKS: [string, string] = ['2026-W14', '2026-W16'];
const share = { weeks: WEEKS, posts: 1200, rate: 0.0456, low: 0.03, high: 0.07 };
const ground = [
  { area: 'old-port', share: 0.75 },
  { area: null, share: 0.25 },
];

/** One change of every code, and of every reason within a code. */
const EVERY: readonly SnapshotChange[] = [
  { code: 'model-changed', from: { name: 'a', version: '1.0.0' }, to: { name: 'b', version: '2.0.0' } },
  { code: 'format-changed', from: '1.1.0', to: '1.2.0' },
  { code: 'rule-changed', rule: 'minimumPosts', from: 10, to: 20 },
  { code: 'weeks-changed', from: WEEKS, to: WEEKS, added: 2, removed: 11 },
  { code: 'weeks-changed', from: WEEKS, to: null, added: 0, removed: 3 },
  { code: 'source-added', source: 'feed', name: 'Feed', week: '2026-W14' },
  { code: 'source-removed', source: 'feed', name: 'Feed' },
  { code: 'source-event', source: 'feed', name: 'Feed', event: 'gap', week: '2026-W15' },
  { code: 'areas-edition', from: null, to: '2026' },
  { code: 'area-added', ...PLACE },
  { code: 'area-renamed', ...PLACE, from: { en: 'Harbour' } },
  { code: 'area-removed', ...PLACE, ground },
  { code: 'area-moved', ...PLACE, ground: [] },
  { code: 'blocks-shown', ...PLACE, weeks: [WEEKS, null] },
  { code: 'blocks-hidden', ...PLACE, weeks: [WEEKS], reasons: ['too-few-authors'] },
  { code: 'blocks-merged', ...CITY, from: [WEEKS], weeks: WEEKS },
  { code: 'answers-revised', ...PLACE, why: 'judged-anew', weeks: [WEEKS] },
  { code: 'answers-revised', ...PLACE, why: 'more-posts', weeks: [WEEKS] },
  { code: 'answer-changed', ...PLACE, weeks: WEEKS, posts: { from: 20, to: 21 } },
  { code: 'answer-withdrawn', ...PLACE, weeks: WEEKS, into: [] },
  { code: 'answer-withdrawn', ...PLACE, weeks: WEEKS, into: [WEEKS] },
  ...(['labels', 'model', 'more-weeks', 'reckoned-anew'] as const).map((why) => ({
    code: 'estimates-changed' as const,
    why,
    blocks: 3,
    labels: { from: 0, to: 1500 },
  })),
  { code: 'level-changed', ...CITY, signal: 'hate', series: 'panel', weeks: ['2026-W15'] },
  { code: 'surge-told', signal: 'hate', weeks: ['2026-W15', '2026-W18'] },
  { code: 'real-change', ...PLACE, signal: 'hate', direction: 'up', before: share, after: share, sourcesChanged: true },
  { code: 'no-clear-change', compared: 12 },
  ...(['no-new-weeks', 'other-model', 'no-labels'] as const).map((why) => ({ code: 'cannot-tell' as const, why })),
];

const none = (): boolean => false;

describe('diffLines', () => {
  it.each(INTERFACE_LANGUAGES)('has a whole sentence for every change in %s', (language) => {
    const lines = diffLines(EVERY, language, none);
    expect(lines).toHaveLength(EVERY.length);
    expect(new Set(lines).size).toBe(EVERY.length);
    for (const line of lines) {
      expect(line).not.toMatch(/undefined|null|NaN|\[object|#| {2}|\.\.$/u);
      expect(line).toMatch(/\.$/u);
      if (language === 'ar') expect(line).toMatch(/^[\u0600-\u06ff]/u);
    }
  });

  it('writes names, numbers and shares as the language does', () => {
    const [real] = EVERY.filter(({ code }) => code === 'real-change');
    if (!real) throw new Error('there is one');
    expect(diffLines([real], 'fr', none)[0]).toMatch(/^Le Port, haine : plus qu’auparavant.*4,56\s%/u);
    expect(diffLines([real], 'en', none)[0]).toMatch(/^Port, hate: more than before.*4.56%/u);
    expect(diffLines([real], 'ar', none)[0]).toMatch(/^الميناء، الكراهية: أكثر مما كان/u);
  });

  it('marks findings, and lists all of them', () => {
    const [finding] = EVERY.filter(({ code }) => code === 'answer-changed');
    if (!finding) throw new Error('there is one');
    const lines = diffLines(
      Array.from({ length: 20 }, () => finding),
      'en',
      () => true,
    );
    expect(lines).toHaveLength(20);
    expect(lines[0]).toMatch(/^FINDING · Port, 2026-W14 to 2026-W16: a closed group/u);
  });

  it('counts what it does not list', () => {
    const many = Array.from({ length: 11 }, (_, at) => ({
      code: 'area-added' as const,
      area: `${at}`,
      names: { en: `A${at}` },
    }));
    expect(diffLines(many, 'en', none).at(-1)).toBe('… and 3 more of this kind');
    expect(diffLines(many, 'ar', none).at(-1)).toBe('… و3 تغيرات أخرى من هذا النوع');
  });

  it('says that nothing differs', () => {
    expect(INTERFACE_LANGUAGES.map((language) => diffLines([], language, none))).toHaveLength(3);
    expect(diffLines([], 'en', none)).toEqual(['The two snapshots are the same.']);
    const unsigned = { tier: 'public' as const, version: null };
    expect(diffLines([], 'en', none, [unsigned, unsigned])).toEqual(['The two snapshots are the same.']);
  });

  it.each(INTERFACE_LANGUAGES)('names tier and version in %s where nothing else differs', (language) => {
    const [line = ''] = diffLines([], language, none, [
      { tier: 'public', version: 1 },
      { tier: 'partner', version: 2 },
    ]);
    expect(line).not.toBe(diffLines([], language, none)[0]);
    expect(line).toMatch(/1.*2/u);
    if (language === 'en') expect(line).toContain('public tier, version 1; the later one: partner tier, version 2.');
  });
});
