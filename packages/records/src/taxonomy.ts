import { z } from 'zod';

/**
 * The codes a verdict may use. They are stable identifiers: the viewer translates them, exports carry them, and a
 * renamed code would break every snapshot ever made. Meanings: ../../../docs/method.md.
 */

/** What a text does. Several can hold at once. */
export const SIGNALS = ['hate', 'extremism', 'polarisation', 'offensive', 'bridging'] as const;
export const signalCode = z.enum(SIGNALS);
export type Signal = z.infer<typeof signalCode>;

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
export const targetCode = z.enum(TARGETS);
export type Target = z.infer<typeof targetCode>;

/** Forms of hate in order of severity: the severity of a form is its position plus one (1 to 5). */
export const FORMS = ['stereotype', 'insult', 'dehumanisation', 'exclusion', 'violence'] as const;
export const formCode = z.enum(FORMS);
export type Form = z.infer<typeof formCode>;

/** Severity 1 (stereotype) to 5 (violence) of a form of hate. */
export const severityOf = (form: Form): number => FORMS.indexOf(form) + 1;

export const IDEOLOGIES = ['violent-islamist', 'far-right', 'ethno-nationalist', 'misogynist', 'other'] as const;
export const ideologyCode = z.enum(IDEOLOGIES);
export type Ideology = z.infer<typeof ideologyCode>;

export const FUNCTIONS = ['glorification', 'propaganda', 'recruitment', 'threat', 'fundraising'] as const;
export const functionCode = z.enum(FUNCTIONS);
export type ExtremistFunction = z.infer<typeof functionCode>;

/** How the text stands towards what it voices. */
export const STANCES = ['endorsing', 'reporting', 'countering', 'reclaimed', 'unclear'] as const;
export const stanceCode = z.enum(STANCES);
export type Stance = z.infer<typeof stanceCode>;

/**
 * Whether a hostile signal of a post with this stance enters an area's figures. News, research, prevention work,
 * counter-speech and reclaimed words are counted apart: a text about hate is never taken for hate.
 */
export const entersFigures = (signal: Signal, stance: Stance): boolean =>
  signal === 'bridging' || stance === 'endorsing' || stance === 'unclear';

export const EVIDENCE_KINDS = ['term', 'pattern', 'weight'] as const;
export const evidenceKind = z.enum(EVIDENCE_KINDS);

/** Hallmarks of dangerous speech, as tags on evidence. */
export const HALLMARKS = [
  'dehumanising',
  'accusation-in-a-mirror',
  'threat-to-purity',
  'attack-on-women-and-girls',
  'disloyalty',
] as const;
export const hallmarkCode = z.enum(HALLMARKS);
export type Hallmark = z.infer<typeof hallmarkCode>;

/**
 * The ladder of placement, surest rung first; `city` holds what no neighbourhood is known of, `none` what is not of the
 * city. A mention is never made a home of the author.
 */
export const RUNGS = ['coordinates', 'place-tag', 'mention', 'source-home', 'city', 'none'] as const;
export const rungCode = z.enum(RUNGS);
export type Rung = z.infer<typeof rungCode>;

/** The three languages of the observatory itself. */
export const INTERFACE_LANGUAGES = ['ar', 'en', 'fr'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
