import type { NameClass } from '../name-class.js';

/**
 * What a sign adds to the log-odds that a name means the place here, by class of name. Set by hand on the development
 * posts; `marsad evaluate places` shows what they are worth.
 */
export const WORTH = {
  announced: { distinct: 2.5, common: 2.5, words: 4, person: 4, elsewhere: 3 },
  confirmed: { distinct: 1.5, common: 2, words: 3, person: 3, elsewhere: 2.5 },
  at: { distinct: 1.6, common: 0.8, words: 2.8, person: 2.2, elsewhere: 0.4 },
  numbered: { distinct: 2, common: 1.5, words: 1, person: 1, elsewhere: 1 },
  withArticle: { distinct: 1.2, common: 0, words: 0, person: 0.5, elsewhere: 0 },
  whole: { distinct: 2.5, common: 1, words: 0, person: 0, elsewhere: 0 },
  opening: { distinct: 0.7, common: 0, words: 0, person: 0, elsewhere: 0 },
  local: { distinct: 0.7, common: 0.5, words: 0.8, person: 0.6, elsewhere: 0.5 },
  heading: { distinct: 1, common: 1, words: 2.2, person: 1.4, elsewhere: 1.2 },
  capital: { distinct: 0, common: 0.3, words: 0.6, person: 0, elsewhere: 0 },
  weaklyAt: { distinct: 0.8, common: 0.4, words: 0.8, person: 0.6, elsewhere: 0.2 },
  small: { distinct: -1, common: -1.5, words: -3, person: -1.5, elsewhere: -1 },
  inexactSmall: { distinct: -1.5, common: -1.5, words: -1.5, person: -1.5, elsewhere: -1.5 },
  own: { distinct: 1, common: 3, words: 6, person: 3.5, elsewhere: 3.5 },
  owned: { distinct: 0, common: -4, words: -4, person: 0, elsewhere: -4 },
  home: { distinct: 1, common: 2, words: 1.2, person: 1.2, elsewhere: 1.5 },
  beside: { distinct: -4.6, common: -6, words: -6, person: -6, elsewhere: -6 },
  within: { distinct: -5.5, common: -6, words: -6, person: -6, elsewhere: -6 },
  renowned: { distinct: -4.5, common: -4, words: -3, person: -3, elsewhere: -3 },
  elsewhere: { distinct: -1.2, common: -3.2, words: -2.5, person: -2.5, elsewhere: -3 },
  title: { distinct: -2.5, common: -2.5, words: -3, person: -5, elsewhere: -3 },
  doing: { distinct: -0.7, common: -0.5, words: -1, person: -2.5, elsewhere: -1 },
  person: { distinct: -1.2, common: -1.2, words: -2.5, person: -4, elsewhere: -3 },
  patronymic: { distinct: -2, common: -2, words: -2, person: -4, elsewhere: -2 },
  longer: { distinct: -1, common: -1.5, words: -2, person: -1.5, elsewhere: -1.5 },
  work: { distinct: -3.5, common: -4, words: -4, person: -5, elsewhere: -4 },
  life: { distinct: -0.3, common: -0.5, words: -0.8, person: -2.5, elsewhere: -1 },
  club: { distinct: -4.5, common: -4.5, words: -5, person: -5, elsewhere: -5 },
  match: { distinct: -3, common: -3.5, words: -3.5, person: -3.5, elsewhere: -3 },
} as const satisfies Record<string, Record<NameClass, number>>;
