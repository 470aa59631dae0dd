import type { Area } from '@marsad/records/snapshot';
import { sayChange } from '../i18n/say-change.js';
import { sayCarries, sayCityWeeks, sayCoverage, sayFigure, sayReason } from '../i18n/say-figures.js';
import { sayRangeWithDates } from '../i18n/say-weeks.js';
import { isolate, type Translator } from '../i18n/translator.js';
import { questionOf, type View } from '../state/view.js';
import { compareWithCity } from '../view/compare.js';
import type { AreaFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import type { CaptionParts } from './caption.js';
import { plainLine, withoutIdleIsolates } from './plain-line.js';

interface SentenceParts extends CaptionParts {
  view: Pick<View, 'signal' | 'target' | 'from' | 'to'>;
  /** the place it is about; undefined for the city */
  area: Area | undefined;
}

/** Why there is no figure, in words. */
const silence = (translator: Translator, figures: AreaFigures, parts: SentenceParts): string => {
  const { say } = translator;
  if (figures.class === 'no-data') return say('hidden.noData');
  if (figures.class === 'other-weeks') return say('out.sentenceOtherWeeks');
  return figures.reasons.map((reason) => sayReason(translator, reason, parts.manifest.rules)).join(' ');
};

/**
 * How a neighbourhood stands to the city: by the verdict of the correction, which allows for the number of neighbourhoods;
 * uncorrected shares by whether the intervals meet. A corrected share is never set beside an uncorrected one.
 */
export const sayBeside = (
  { say, percent }: Translator,
  { area, corrected, interval }: AreaFigures,
  city: AreaFigures,
): string => {
  if (area === null || interval === null) return '';
  if (corrected !== null) return corrected.versusCity === null ? '' : say(`out.versus.${corrected.versusCity}`);
  if (city.corrected !== null || city.interval === null || city.rate === null) return '';
  return say(`out.compare.${compareWithCity(interval, city.interval)}`, { rate: percent(city.rate) });
};

/**
 * What may be told of a place, ready to be pasted: place, weeks, figure with base and interval, how it stands to the city,
 * what it does not mean, and where it is from. Where no figure is shown it says so and why.
 */
export const sentenceOf = (translator: Translator, parts: SentenceParts): string => {
  const { say, language, day } = translator;
  const { manifest, view, area, page, compared, now, link } = parts;
  const figures = (area && page.byArea.get(area.id)) ?? page.city;
  const { range } = questionOf(view, manifest.weeks);
  const city = isolate(plainLine(nameIn(manifest.city.names, language, manifest.city.id).text));
  const period = range === null ? say('out.periodUndated') : sayRangeWithDates(translator, range);
  const place = area
    ? say('out.placeInCity', { place: isolate(plainLine(nameIn(area.properties.names, language, area.id).text)), city })
    : say('panel.city', { city });
  const changed = area ? compared?.change.byArea.get(area.id) : compared?.change.city;
  const beside = sayBeside(translator, figures, page.city);
  const besideCity = beside === '' ? [] : [beside, sayCityWeeks(translator, figures, page.city, range)];
  const told =
    compared && changed
      ? [sayChange(translator, changed, compared.before, compared.after), say('out.caution')]
      : figures.rate === null
        ? [sayFigure(translator, figures, view.signal, view.target), silence(translator, figures, parts)]
        : [
            sayFigure(translator, figures, view.signal, view.target),
            figures.coverage.weeks < figures.coverage.weeksAsked || figures.undatedPosts > 0
              ? sayCoverage(translator, figures, range)
              : '',
            ...besideCity,
            say('out.caution'),
          ];
  const source = say(link === null ? 'out.source' : 'out.sourceLink', {
    city,
    date: day(now, 'long'),
    ...(link === null ? {} : { link: isolate(link) }),
  });
  const sentence = [
    manifest.city.fictional ? say('out.inventedCity') : '',
    say(compared ? 'out.sentenceChange' : 'out.sentence', {
      place,
      period: compared ? sayCarries(translator, view.signal, view.target) : period,
      told: told.filter((words) => words !== '').join(' '),
    }),
    source,
  ]
    .filter((words) => words !== '')
    .join(' ');
  return withoutIdleIsolates(sentence);
};
