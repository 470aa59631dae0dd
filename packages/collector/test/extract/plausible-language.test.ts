import { describe, expect, it } from 'vitest';
import { plausibleLanguage } from '../../src/extract/plausible-language.js';

const ARABIC =
  'أعلنت بلدية المنار صباح اليوم عن إعادة فتح السوق المركزي بعد أشهر من الترميم، وسط حضور عدد كبير من السكان.';
const FRENCH =
  'La mairie a annoncé ce matin la réouverture du marché central après plusieurs mois de travaux dans la halle, rue de la Gare.';

describe('plausibleLanguage', () => {
  it.each([
    ['ar', ARABIC, 'ar'],
    ['fa', ARABIC, 'fa'],
    ['en', ARABIC, undefined],
    [undefined, ARABIC, undefined],
    ['en', 'Ο δήμος ανακοίνωσε σήμερα ότι η αγορά ανοίγει.', 'el'],
    ['en', 'Мэрия объявила сегодня утром, что рынок открывается.', undefined],
    ['ru', 'Мэрия объявила сегодня утром, что рынок открывается.', 'ru'],
    ['fr', FRENCH, 'fr'],
    ['fr', `${FRENCH} «${ARABIC.slice(0, 30)}»`, 'fr'],
    ['ar', FRENCH, undefined],
    ['ku', FRENCH, 'ku'],
    ['ar', '123', 'ar'],
    [undefined, '', undefined],
  ])('takes %s for %j as %s', (declared, text, language) => {
    expect(plausibleLanguage(declared, text)).toBe(language);
  });
});
