/**
 * From where on figures of two cities are not set side by side. They are conventions, told on the page with every greyed city
 * (docs/hub.md), and no law of nature.
 */
export const LIMITS = {
  /** of the weeks of the period that a city's figures cover, at least */
  weeksCovered: 0.8,
  /** posts that a rate of a city rests on, at least */
  posts: 100,
  /** share of posts in languages in which the model's error is not measured, at most */
  unmeasured: 0.2,
  /** total variation distance between mixes of languages: a quarter of the posts in another language */
  languages: 0.25,
  /** of the posts that may be in a language, those that are told to be, at least, for its figures to be used */
  languageTold: 0.8,
  /** share of the cities' posts that is in the languages to which rates are standardised, at least */
  standardCovers: 0.8,
  /** total variation distance between ways of placement */
  rungs: 0.5,
} as const;

/** Days before its expiry at which a snapshot is said to expire soon. */
export const SOON_DAYS = 14;
