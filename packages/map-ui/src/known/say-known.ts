import { sayRange } from '../i18n/say-weeks.js';
import { isolate, type Translator } from '../i18n/translator.js';
import { nameIn } from '../view/names.js';
import type { KnownEvent } from './known-of-place.js';

/** When: one week, from a week to another, or since a week. */
export const sayWeeksOf = (translator: Translator, { from, to }: Pick<KnownEvent, 'from' | 'to'>): string =>
  to === null
    ? translator.say('known.since', { week: sayRange(translator, { from, to: from }) })
    : sayRange(translator, { from, to });

/** Its title, in the reader's language or the nearest there is. */
const titleOf = ({ language }: Translator, { entry }: KnownEvent): string => nameIn(entry.titles, language).text;

/** Kind, title and weeks in one sentence, for a mark; and who sees it, where that is not everybody. */
export const sayEvent = (translator: Translator, event: KnownEvent): string => {
  const said = translator.say('known.event', {
    kind:
      event.kind === 'incident' ? translator.sayCode('incident', event.entry.kind) : translator.say('known.programme'),
    title: isolate(titleOf(translator, event)),
    weeks: sayWeeksOf(translator, event),
  });
  return event.tag ? `${said} (${isolate(event.tag(translator.language))})` : said;
};

/** The languages that snapshots write with three letters and browsers with two. */
const SHORT: Readonly<Record<string, string>> = { ara: 'ar', eng: 'en', fra: 'fr', deu: 'de', spa: 'es', tur: 'tr' };

/** A language for the `lang` of an element; undefined where its short code is not known. */
export const langOf = (code: string): string | undefined => SHORT[code];
