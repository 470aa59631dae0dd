import type { SnapshotManifest } from '@marsad/records/snapshot';
import { sayMethod } from '../i18n/say-corrected.js';
import { sayCarries, sayRule } from '../i18n/say-figures.js';
import { sayRangeWithDates } from '../i18n/say-weeks.js';
import { isolate, type Translator } from '../i18n/translator.js';
import { questionOf, type View } from '../state/view.js';
import { correctionOf, type PageFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import type { Compared } from './compared.js';
import { plainLine, withoutIdleIsolates } from './plain-line.js';

/** The words that leave with every figure, each a whole line in the reader's language. */
export interface Caption {
  title: string;
  /** the weeks, with their dates */
  period: string;
  /** said of an invented city; empty for a real one */
  fictional: string;
  /** what the shares are shares of, and what they are not */
  base: string;
  /** whether the shares are corrected for the model's errors, and by what */
  correction: string;
  /** how the figures came about */
  method: string;
  /** when a figure is shown and when hidden */
  rule: string;
  /** what may not be concluded */
  caution: string;
  /** how to cite it, with the day it was taken and where from */
  citation: string;
}

/** What a caption is made of. */
export interface CaptionParts {
  manifest: SnapshotManifest;
  view: Pick<View, 'signal' | 'target' | 'from' | 'to'>;
  page: PageFigures;
  /** null while nothing is compared */
  compared: Compared | null;
  /** when it leaves the page: milliseconds since 1970 */
  now: number;
  /** address of the same view; null where no one else could open it */
  link: string | null;
}

/** Whether the shares are corrected, and by what, or why they are not; empty where no share is shown. */
const sayCorrected = (translator: Translator, page: PageFigures): string => {
  const { say } = translator;
  const { corrected, uncorrected } = correctionOf(page);
  if (corrected !== null) return `${say('legend.corrected')}. ${sayMethod(translator, corrected)}`;
  return uncorrected === null ? '' : `${say('legend.uncorrected')}. ${say(`uncorrected.${uncorrected}`)}`;
};

/** The words that leave with the figures of a view. */
export const captionOf = (
  translator: Translator,
  { manifest, view, page, compared, now, link }: CaptionParts,
): Caption => {
  const { say, language, day } = translator;
  const { city, model } = manifest;
  const { range } = questionOf(view, manifest.weeks);
  const title = say(compared === null ? 'out.title' : 'out.changeTitle', {
    city: isolate(plainLine(nameIn(city.names, language, city.id).text)),
    carries: sayCarries(translator, view.signal, view.target),
  });
  const period =
    compared !== null
      ? say('change.base', {
          before: sayRangeWithDates(translator, compared.before),
          after: sayRangeWithDates(translator, compared.after),
        })
      : range === null
        ? say('out.periodUndated')
        : sayRangeWithDates(translator, range);
  const modelWords = {
    name: isolate(plainLine(model.name)),
    version: isolate(plainLine(model.version)),
  };
  return {
    title: withoutIdleIsolates(title),
    period,
    fictional: city.fictional ? say('header.fictional') : '',
    base: say('header.base'),
    correction: sayCorrected(translator, page),
    method: [compared === null ? '' : say('change.note'), withoutIdleIsolates(say('out.method', modelWords))]
      .join(' ')
      .trim(),
    rule: sayRule(translator, manifest.rules),
    caution: say('out.caution'),
    citation: withoutIdleIsolates(
      say(link === null ? 'out.citation' : 'out.citationLink', {
        ...modelWords,
        title,
        period,
        date: day(now, 'long'),
        ...(link === null ? {} : { link: isolate(link) }),
      }),
    ),
  };
};

/** The lines of a caption in the order in which they are read, empty ones left out. */
export const captionLines = (caption: Caption): string[] =>
  [
    caption.title,
    caption.period,
    caption.fictional,
    caption.base,
    caption.correction,
    caption.method,
    caption.rule,
    caption.caution,
    caption.citation,
  ].filter((line) => line !== '');
