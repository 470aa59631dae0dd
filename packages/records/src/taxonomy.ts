/**
 * The codes a verdict may use. They are stable identifiers: the viewer translates them, exports carry them, and a
 * renamed code would break every snapshot ever made. Meanings: ../../../docs/method.md.
 */

/** What a text does. Several can hold at once. */
export const SIGNALS = ['hate', 'extremism', 'polarisation', 'offensive', 'bridging'] as const;
export type Signal = (typeof SIGNALS)[number];

/** Against (or, for `bridging`, across) whom: bias motivations after OSCE/ODIHR. */
export const TARGETS = [
  'race-ethnicity',
  'nationality-migration',
  'antisemitism',
  'anti-muslim',
  'anti-christian',
  'other-religion-or-belief',
  'sectarian',
  'anti-roma',
  'gender',
  'sexual-orientation-gender-identity',
  'disability',
  'other',
] as const;
export type Target = (typeof TARGETS)[number];

/** Forms of hate in order of severity: the severity of a form is its position plus one (1 to 5). */
export const FORMS = ['stereotype', 'insult', 'dehumanisation', 'exclusion', 'violence'] as const;
export type Form = (typeof FORMS)[number];

/** Severity 1 (stereotype) to 5 (violence) of a form of hate. */
export const severityOf = (form: Form): number => FORMS.indexOf(form) + 1;

/** The severities of forms of hate as codes: the position of the form in `FORMS`, from 1. */
export const SEVERITIES = ['1', '2', '3', '4', '5'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const IDEOLOGIES = ['violent-islamist', 'far-right', 'ethno-nationalist', 'misogynist', 'other'] as const;
export type Ideology = (typeof IDEOLOGIES)[number];

export const FUNCTIONS = ['glorification', 'propaganda', 'recruitment', 'threat', 'fundraising'] as const;
export type ExtremistFunction = (typeof FUNCTIONS)[number];

/** How the text stands towards what it voices. */
export const STANCES = ['endorsing', 'reporting', 'countering', 'reclaimed', 'unclear'] as const;
export type Stance = (typeof STANCES)[number];

/**
 * Whether a hostile signal of a post with this stance enters an area's figures. News, research, prevention work,
 * counter-speech and reclaimed words are counted apart: a text about hate is never taken for hate.
 */
export const entersFigures = (signal: Signal, stance: Stance): boolean =>
  signal === 'bridging' || stance === 'endorsing' || stance === 'unclear';

export const EVIDENCE_KINDS = ['term', 'pattern', 'weight'] as const;

/** Hallmarks of dangerous speech, as tags on evidence. */
export const HALLMARKS = [
  'dehumanising',
  'accusation-in-a-mirror',
  'threat-to-purity',
  'attack-on-women-and-girls',
  'disloyalty',
] as const;
export type Hallmark = (typeof HALLMARKS)[number];

/**
 * The ladder of placement, surest rung first; `city` holds what no neighbourhood is known of, `none` what is not of the
 * city. A mention is never made a home of the author.
 */
export const RUNGS = ['coordinates', 'place-tag', 'mention', 'source-home', 'city', 'none'] as const;
export type Rung = (typeof RUNGS)[number];

/** The three languages of the observatory itself. */
export const INTERFACE_LANGUAGES = ['ar', 'en', 'fr'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
