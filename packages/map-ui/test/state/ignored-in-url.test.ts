import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ignoredInUrl } from '../../src/state/ignored-in-url.js';
import type { Choices } from '../../src/state/view.js';

const choices: Choices = {
  weeks: ['2026-W14', '2026-W39'],
  areaIds: new Set(['ennasr']),
  districtIds: new Set(),
  severities: false,
  languages: [],
  rungs: [],
  levels: ['neighbourhoods', 'city'],
  language: 'fr',
};

describe('ignoredInUrl', () => {
  it.each([
    ['', []],
    ['?lang=ar&signal=hate&target=all&from=2026-W14&to=2026-W39&area=ennasr', []],
    ['?area=', []],
    ['?area=nowhere', ['area=nowhere']],
    ['?lang=de&signal=anger&target=martians', ['lang=de', 'signal=anger', 'target=martians']],
    ['?from=2026-W30&to=2026-W20', ['from=2026-W30', 'to=2026-W20']],
    ['?from=2025-W01&to=2026-W20', ['from=2025-W01']],
    ['?arae=ennasr', ['arae=ennasr']],
    ['?area=ennasr&area=other', ['area=other']],
    ['?language=fr', ['language=fr']],
  ])('reads %s as %j', (query, ignored) => {
    expect(ignoredInUrl(query, choices)).toEqual(ignored);
  });

  it('never quotes signs that turn text round, nor a long value whole', () => {
    expect(ignoredInUrl(`?area=${encodeURIComponent('a\u202e\u2069b')}`, choices)).toEqual(['area=a\ufffd\ufffdb']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        for (const part of ignoredInUrl(`?${new URLSearchParams({ area: value })}`, choices)) {
          expect([...part].length).toBeLessThanOrEqual(41);
          expect(part).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        }
      }),
    );
  });
});
