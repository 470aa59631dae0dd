import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVisibleTime } from '../../src/extract/read-visible-time.js';

const DAY = '2026-04-02T00:00:00.000Z';
const HALF_PAST_TEN = '2026-04-02T10:30:00.000Z';

describe('readVisibleTime', () => {
  it.each([
    ['ar', 'نشر في: 2 أبريل 2026', DAY],
    ['ar', 'آخر تحديث: ٢ نيسان/أبريل ٢٠٢٦ - ١٠:٣٠', HALF_PAST_TEN],
    ['ar', 'الخميس 02 أفريل 2026 الساعة 10:30', HALF_PAST_TEN],
    ['ar', '02/04/2026', DAY],
    ['fr', 'Publié le 2 avril 2026 à 10h30 par la rédaction', HALF_PAST_TEN],
    ['fr', 'Mis à jour le jeudi 2 avril 2026', DAY],
    ['fr', 'Le 02/04/2026 à 10:30', HALF_PAST_TEN],
    ['el', 'Δημοσίευση: 2 Απριλίου 2026, 10:30', HALF_PAST_TEN],
    ['el', '02/04/2026 - 10:30', HALF_PAST_TEN],
    ['ru', '2 апреля 2026 г.', DAY],
    ['ru', 'Опубликовано: 2 апреля 2026 г., 10:30', HALF_PAST_TEN],
    ['ru', '10:30, 02.04.2026', HALF_PAST_TEN],
    ['pl', 'Dodano: 2 kwietnia 2026 r., godz. 10:30', HALF_PAST_TEN],
    ['pl', '02.04.2026 | 10:30', HALF_PAST_TEN],
    ['en', 'Posted on April 2nd, 2026 at 10:30 am by the editors', HALF_PAST_TEN],
    ['en', '2.4.2026', DAY],
    ['pl', '2026-04-02, Aktualizacja: wczoraj 21:46', DAY],
    ['ar', '10:30 - 2 أبريل 2026', HALF_PAST_TEN],
    ['de', 'Stand: 02. April 2026, 10:30 Uhr', HALF_PAST_TEN],
    ['es', 'Publicado el 2 de abril de 2026', DAY],
  ])('reads in %s: %s', (language, written, at) => {
    expect(readVisibleTime(written, language)).toEqual({ at, precision: at === DAY ? 'day' : 'second' });
  });

  it.each([
    ['en', '03/04/2026'],
    ['', 'Posted 03/04/2026'],
    ['fr', 'il y a trois heures'],
    ['fr', '31/02/2026'],
    ['ru', 'Телефон 12.04.202655'],
    ['pl', '2 domów 2026'],
  ])('does not guess in %j at %j', (language, written) => {
    expect(readVisibleTime(written, language)).toBeUndefined();
  });

  it('is UTC noon and midnight right in halves of a day', () => {
    expect(readVisibleTime('Posted April 2, 2026 at 12:05 pm', 'en')?.at).toBe('2026-04-02T12:05:00.000Z');
    expect(readVisibleTime('Posted April 2, 2026 at 12:05 am', 'en')?.at).toBe('2026-04-02T00:05:00.000Z');
  });

  it('never throws, and gives instants only', () => {
    const piece = fc.constantFrom(...'0123456789./-:h, '.split(''), 'avril', 'апреля', 'أبريل', 'April', '٢', ' pm');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const time = readVisibleTime(pieces.join(''), 'fr');
        if (time) expect(new Date(time.at).toISOString()).toBe(time.at);
      }),
      { numRuns: 2000, seed: 16 },
    );
  });
});
