import type { Interval, ProtectionRules, Signal } from '@marsad/records/snapshot';
import { sameRuns, type WeekRange } from '../view/coverage.js';
import type { AreaFigures } from '../view/figures.js';
import { hasOwnBase, languageIn, rungIn, type Slice, severityIn, targetIn } from '../view/slice.js';
import type { HiddenReason } from '../view/sliced-blocks.js';
import type { MessageKey } from './catalogues.js';
import { sayRange, sayRuns } from './say-weeks.js';
import { isolate, type Translator } from './translator.js';

/** What the posts do, as the verb phrase that the sentences take: `carry hate (directed at: Roma)`. */
export const sayCarries = (translator: Translator, signal: Signal, target: Slice): string => {
  const carries = translator.say(`carries.${signal}`);
  const severity = severityIn(target);
  if (severity !== null)
    return translator.say('carries.withSeverity', { carries, severity: saySlice(translator, target) });
  if (hasOwnBase(target))
    return translator.say('carries.among', {
      carries,
      kind: languageIn(target) === null ? 'rung' : 'language',
      name: isolate(saySlice(translator, target)),
    });
  return target === 'all'
    ? carries
    : translator.say('carries.withTarget', { carries, target: saySlice(translator, target) });
};

/** A target, severity, language or rung by its name. */
export const saySlice = ({ say, languageName }: Translator, slice: Slice): string => {
  const language = languageIn(slice);
  if (language !== null) return languageName(language);
  const rung = rungIn(slice);
  if (rung !== null) return say(`rung.${rung}`);
  const severity = severityIn(slice);
  return severity === null ? say(`target.${targetIn(slice) ?? 'all'}`) : say(`severity.${severity}`);
};

/** The value in one word or number: `14 %`, `hidden`, `other weeks needed`, `no data`. */
export const sayValue = (translator: Translator, figures: AreaFigures): string => {
  const { class: areaClass, rate } = figures;
  if (rate !== null) return translator.percent(rate);
  return translator.say(
    areaClass === 'suppressed' || areaClass === 'other-weeks' ? `value.${areaClass}` : 'value.no-data',
  );
};

/** `8 % to 23 %`; empty where there is none. */
export const sayInterval = (translator: Translator, interval: Interval | null): string =>
  interval === null
    ? ''
    : translator.say('interval.range', {
        low: translator.percent(interval.low),
        high: translator.percent(interval.high),
      });

/** An interval whose numbers are set apart one by one: set apart as a whole, Arabic would read it backwards. */
const setApart = ({ say, percent }: Translator, { low, high }: Interval): string =>
  say('interval.range', { low: isolate(percent(low)), high: isolate(percent(high)) });

/**
 * The words under the pointer: the place, its value, how sure that is, how it lies beside the city, and what the model flags
 * where the value is corrected.
 */
export const sayTip = (translator: Translator, name: string, figures: AreaFigures): string => {
  const { say, percent } = translator;
  const values = { name: isolate(name), value: isolate(sayValue(translator, figures)) };
  const { corrected, flaggedShare } = figures;
  if (figures.interval === null) return say('map.tip', values);
  const interval = setApart(translator, figures.interval);
  if (corrected === null) return say('map.tipUncorrected', { ...values, interval });
  return [
    say('map.tipCorrected', { ...values, interval, versus: say(`versus.${corrected.versusCity ?? 'cannot-tell'}`) }),
    ...(corrected.shrunk === null ? [] : [say('map.tipOwn', { value: isolate(percent(corrected.own.rate)) })]),
    ...(flaggedShare === null ? [] : [say('map.tipFlagged', { value: isolate(percent(flaggedShare.rate)) })]),
  ].join(' ');
};

/** Posts that the text itself places are said to name the area; other rungs only say that they are placed there. */
const howPlaced = (figures: AreaFigures): 'named' | 'placed' =>
  Object.entries(figures.rungs).every(([rung, posts]) => rung === 'mention' || posts === 0) ? 'named' : 'placed';

/**
 * The figure in a sentence with its base, its interval and whether it is corrected for the model's errors, or why there is
 * none.
 */
export const sayFigure = (translator: Translator, figures: AreaFigures, signal: Signal, target: Slice): string => {
  if (figures.rate === null || figures.interval === null) return translator.say('figure.noneShown');
  const values = {
    posts: figures.posts,
    how: howPlaced(figures),
    carries: sayCarries(translator, signal, target),
    rate: translator.percent(figures.rate),
    low: translator.percent(figures.interval.low),
    high: translator.percent(figures.interval.high),
  };
  if (figures.corrected !== null)
    return translator.say(figures.area === null ? 'figure.correctedCity' : 'figure.correctedArea', values);
  const flagged = translator.say(figures.area === null ? 'figure.city' : 'figure.area', {
    ...values,
    flagged: figures.flagged,
  });
  return `${flagged} ${translator.say('figure.uncorrected')}`;
};

/** Which weeks the figure covers, and whether undated posts are counted in. `range` null: nothing is dated. */
export const sayCoverage = (translator: Translator, figures: AreaFigures, range: WeekRange | null): string => {
  const { coverage, undatedPosts } = figures;
  const sentences: string[] = [];
  if (range === null || coverage.runs.length === 0) sentences.push(translator.say('coverage.none'));
  else if (coverage.weeks === coverage.weeksAsked) {
    sentences.push(translator.say('coverage.all', { range: sayRange(translator, range) }));
  } else {
    sentences.push(
      translator.say('coverage.part', {
        runs: sayRuns(translator, coverage.runs, range),
        range: sayRange(translator, range),
      }),
    );
  }
  if (undatedPosts > 0) sentences.push(translator.say('coverage.undated', { posts: undatedPosts }));
  return sentences.join(' ');
};

/** Says so where a neighbourhood's figure and the city's, beside which it is set, cover different weeks; else empty. */
export const sayCityWeeks = (
  translator: Translator,
  { area, rate, coverage }: AreaFigures,
  city: AreaFigures,
  range: WeekRange | null,
): string =>
  area === null || rate === null || city.rate === null || range === null || sameRuns(coverage.runs, city.coverage.runs)
    ? ''
    : translator.say('coverage.cityOther', {
        own: sayRuns(translator, coverage.runs, range),
        city: sayRuns(translator, city.coverage.runs, range),
      });

const ruleValues = (translator: Translator, rules: ProtectionRules) => ({
  posts: rules.minimumPosts,
  authors: rules.minimumAuthors,
  sources: rules.minimumSources,
  share: translator.percent(rules.maximumTopAuthorShare),
});

/** The publish gate in a sentence, with the numbers of this snapshot. */
export const sayRule = (translator: Translator, rules: ProtectionRules): string =>
  translator.say('hidden.rule', ruleValues(translator, rules));

/** Why one block is hidden, in a sentence. */
export const sayReason = (translator: Translator, reason: HiddenReason, rules: ProtectionRules): string => {
  const key: MessageKey = `hidden.reason.${reason}`;
  return translator.say(key, ruleValues(translator, rules));
};

/** What the live region speaks after every change: the place and its figure, or its silence. */
export const sayAloud = (
  translator: Translator,
  name: string,
  figures: AreaFigures,
  signal: Signal,
  target: Slice,
): string => {
  const place = isolate(name);
  if (figures.rate !== null) {
    return translator.say('live.value', { name: place, sentence: sayFigure(translator, figures, signal, target) });
  }
  if (figures.class === 'other-weeks') return translator.say('live.otherWeeks', { name: place });
  return translator.say(figures.class === 'suppressed' ? 'live.hidden' : 'live.noData', { name: place });
};
